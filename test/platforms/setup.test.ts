import type { Vapi } from '@vapi-ai/server-sdk';
import type { AgentCreateParams } from 'retell-sdk/resources/agent';
import type { LlmResponse } from 'retell-sdk/resources/llm';
import type { PhoneNumberUpdateParams } from 'retell-sdk/resources/phone-number';
import { describe, expect, it } from 'vitest';
import { retellFunctions, retellSetupSteps, retellWebhooks } from '../../src/platforms/retell/setup.js';
import { type SetupStep, setupTarget } from '../../src/platforms/setup-step.js';
import { telnyxSetupSteps } from '../../src/platforms/telnyx/setup.js';
import { VAPI_TOOLS } from '../../src/platforms/vapi/answers.js';
import { vapiAssistant, vapiSetupSteps, vapiTools } from '../../src/platforms/vapi/setup.js';

const acme = setupTarget('https://memory.example.com/', 'acme');
const key = 'rb_key';

describe("what is to be pasted is what the platforms' SDKs take", () => {
  it('at Vapi', () => {
    const tools: Vapi.CreateFunctionToolDto[] = vapiTools({ ...acme, key });
    expect(tools.map((tool) => tool.function?.name)).toEqual([...VAPI_TOOLS]);
    expect(tools[0]?.server).toEqual({
      url: 'https://memory.example.com/w/acme/vapi',
      timeoutSeconds: 5,
      headers: { Authorization: 'Bearer rb_key' },
    });
    // Nobody asks the model who calls.
    expect(JSON.stringify(tools.map((tool) => tool.function))).not.toMatch(/phone|number/i);
    const { serverMessages }: Pick<Vapi.CreateAssistantDto, 'serverMessages'> = vapiAssistant({ ...acme, key });
    expect(serverMessages).toContain('end-of-call-report');
  });

  it('at Retell', () => {
    const [search]: LlmResponse.CustomTool[] = retellFunctions({ ...acme, key, hasApiKey: true });
    expect(search).toMatchObject({
      url: 'https://memory.example.com/w/acme/retell/search_memory',
      headers: { Authorization: 'Bearer rb_key', 'x-memory-user': '{{memory_user_id}}' },
    });
    const webhooks = retellWebhooks({ ...acme, key, hasApiKey: true });
    webhooks.agent satisfies {
      webhook_url?: AgentCreateParams['webhook_url'];
      webhook_events: readonly NonNullable<AgentCreateParams['webhook_events']>[number][];
    };
    webhooks.phone_number satisfies Pick<PhoneNumberUpdateParams, 'inbound_webhook_url' | 'inbound_sms_webhook_url'>;
    expect(webhooks.phone_number.inbound_webhook_url).toBe('https://memory.example.com/w/acme/retell/inbound');
  });
});

const textOf = (steps: readonly SetupStep[]): string => JSON.stringify(steps);

it.each<[platform: string, steps: readonly SetupStep[]]>([
  ['vapi', vapiSetupSteps({ ...acme, key })],
  ['retell', retellSetupSteps({ ...acme, key, hasApiKey: false })],
  ['telnyx', telnyxSetupSteps(acme)],
])('the steps at %s name the addresses of the workspace', (platform, steps) => {
  expect(textOf(steps)).toContain(`https://memory.example.com/w/acme/${platform}`);
  expect(textOf(steps)).toContain('ringback workspaces health acme');
  expect(steps.every(({ text }) => text.length > 2)).toBe(true);
});

it('needs no name in the address for the default workspace', () => {
  expect(setupTarget('https://memory.example.com', 'default').base).toBe('https://memory.example.com');
});

it('has requests of Vapi signed, and no key in them, where the workspace has an HMAC secret', () => {
  const steps = textOf(vapiSetupSteps({ ...acme, key: undefined }));
  expect(steps).not.toContain('Bearer');
  expect(steps).toContain('x-signature');
  expect(textOf(vapiSetupSteps({ ...acme, key }))).not.toContain('x-signature');
});
