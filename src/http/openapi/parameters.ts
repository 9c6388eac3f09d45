import type { JsonSchema } from './json-schemas.js';

/** What the parts of paths are, beyond "the id of the …". */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  name: 'The name of the workspace.',
  group_id: 'The id of the insight group.',
  key_id: 'The id of the API key; not the key itself.',
};

/** The parameters in a path template, `{conversation_id}`. */
export function pathParameters(path: string): readonly object[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    description: DESCRIPTIONS[name] ?? `The id of the ${name.replace(/_id$/, '').replaceAll('_', ' ')}.`,
    schema: { type: 'string' },
  }));
}

/** @param schema of an object whose members are the parameters */
export function queryParameters(schema: JsonSchema): readonly object[] {
  return membersOf(schema).map((member) => ({ ...member, in: 'query' }));
}

/** @param schema of an object whose members are the headers */
export function headerParameters(schema: JsonSchema): readonly object[] {
  return membersOf(schema).map((member) => ({ ...member, in: 'header' }));
}

function membersOf({ properties = {}, required = [] }: JsonSchema): readonly { readonly name: string }[] {
  return Object.entries(properties as Record<string, JsonSchema>).map(([name, { description, ...schema }]) => ({
    name,
    required: (required as readonly string[]).includes(name),
    description,
    schema,
  }));
}
