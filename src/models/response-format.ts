import type { JsonSchema } from './language-model.js';

/**
 * How an endpoint is told that the answer is to be JSON; `text` tells it in the prompt alone. The ones with a `type` are what the chat
 * completions API calls `response_format`.
 */
export type ResponseFormat =
  | {
      readonly type: 'json_schema';
      readonly json_schema: {
        readonly name: string;
        readonly schema: Record<string, unknown>;
        readonly strict: boolean;
      };
    }
  | { readonly type: 'json_object' }
  | { readonly type: 'text' };

/**
 * The formats to be tried for a schema, best first: an endpoint that refuses one gets the next. The first two can hold objects only, so
 * a schema of another type is asked for in the prompt alone.
 */
export function responseFormatsFor(schema: JsonSchema): readonly ResponseFormat[] {
  const { type } = schema;
  if (type !== undefined && type !== 'object') return [{ type: 'text' }];
  return [
    { type: 'json_schema', json_schema: { name: 'answer', schema: { ...schema }, strict: isStrict(schema) } },
    { type: 'json_object' },
    { type: 'text' },
  ];
}

/** Under `strict`, OpenAI takes these keywords, on condition that every object is closed and all of its properties are required. */
const STRICT_KEYWORDS: ReadonlySet<string> = new Set([
  ...[
    '$schema',
    '$defs',
    'definitions',
    '$ref',
    'title',
    'description',
    'type',
    'properties',
    'required',
    'items',
    'enum',
  ],
  ...['const', 'anyOf', 'additionalProperties', 'pattern', 'format', 'minimum', 'maximum', 'exclusiveMinimum'],
  ...['exclusiveMaximum', 'multipleOf', 'minItems', 'maxItems'],
]);

/**
 * Whether a schema is one of those that OpenAI's structured outputs guarantee (`strict: true`); others are sent without the flag, as
 * a wish. https://platform.openai.com/docs/guides/structured-outputs#supported-schemas
 */
export function isStrict(schema: JsonSchema): boolean {
  return schema.type === 'object' && schema.anyOf === undefined && isStrictPart(schema, 0);
}

const STRICT_DEPTH_MAX = 10;

function isStrictPart(part: unknown, depth: number): boolean {
  if (!isRecord(part) || depth > STRICT_DEPTH_MAX) return false;
  if (!Object.keys(part).every((keyword) => STRICT_KEYWORDS.has(keyword))) return false;
  const { type, properties, required, items, anyOf, $defs, definitions, additionalProperties } = part;
  const isObject = type === 'object' || (Array.isArray(type) && type.includes('object')) || properties !== undefined;
  if (isObject && !(additionalProperties === false && requiresAll(properties, required))) return false;
  const parts = [
    ...[properties, $defs, definitions].flatMap((map) => (isRecord(map) ? Object.values(map) : [])),
    ...(Array.isArray(anyOf) ? anyOf : []),
    ...(items === undefined ? [] : [items]),
  ];
  return parts.every((inner) => isStrictPart(inner, depth + 1));
}

function requiresAll(properties: unknown, required: unknown): boolean {
  if (!isRecord(properties) || !Array.isArray(required)) return false;
  return Object.keys(properties).every((name) => required.includes(name));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
