import { type JsonSchema, ModelFailed } from './language-model.js';
import { runBounded, TookTooLong } from './run-bounded.js';

/** A JSON schema, ready to check values. */
export interface SchemaCheck {
  /**
   * What is wrong with the value, one line each, at most {@link PROBLEMS_MAX}; none where the schema allows it. The lines may quote the
   * value's property names.
   *
   * @throws ModelFailed where the schema takes too long to be checked
   */
  problems(value: unknown): readonly string[];
}

/** As JSON text, of a schema. */
export const SCHEMA_CHARACTERS_MAX = 32_000;
const PROBLEMS_MAX = 10;
const REASON_CHARACTERS_MAX = 300;

/** Beside other work: a usual schema takes 20 to 50 ms. */
const COMPILE_MS_MAX = 500;
const CHECK_MS_MAX = 250;
/** Of the first try. A usual check takes less than 1 ms; on a machine that is busy with something else, one may still be stopped. */
const FIRST_CHECK_MS_MAX = 50;

/**
 * Makes a check of a schema that a user gave: draft 2020-12, or draft-07 where its `$schema` says so.
 *
 * Such a schema may be made to cost: patterns that backtrack, references that double the work with each step. Its text is limited in
 * size, nothing is fetched for a reference, and both compiling and checking are stopped when their time is over (`runBounded`), so patterns
 * can be honoured. `format` is a note, as the specification has it by default.
 *
 * @param text the schema as JSON
 * @throws ModelFailed for a schema that is none, or too large
 */
export async function compileSchema(text: string): Promise<SchemaCheck> {
  if (text.length > SCHEMA_CHARACTERS_MAX) {
    throw unusable(`it has ${text.length} characters, and ${SCHEMA_CHARACTERS_MAX} are allowed`);
  }
  const { $schema, $async: _, ...schema } = JSON.parse(text) as Record<string, unknown>;
  const isOlder = typeof $schema === 'string' && /draft-0[467]/.test($schema);
  // Loaded with the first schema: the command line and most servers have none.
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const { Ajv } = await import('ajv');
  const options = {
    strict: false,
    allErrors: true,
    logger: false,
    validateFormats: false,
    ownProperties: true,
    // Inlined, a reference is compiled anew wherever it stands.
    inlineRefs: false,
    addUsedSchema: false,
  } as const;
  try {
    const validate = runBounded(COMPILE_MS_MAX, () =>
      (isOlder ? new Ajv(options) : new Ajv2020(options)).compile(schema),
    );
    return { problems: (value) => problemsOf(value, validate) };
  } catch (error) {
    if (error instanceof TookTooLong) throw unusable(`it takes more than ${COMPILE_MS_MAX} ms to prepare`, true);
    throw unusable(shortened((error as Error).message));
  }
}

/**
 * What keeps a schema from being used for a model's answers, as a sentence; undefined where nothing does. For those who store one, so that
 * its fault is told to who wrote it.
 */
export async function schemaProblem(schema: JsonSchema): Promise<string | undefined> {
  try {
    await compileSchema(JSON.stringify(schema));
    return undefined;
  } catch (error) {
    if (error instanceof ModelFailed) return error.message;
    throw error;
  }
}

interface Validate {
  (value: unknown): unknown;
  errors?: readonly { readonly instancePath: string; readonly message?: string | undefined }[] | null | undefined;
}

function problemsOf(value: unknown, validate: Validate): readonly string[] {
  try {
    if (runTwice(() => validate(value)) === true) return [];
  } catch (error) {
    if (error instanceof TookTooLong) throw unusable(`it takes more than ${CHECK_MS_MAX} ms to check an answer`);
    // References that lead back to themselves.
    if (error instanceof RangeError) throw unusable('checking an answer does not come to an end');
    throw error;
  }
  const errors = validate.errors ?? [];
  return errors.slice(0, PROBLEMS_MAX).map(({ instancePath, message }) => {
    const where = instancePath === '' ? 'The answer' : `At ${shortened(instancePath)}: it`;
    return `${where} ${message ?? 'is not allowed'}.`;
  });
}

function runTwice<Result>(work: () => Result): Result {
  try {
    return runBounded(FIRST_CHECK_MS_MAX, work);
  } catch (error) {
    if (!(error instanceof TookTooLong)) throw error;
    return runBounded(CHECK_MS_MAX, work);
  }
}

function unusable(reason: string, isTemporary = false): ModelFailed {
  return new ModelFailed(`The JSON schema cannot be used: ${reason}.`, { isTemporary });
}

function shortened(text: string): string {
  return text.length > REASON_CHARACTERS_MAX ? `${text.slice(0, REASON_CHARACTERS_MAX)}…` : text;
}
