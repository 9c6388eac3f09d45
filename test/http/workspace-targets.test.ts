import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EventTargets, isForWorkspace } from '../../src/http/workspace-targets.js';
import { areToldApart, type WorkspaceSettings } from '../../src/store/workspace-settings.js';

const NUMBERS = ['+13128675300', '+13128675301', '+13128675302', '+13128675303'];

const settings: fc.Arbitrary<WorkspaceSettings> = fc.record(
  {
    assistants: fc.uniqueArray(fc.constantFrom('a', 'b', 'e', 'f'), { minLength: 1, maxLength: 2 }),
    agents: fc.uniqueArray(fc.constantFrom('c', 'd', 'g', 'h'), { minLength: 1, maxLength: 2 }),
    numbers: fc.uniqueArray(fc.constantFrom(...NUMBERS), { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: [] },
);

/** What the events of each platform name. */
const event: fc.Arbitrary<readonly [platform: string, targets: EventTargets]> = fc.oneof(
  fc.tuple(
    fc.constantFrom('telnyx', 'vapi'),
    fc.record(
      { assistantId: fc.constantFrom('a', 'b', 'x'), number: fc.constantFrom(...NUMBERS, '(312) 867-5301', 'web') },
      { requiredKeys: [] },
    ),
  ),
  fc.tuple(
    fc.constant('retell'),
    fc.record(
      { agentId: fc.constantFrom('c', 'd', 'x'), number: fc.constantFrom(...NUMBERS, '(312) 867-5301', 'web') },
      { requiredKeys: [] },
    ),
  ),
);

describe('workspaces that may share a secret', () => {
  test('never both take an event', () => {
    let apart = 0;
    let taken = 0;
    fc.assert(
      fc.property(settings, settings, event, (one, other, [platform, targets]) => {
        if (!areToldApart(one, other, platform)) return;
        apart += 1;
        const takers = [one, other].filter((each) => isForWorkspace(each, targets, 'US'));
        taken += takers.length;
        expect(takers.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 20_000 },
    );
    // Most are not told apart, and of the others most events are nobody's.
    expect(apart).toBeGreaterThan(500);
    expect(taken).toBeGreaterThan(100);
  });
});

describe('two workspaces', () => {
  test.each<[string, WorkspaceSettings, WorkspaceSettings, string, boolean]>([
    ['list assistants and numbers', { assistants: ['a'] }, { numbers: NUMBERS }, 'telnyx', false],
    ['list assistants, each its own', { assistants: ['a'] }, { assistants: ['b'] }, 'telnyx', true],
    [
      'list agents, of a platform without any',
      { agents: ['c'], numbers: NUMBERS },
      { agents: ['d'], assistants: ['a'] },
      'vapi',
      false,
    ],
    [
      'list agents, of the platform that has them',
      { agents: ['c'], numbers: NUMBERS },
      { agents: ['d'], assistants: ['a'] },
      'retell',
      true,
    ],
    ['list the same number', { numbers: NUMBERS }, { numbers: NUMBERS }, 'vapi', false],
    ['list, and list nothing', { numbers: NUMBERS }, {}, 'vapi', false],
  ])('that %s', (_what, one, other, platform, expected) => {
    expect(areToldApart(one, other, platform)).toBe(expected);
    expect(areToldApart(other, one, platform)).toBe(expected);
  });
});
