import { expect, test } from 'vitest';
import { workspaceRow } from '../../src/cli/commands/list-workspaces.js';

test('a workspace is shown with every setting it has, those that only the API sets among them', () => {
  const row = workspaceRow({
    name: 'acme',
    created_at: '2026-03-02T15:00:00.000Z',
    settings: {
      vapi_hmac: { algorithm: 'sha512', include_timestamp: false },
      retell_agents: { '+14155550100': 'agent_1' },
      vapi_assistants: { '+14155550100': 'a1', '+14155550101': 'a2' },
      max_concurrent: 8,
      assistants: ['assistant-1', 'assistant-2'],
      withhold_sensitive: true,
    },
  });
  expect(Object.entries(row)).toEqual([
    ['name', 'acme'],
    ['created_at', '2026-03-02T15:00:00.000Z'],
    ['assistants', 'assistant-1, assistant-2'],
    ['withhold_sensitive', 'true'],
    ['max_concurrent', '8'],
    ['vapi_hmac', '{"algorithm":"sha512","include_timestamp":false}'],
    ['retell_agents', '{"+14155550100":"agent_1"}'],
    ['vapi_assistants', '{"+14155550100":"a1","+14155550101":"a2"}'],
  ]);
});
