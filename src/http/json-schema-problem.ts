import type { Options } from 'ajv';
import { jsonProblems } from '../store/storable.js';

/** What a schema may weigh, as JSON in UTF-8. Compiling one holds up every other request: some 0.1 s for the worst of this size. */
export const JSON_SCHEMA_BYTES_MAX = 16 * 1024;

/**
 * A new compiler each time keeps nothing of a schema. Formats and keywords that it doesn't know are let pass, as the standard has
 * it; a reference to another document has nowhere to lead. To optimise code that nobody runs takes five times as long as to make it.
 */
const OPTIONS = {
  strict: false,
  validateFormats: false,
  inlineRefs: false,
  logger: false,
  code: { optimize: false },
} as const satisfies Options;

const DRAFT_7 = /^https?:\/\/json-schema\.org\/draft-07\/schema#?$/;

/**
 * What is wrong with a JSON Schema, given as JSON text or as an object, as the end of a sentence about it; undefined when a result
 * can be checked by it. Draft 2020-12, or draft 7 where `$schema` says so.
 */
export async function jsonSchemaProblem(given: unknown): Promise<string | undefined> {
  const schema = typeof given === 'string' ? parsed(given) : given;
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) {
    return 'has to be a JSON Schema: a JSON object, or a string that holds one; null for none.';
  }
  const bytes = Buffer.byteLength(typeof given === 'string' ? given : JSON.stringify(given));
  if (bytes > JSON_SCHEMA_BYTES_MAX) return `takes ${bytes} bytes; ${JSON_SCHEMA_BYTES_MAX} are allowed.`;
  const [problem] = jsonProblems(schema, '/json_schema');
  if (problem !== undefined) return `cannot be used: ${problem.detail}`;
  return compileProblem(schema);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function compileProblem(schema: object): Promise<string | undefined> {
  const { $schema, $async } = schema as { $schema?: unknown; $async?: unknown };
  // Ajv's own: a validator that answers later, and is taken for one that says yes.
  if ($async === true) return 'cannot be used: "$async" is no part of JSON Schema.';
  // Loaded with the first schema: most servers are sent none.
  const [{ Ajv }, { Ajv2020 }] = await Promise.all([import('ajv'), import('ajv/dist/2020.js')]);
  try {
    const ajv = typeof $schema === 'string' && DRAFT_7.test($schema) ? new Ajv(OPTIONS) : new Ajv2020(OPTIONS);
    ajv.compile(schema);
    return undefined;
  } catch (error) {
    return `is no JSON Schema that a result can be checked by: ${(error as Error).message.replace(/\.?$/, '.')}`;
  }
}
