import type { CallerMemories, CallerScope } from '../../src/memory/recall/caller-memories.js';

export interface PlayedMemories extends CallerMemories {
  /** Whom it was asked to warm, as `kind:value`. */
  readonly warmed: readonly string[];
  /** Questions of searches. */
  readonly asked: readonly string[];
}

/**
 * Memories of callers that a test gives, for routes that are to be tested without anybody having called: by identity (`phone:+1…`,
 * `external_id:…`).
 *
 * @param delayMs how long everything takes: beyond the deadline it rejects, which the real ones never do
 */
export function playedMemories(
  known: Readonly<Record<string, { name: string; lines: readonly string[] }>>,
  delayMs = 0,
): PlayedMemories {
  const warmed: string[] = [];
  const asked: string[] = [];
  const namesOf = ({ identities }: CallerScope) => identities.map(({ kind, value }) => `${kind}:${value}`);
  const find = (scope: CallerScope) => namesOf(scope).flatMap((name) => known[name] ?? [])[0];
  const wait = () => new Promise((resolve) => setTimeout(resolve, delayMs));
  return {
    warmed,
    asked,
    async recall(request) {
      if (delayMs > 0) await wait();
      const nothing = { name: '', summary: '', lines: [], facts: {} };
      if (request.identities.length === 0) return { status: 'unidentified', ...nothing };
      const found = find(request);
      if (found === undefined) return { status: 'new', ...nothing };
      return { status: 'known', ...nothing, ...found, summary: found.lines.join(' | ') };
    },
    async search(request) {
      asked.push(request.query);
      if (delayMs > 0) await wait();
      const lines = find(request)?.lines ?? [];
      const hits = lines.slice(0, request.limit).map((text, index) => ({
        ...{ kind: 'fact', id: `fact-${index}`, text, score: 1 / (index + 1), at: '2026-11-01T10:00:00.000Z' },
        ...{
          validFrom: null,
          validTo: null,
          quote: null,
          conversationId: null,
          messageId: null,
          speaker: null,
          metadata: null,
        },
      })) as Awaited<ReturnType<CallerMemories['search']>>['hits'];
      return { hits, contextText: lines.join('\n'), complete: true };
    },
    warm: (scope) => void warmed.push(...namesOf(scope)),
    forget() {},
    size: { callers: 0, bytes: 0 },
  };
}
