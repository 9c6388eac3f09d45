import type { ReportedTurn } from '../../platforms/call-report.js';
import { uuidOf } from '../../platforms/uuid-of.js';
import type { KeptTurn, NewTurn } from '../../store/turns.js';
import { isSameTurn, wordsOf } from './turn-likeness.js';

/** What a report changes of the turns of a conversation. */
export interface TurnChange {
  readonly added: readonly NewTurn[];
  /** Of turns recorded during the call, which the report has too. */
  readonly removedIds: readonly string[];
}

/** Marks a turn that was recorded during the call, by the agent's own words for it. */
export const RECORDED_LIVE = 'recorded_live';

/** Later than the one before by so much, where a report does not say when a turn was said. */
const STEP_MS = 1;

/**
 * What a report adds to a conversation: its turns, each once however often they are reported, in the place of the same turns as they
 * were recorded during the call. The report's own words are the better ones.
 *
 * @param times `startedAt`: for turns without a time
 */
export function turnsOfReport(
  conversationId: string,
  turns: readonly ReportedTurn[],
  kept: readonly KeptTurn[],
  { startedAt, now }: { readonly startedAt: Date; readonly now: Date },
): TurnChange {
  const there = new Set(kept.map(({ id }) => id));
  const all = withIds(conversationId, turns, { startedAt, now });
  const live = kept.filter(({ metadata }) => metadata?.[RECORDED_LIVE] === true);
  const unmatched = new Set(all.map((_, index) => index));
  const removedIds: string[] = [];
  const words = live.length === 0 ? [] : all.map(({ text }) => wordsOf(text));
  for (const { id, role, text } of live) {
    const said = wordsOf(text ?? '');
    for (const index of unmatched) {
      const turn = all[index] as NewTurn;
      if (turn.role !== role || !isSameTurn(words[index] ?? [], said)) continue;
      unmatched.delete(index);
      removedIds.push(id);
      break;
    }
  }
  return { added: all.filter(({ id }) => !there.has(id)), removedIds };
}

/**
 * What a turn that is recorded during the call adds: nothing where the report came first and has it.
 *
 * @param key the same for the same request, delivered how often it may be
 */
export function turnsRecordedLive(
  conversationId: string,
  key: string,
  turns: readonly ReportedTurn[],
  kept: readonly KeptTurn[],
  at: Date,
): TurnChange {
  const there = new Set(kept.map(({ id }) => id));
  const reported = kept.filter(({ metadata }) => metadata?.[RECORDED_LIVE] !== true);
  const added = turns.flatMap(({ role, text, ...turn }, index): NewTurn[] => {
    const id = uuidOf(JSON.stringify(['live turn', conversationId, key, index]));
    const said = wordsOf(text);
    if (there.has(id) || reported.some((one) => one.role === role && isSameTurn(wordsOf(one.text ?? ''), said)))
      return [];
    const sentAt = turn.at ?? new Date(at.getTime() + index * STEP_MS).toISOString();
    return [{ id, role, text, sentAt, metadata: { [RECORDED_LIVE]: true } }];
  });
  return { added, removedIds: [] };
}

/**
 * More turns of a conversation: what is told twice by one request is there once, and the same words in another request are said
 * again.
 *
 * @param key the same for the same request, delivered how often it may be
 */
export function turnsAppended(
  conversationId: string,
  key: string,
  turns: readonly ReportedTurn[],
  kept: readonly KeptTurn[],
  now: Date,
): TurnChange {
  const there = new Set(kept.map(({ id }) => id));
  const all = withIds(JSON.stringify([conversationId, key]), turns, { startedAt: now, now });
  return { added: all.filter(({ id }) => !there.has(id)), removedIds: [] };
}

function withIds(
  scope: string,
  turns: readonly ReportedTurn[],
  { startedAt, now }: { readonly startedAt: Date; readonly now: Date },
): readonly NewTurn[] {
  const occurrences = new Map<string, number>();
  const nowMs = now.getTime();
  // Those without a time stand before now, too, however many they are.
  let lastMs = Math.min(startedAt.getTime(), nowMs - turns.length * STEP_MS) - STEP_MS;
  return turns.map(({ role, text, at, isOther, name, metadata }) => {
    const said = JSON.stringify([role, isOther === true, text]);
    const occurrence = occurrences.get(said) ?? 0;
    occurrences.set(said, occurrence + 1);
    // Never earlier than the turn before, so that their order is the report's.
    lastMs = Math.min(nowMs, Math.max(lastMs + STEP_MS, at === undefined ? 0 : Date.parse(at)));
    return {
      id: uuidOf(JSON.stringify(['turn', scope, said, occurrence])),
      role,
      text,
      sentAt: new Date(lastMs).toISOString(),
      ...(name === undefined ? {} : { name }),
      ...(isOther === true
        ? { metadata: { ...metadata, speaker: 'other' } }
        : metadata === undefined
          ? {}
          : { metadata }),
    };
  });
}
