import { describe, expect, it } from 'vitest';
import { createBoundedLookups } from '../../src/assistants/bounded-lookups.js';
import type { CallerProfile } from '../../src/assistants/caller-profile.js';
import type { CallerKey, CallerProfiles } from '../../src/assistants/caller-profiles.js';
import { createInitializer, type Initialization } from '../../src/assistants/initialize.js';
import { LookupFailed } from '../../src/assistants/lookups.js';
import type { PolicyBook } from '../../src/assistants/policy/policy-book.js';
import { readPolicies } from '../../src/assistants/policy/read-policies.js';
import type { CallerMemories, RecallRequest } from '../../src/memory/recall/caller-memories.js';
import { type InitializationEvent, readInitialization } from '../../src/platforms/telnyx/initialization.js';
import { initializationEvent } from '../support/signing.js';

const PROFILE: CallerProfile = {
  name: 'Sarah',
  history: { conversations: 1, lastMessageAt: '2025-04-01T10:00:00.000Z' },
  facts: {},
};

const POLICIES = readPolicies(`version: 1
policies:
  - name: with-lookups
    lookups: { crm: { url: "https://crm.example/" }, billing: { url: "https://billing.example/" } }
    dynamic_variables: { tier: "{{ lookups.crm.tier | default: 'none' }}", due: "{{ lookups.billing.due | default: 'none' }}", who: "{{ caller.name }}" }
`).policies;

const never = () => new Promise<never>(() => {});

interface World {
  readonly policies?: 'unknown' | 'none';
  readonly profile?: CallerProfiles['load'];
  readonly stale?: CallerProfile;
  readonly crm?: () => Promise<unknown>;
  readonly memories?: Pick<CallerMemories, 'recall'>;
  /** Beside what Telnyx says. */
  readonly event?: Partial<InitializationEvent>;
}

async function play(world: World, budgetMs = 100): Promise<Initialization & { readonly tookMs: number }> {
  const book: PolicyBook = {
    known: () => (world.policies === undefined ? POLICIES : world.policies === 'none' ? [] : undefined),
    ask: never,
    load: async () => {},
    forget: () => {},
  };
  const profiles: CallerProfiles = {
    fresh: () => undefined,
    stale: () => world.stale,
    load: world.profile ?? (async () => PROFILE),
    forget: () => {},
    size: 0,
  };
  const initialize = createInitializer({
    book,
    profiles,
    memories: world.memories,
    lookups: {
      fetch: async (_workspaceId, { name }, remainingMs) => {
        if (name !== 'crm') return { due: '5 May' };
        const late = new Promise((_, reject) => {
          setTimeout(() => reject(new LookupFailed('late', 'It did not answer in time.')), remainingMs);
        });
        return Promise.race([(world.crm ?? (async () => ({ tier: 'gold' })))(), late]);
      },
    },
    bounded: createBoundedLookups({ concurrentMax: 2, isOutage: () => false, restMs: 0 }),
    profileLookups: createBoundedLookups({ concurrentMax: 2, isOutage: () => false, restMs: 0 }),
    giveUpMs: 1_000,
  });
  const startMs = performance.now();
  const result = await initialize({
    workspaceId: 1,
    event: { ...readInitialization(initializationEvent()), ...world.event },
    now: new Date('2025-04-07T10:00:00Z'),
    reading: { defaultCountry: 'US', sipDomains: [] },
    timeZone: 'UTC',
    secrets: {},
    deadlineMs: startMs + budgetMs,
  });
  return { ...result, tookMs: performance.now() - startMs };
}

const statusesOf = ({ parts }: Initialization) => Object.fromEntries(parts.map(({ part, status }) => [part, status]));

describe('an initialization', () => {
  it('has everything when everything is ready', async () => {
    const result = await play({});
    expect(result.answer.dynamic_variables).toMatchObject({ tier: 'gold', due: '5 May', who: 'Sarah' });
    expect(statusesOf(result)).toEqual({ caller_profile: 'ready', 'lookups.crm': 'ready', 'lookups.billing': 'ready' });
    expect(result.memoryUserId).toBe('voice:+15551234567');
  });

  it.each<[what: string, world: World, status: object, variables: object]>([
    [
      'a look-up that hangs',
      { crm: never },
      { 'lookups.crm': 'late', 'lookups.billing': 'ready', caller_profile: 'ready' },
      { tier: 'none', due: '5 May', who: 'Sarah' },
    ],
    [
      'a look-up that fails',
      { crm: () => Promise.reject(new TypeError('broken')) },
      { 'lookups.crm': 'failed', 'lookups.billing': 'ready', caller_profile: 'ready' },
      { tier: 'none', due: '5 May', who: 'Sarah' },
    ],
    [
      'a database that hangs',
      { profile: never },
      { 'lookups.crm': 'ready', 'lookups.billing': 'ready', caller_profile: 'late' },
      { tier: 'gold', due: '5 May', who: '', caller_known: 'false' },
    ],
    [
      'a database that hangs, and a caller who is remembered',
      { profile: never, stale: PROFILE },
      { 'lookups.crm': 'ready', 'lookups.billing': 'ready', caller_profile: 'stale' },
      { tier: 'gold', who: 'Sarah', caller_known: 'true' },
    ],
    [
      'nothing that answers',
      { profile: never, crm: never },
      { 'lookups.crm': 'late', 'lookups.billing': 'ready', caller_profile: 'late' },
      { tier: 'none', due: '5 May', who: '' },
    ],
  ])('is on time with %s', async (_what, world, status, variables) => {
    const result = await play(world);
    expect(statusesOf(result)).toEqual(status);
    expect(result.answer.dynamic_variables).toMatchObject(variables);
    // With room for a machine that is busy: without the deadline it would wait for ever.
    expect(result.tookMs).toBeLessThan(2_000);
  });

  describe('of a caller whom an id names, and no number', () => {
    const event = { endUserTarget: 'anonymous', externalId: 'cust_1' };

    it('asks memory by that id, and the conversations of that caller, whatever the number', async () => {
      const asked: RecallRequest[] = [];
      const recall: CallerMemories['recall'] = async (request) => {
        asked.push(request);
        return { status: 'known', name: 'Tom', summary: 'prefers mornings', lines: [], facts: {} };
      };
      const profiles: CallerKey['of'][] = [];
      const profile: CallerProfiles['load'] = async ({ of }) => {
        profiles.push(of);
        return PROFILE;
      };
      const result = await play({ event, memories: { recall }, profile });
      expect(profiles).toEqual([{ identities: [{ kind: 'external_id', value: 'cust_1' }] }]);
      await play({ event: { ...event, endUserTarget: '+15551234567' }, profile });
      await play({ profile });
      expect(profiles.slice(1)).toEqual([
        {
          identities: [
            { kind: 'external_id', value: 'cust_1' },
            { kind: 'phone', value: '+15551234567' },
          ],
        },
        { target: '+15551234567' },
      ]);
      expect(asked.map(({ identities }) => identities)).toEqual([[{ kind: 'external_id', value: 'cust_1' }]]);
      expect(asked[0]?.withholdSensitive).toBe(false);
      expect(result.answer.dynamic_variables).toMatchObject({ caller_known: 'true', who: 'Tom' });
      expect(result).toMatchObject({ verification: 'verified', memoryUserId: 'id:cust_1' });
      expect(statusesOf(result)).toEqual({
        ...{ caller_profile: 'ready', 'lookups.crm': 'ready', 'lookups.billing': 'ready' },
      });
    });

    it('asks for that caller’s conversations, not those under the number, where an e-mail address names them', async () => {
      const profiles: CallerKey['of'][] = [];
      const profile: CallerProfiles['load'] = async ({ of }) => {
        profiles.push(of);
        return PROFILE;
      };
      await play({ event: { externalId: 'email:sarah@example.com', endUserTarget: '+15551234567' }, profile });
      expect(profiles).toEqual([
        {
          identities: [
            { kind: 'email', value: 'sarah@example.com' },
            { kind: 'phone', value: '+15551234567' },
          ],
        },
      ]);
    });

    it('says so when memory was late', async () => {
      const recall: CallerMemories['recall'] = async () => {
        return { status: 'late', name: '', summary: '', lines: [], facts: {} };
      };
      const result = await play({ event, memories: { recall } });
      expect(statusesOf(result)).toMatchObject({ memory: 'late', caller_profile: 'ready' });
      expect(result.answer.dynamic_variables).toMatchObject({ caller_known: 'true', memory_user_id: 'id:cust_1' });
      const alone = await play({ event, memories: { recall }, profile: never });
      // One reason is enough.
      expect(alone.parts.map(({ part, status }) => `${part} ${status}`)).toContain('caller_profile late');
      expect(statusesOf(alone)).not.toHaveProperty('memory');
      expect(alone.answer.dynamic_variables).toMatchObject({ caller_known: 'false' });
    });
  });

  it('gives no memory while the policies are unknown: they may forbid it', async () => {
    const result = await play({ policies: 'unknown' });
    expect(result.answer).toEqual({
      dynamic_variables: {
        caller_known: 'false',
        caller_name: '',
        memory_context: '',
        memory_user_id: '',
        last_conversation_at: '',
      },
      conversation: { metadata: {} },
    });
    expect(statusesOf(result)).toEqual({ policies: 'late' });
  });

  it('is answered by the built-in policy where no policy matches', async () => {
    const result = await play({ policies: 'none' });
    expect(result.policy).toBe('built-in');
    expect(result.answer.memory?.conversation_query).toBe(
      'metadata->telnyx_end_user_target=eq.+15551234567&limit=5&order=last_message_at.desc',
    );
  });
});
