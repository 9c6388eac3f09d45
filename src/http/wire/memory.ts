import { z } from 'zod';
import type { FactMemory } from '../../memory/truth/memory.js';
import type { StoredEntity, StoredProcedure } from '../../store/caller-administration.js';
import type { StoredEpisode, StoredPattern } from '../../store/caller-memory.js';

export const FactJson = z
  .object({
    kind: z.literal('fact'),
    id: z.uuid(),
    predicate: z.string().describe('What it is about: `name`, `prefers`, `allergy`, `appointment`, …'),
    value: z.string(),
    text: z.string().describe('As a clause without its subject: `prefers morning appointments`.'),
    person: z.string().nullable().describe('Whom it is about, where that is not the caller.'),
    promised_by: z.enum(['caller', 'agent']).nullable().describe('Of an `open_item`.'),
    speaker: z.enum(['caller', 'agent', 'operator']).describe('Who said it last.'),
    quote: z.string().nullable().describe('The words that say it.'),
    conversation_id: z.guid().nullable(),
    message_id: z.guid().nullable(),
    confidence: z.number(),
    sensitive: z.boolean(),
    pinned: z.boolean(),
    valid_from: z.iso.datetime(),
    valid_to: z.iso.datetime().nullable().describe('Null: it holds.'),
    superseded_by: z.uuid().nullable().describe('What replaced it.'),
    said_at: z.iso.datetime(),
    recorded_at: z.iso.datetime(),
    recall_count: z.number().int(),
    evidence: z
      .array(
        z.object({
          conversation_id: z.guid().nullable().describe('Null: the operator told it.'),
          message_id: z.guid().nullable(),
          quote: z.string().nullable(),
          speaker: z.enum(['caller', 'agent', 'operator']),
          said_at: z.iso.datetime(),
        }),
      )
      .describe('Each time it was said, newest first.'),
  })
  .describe('A fact, as it stands when all that was said is weighed.')
  .meta({ id: 'Fact' });

const EpisodeJson = z.object({
  kind: z.literal('episode'),
  id: z.uuid(),
  conversation_id: z.guid(),
  at: z.iso.datetime(),
  text: z.string(),
  outcome: z.string(),
  open_items: z.array(z.string()),
});

const PatternJson = z.object({
  kind: z.literal('pattern'),
  id: z.uuid(),
  text: z.string(),
  evidence: z.array(z.string()).describe('Ids of facts and conversations.'),
  confidence: z.number(),
  first_at: z.iso.datetime(),
  last_at: z.iso.datetime(),
});

const ProcedureJson = z.object({
  kind: z.literal('procedure'),
  id: z.uuid(),
  conversation_id: z.guid(),
  name: z.string(),
  trigger: z.string(),
  steps: z.array(z.string()),
  recorded_at: z.iso.datetime(),
});

const EntityJson = z.object({
  kind: z.literal('entity'),
  id: z.uuid(),
  conversation_id: z.guid(),
  type: z.string().describe('`person`, `organization`, `place` or `pet`.'),
  name: z.string(),
  relation: z.string().nullable(),
  recorded_at: z.iso.datetime(),
});

export const MEMORY_KINDS = ['fact', 'episode', 'pattern', 'procedure', 'entity'] as const;

export const MemoryListAnswer = z.object({
  data: z.array(z.union([FactJson, EpisodeJson, PatternJson, ProcedureJson, EntityJson])),
});

export const FactAnswer = z.object({ data: FactJson });

export function factJson(fact: FactMemory): z.output<typeof FactJson> {
  const [last] = fact.evidence;
  return {
    kind: 'fact',
    id: fact.id,
    predicate: fact.predicate,
    value: fact.value,
    text: fact.statement,
    person: fact.person.kind === 'caller' ? null : fact.person.name,
    promised_by: fact.promisedBy ?? null,
    speaker: last.speaker,
    quote: last.quote,
    conversation_id: last.conversationId,
    message_id: last.messageId,
    confidence: fact.confidence,
    sensitive: fact.sensitive,
    pinned: fact.pinned,
    valid_from: fact.validFrom,
    valid_to: fact.validTo ?? null,
    superseded_by: fact.supersededBy ?? null,
    said_at: fact.saidAt,
    recorded_at: fact.recordedAt,
    recall_count: fact.recallCount,
    evidence: fact.evidence.map(({ conversationId, messageId, quote, speaker, saidAt }) => ({
      conversation_id: conversationId,
      message_id: messageId,
      quote,
      speaker,
      said_at: saidAt,
    })),
  };
}

export function episodeJson(episode: StoredEpisode): z.output<typeof EpisodeJson> {
  const { id, conversationId, at, summary, outcome, openItems } = episode;
  return {
    kind: 'episode',
    id,
    conversation_id: conversationId,
    at,
    text: summary,
    outcome,
    open_items: [...openItems],
  };
}

export function patternJson(pattern: StoredPattern): z.output<typeof PatternJson> {
  const { id, statement, evidence, confidence, firstAt, lastAt } = pattern;
  return {
    kind: 'pattern',
    id,
    text: statement,
    evidence: [...evidence],
    confidence,
    first_at: firstAt,
    last_at: lastAt,
  };
}

export function procedureJson(procedure: StoredProcedure): z.output<typeof ProcedureJson> {
  const { id, conversationId, name, trigger, steps, recordedAt } = procedure;
  return {
    kind: 'procedure',
    id,
    conversation_id: conversationId,
    name,
    trigger,
    steps: [...steps],
    recorded_at: recordedAt,
  };
}

export function entityJson(entity: StoredEntity): z.output<typeof EntityJson> {
  const { id, conversationId, kind, name, relation, recordedAt } = entity;
  return { kind: 'entity', id, conversation_id: conversationId, type: kind, name, relation, recorded_at: recordedAt };
}
