import { type LanguageModel, ModelFailed } from './language-model.js';

export interface RestLimits {
  /** Answers in a row that did not come in time, after which the model is left alone. */
  readonly timeoutsMax?: number;
  /** How long it is left alone before somebody asks it again. */
  readonly restMs?: number;
}

const TIMEOUTS_MAX = 3;
const REST_MS = 60_000;

/**
 * A model that is left alone for a while when it has stopped answering, so that the work of many calls does not wait in a row for
 * answers that do not come: what asks it meanwhile fails at once, and can be tried again. After each rest one request goes out, and
 * the model rests on for everybody else until that one is answered.
 *
 * @param now in ms; only differences count
 */
export function createRestingModel(
  model: LanguageModel,
  now: () => number,
  { timeoutsMax = TIMEOUTS_MAX, restMs = REST_MS }: RestLimits = {},
): LanguageModel {
  let timeouts = 0;
  let restEnds = 0;
  const ask = async <Answer>(answer: () => Promise<Answer>): Promise<Answer> => {
    if (timeouts >= timeoutsMax) {
      if (now() < restEnds) throw isResting(timeouts, restEnds - now());
      restEnds = now() + restMs;
    }
    try {
      const given = await answer();
      timeouts = 0;
      return given;
    } catch (error) {
      // A refusal is an answer, too; one who gave up waiting knows nothing of the model.
      if (error instanceof ModelFailed && error.end === 'out-of-time') {
        timeouts += 1;
        restEnds = now() + restMs;
      } else if (!(error instanceof ModelFailed && error.end === 'given-up')) timeouts = 0;
      throw error;
    }
  };
  return {
    name: model.name,
    complete: (prompt) => ask(() => model.complete(prompt)),
    completeJson: (prompt, schema) => ask(() => model.completeJson(prompt, schema)),
  };
}

function isResting(timeouts: number, leftMs: number): ModelFailed {
  return new ModelFailed(
    `The model gave no answer in time ${timeouts} times in a row; it is asked again in ${Math.ceil(leftMs / 1000)} s.`,
    { isTemporary: true },
  );
}
