import { type LanguageModel, ModelFailed } from '../../models/language-model.js';
import type { Call } from './call.js';
import { entitiesOf } from './entities.js';
import { episodeOf } from './episode.js';
import type { Entity, Episode, ExtractedFact, Extractor, Procedure } from './extraction.js';
import { withoutMachineText } from './language/machine-text.js';
import { checkedFact } from './model/checked-fact.js';
import { oneLine } from './model/checked-value.js';
import {
  answeredEntity,
  answeredExtraction,
  answeredFact,
  answeredProcedure,
  EXTRACTION_SCHEMA,
} from './model/extraction-answer.js';
import { EXTRACTION_INSTRUCTIONS, extractionInput, INPUT_CHARACTERS_MAX } from './model/extraction-prompt.js';

const FACTS_MAX = 200;
const ENTITIES_MAX = 100;
const PROCEDURES_MAX = 20;
const STEPS_MAX = 20;
const SUMMARY_CHARACTERS_MAX = 600;
const CLAUSE_CHARACTERS_MAX = 200;

/**
 * Reads calls, in any language, with a language model. What the model says is checked against the transcript: a fact whose quote is
 * not in a turn of the one whose words count is dropped, and so is a value that is none.
 *
 * `extract` throws ModelFailed when there is no answer in time or none that can be used.
 *
 * @param timeoutMs for the answer, retries included
 */
export function createModelExtractor(model: LanguageModel, { timeoutMs }: { readonly timeoutMs: number }): Extractor {
  return {
    async extract(call, signal) {
      const spoken = withoutMachineText(call);
      const input = extractionInput(spoken);
      if (input.length > INPUT_CHARACTERS_MAX) {
        throw new ModelFailed(
          `The call has ${input.length} characters, and ${INPUT_CHARACTERS_MAX} are sent to a model.`,
          {
            isTemporary: false,
          },
        );
      }
      const prompt = { instructions: EXTRACTION_INSTRUCTIONS, input, timeoutMs, signal };
      const answer = answeredExtraction.safeParse(await model.completeJson(prompt, EXTRACTION_SCHEMA));
      if (!answer.success) {
        throw new ModelFailed('The model answered something other than an extraction.', { isTemporary: false });
      }
      const { data } = answer;
      const facts = factsOf(spoken, data.facts);
      const episode = withModelWords(episodeOf(spoken, facts), data.episode);
      return {
        facts,
        entities: entitiesIn(spoken, data.entities ?? [], facts),
        ...(episode === undefined ? {} : { episode }),
        procedures: proceduresIn(data.procedures ?? []),
        extractor: 'model',
      };
    },
  };
}

function factsOf(call: Call, answered: readonly unknown[]): readonly ExtractedFact[] {
  const facts = new Map<string, ExtractedFact>();
  for (const item of answered.slice(0, FACTS_MAX)) {
    const { data } = answeredFact.safeParse(item);
    const fact = data && checkedFact(call, data);
    if (!fact) continue;
    const key = JSON.stringify([
      fact.predicate,
      fact.value.toLowerCase(),
      fact.by ?? '',
      fact.about?.toLowerCase() ?? '',
    ]);
    if (!facts.has(key)) facts.set(key, fact);
  }
  return [...facts.values()].sort((a, b) => a.turn - b.turn);
}

/** Those whose name was said, and those of the facts. */
function entitiesIn(call: Call, answered: readonly unknown[], facts: readonly ExtractedFact[]): readonly Entity[] {
  const said = call.turns.map(({ text }) => text.toLowerCase()).join('\n');
  const entities = new Map<string, Entity>();
  for (const item of answered.slice(0, ENTITIES_MAX)) {
    const { data } = answeredEntity.safeParse(item);
    const name = data && oneLine(data.name, 100);
    if (!data || !name || !said.includes(name.toLowerCase())) continue;
    const relation = data.relation ? oneLine(data.relation, 60) : '';
    entities.set(`${data.kind} ${name.toLowerCase()}`, { kind: data.kind, name, ...(relation !== '' && { relation }) });
  }
  for (const entity of entitiesOf(facts)) {
    const key = `${entity.kind} ${entity.name.toLowerCase()}`;
    if (!entities.has(key)) entities.set(key, entity);
  }
  return [...entities.values()];
}

/** The open items are the checked facts'; the words are the model's where it has any. */
function withModelWords(
  builtIn: Episode | undefined,
  answered: { readonly summary: string; readonly outcome?: string | null | undefined } | null | undefined,
): Episode | undefined {
  if (!builtIn || !answered) return builtIn;
  const summary = oneLine(answered.summary, SUMMARY_CHARACTERS_MAX);
  return {
    ...builtIn,
    summary: summary === '' ? builtIn.summary : summary,
    outcome: oneLine(answered.outcome ?? '', CLAUSE_CHARACTERS_MAX),
  };
}

function proceduresIn(answered: readonly unknown[]): readonly Procedure[] {
  return answered.slice(0, PROCEDURES_MAX).flatMap((item) => {
    const { data } = answeredProcedure.safeParse(item);
    const steps = (data?.steps ?? [])
      .slice(0, STEPS_MAX)
      .map((step) => oneLine(step, CLAUSE_CHARACTERS_MAX))
      .filter((step) => step !== '');
    const name = oneLine(data?.name ?? '', CLAUSE_CHARACTERS_MAX);
    return name === '' || steps.length < 2
      ? []
      : [{ name, trigger: oneLine(data?.trigger ?? '', CLAUSE_CHARACTERS_MAX), steps }];
  });
}
