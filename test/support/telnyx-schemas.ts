import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';

const EXCERPT = fileURLToPath(new URL('../../../shared/telnyx/openapi-excerpt.json', import.meta.url));

/** Whether Telnyx's own schemas lie beside the project: they are no part of it. */
export const HAS_TELNYX_SCHEMAS = existsSync(EXCERPT);

/** What an answer breaks of a schema of Telnyx's OpenAPI file (`ConversationInsightListData`); empty when it keeps to it. */
export function telnyxSchemaErrors(name: string, answer: unknown): readonly string[] {
  const { components } = JSON.parse(readFileSync(EXCERPT, 'utf8'));
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema({ $id: 'telnyx', components });
  const validate = ajv.compile({ $ref: `telnyx#/components/schemas/${name}` });
  if (validate(answer)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** What Telnyx's OpenAPI file says of an answer: whether it knows the operation, and what the answer breaks of its schema. */
export interface TelnyxVerdict {
  /** `get /ai/conversations/{conversation_id}`; undefined: Telnyx has no such operation. */
  readonly operation: string | undefined;
  readonly errors: readonly string[];
}

/**
 * Holds an answer against the schema that Telnyx documents for it. Where none is documented, as for deletions, any answer keeps to it.
 *
 * @param path of the request, `/ai/conversations/insights`
 */
export function telnyxVerdict(method: string, path: string, answer: unknown): TelnyxVerdict {
  const { components, paths } = JSON.parse(readFileSync(EXCERPT, 'utf8'));
  const matching = Object.keys(paths).filter((template) => {
    const pattern = template.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+');
    return new RegExp(`^${pattern}$`).test(path) && method in paths[template];
  });
  // Of `/insights` and `/{conversation_id}` the one that says more.
  const [template] = matching.sort((a, b) => placeholdersOf(a) - placeholdersOf(b));
  if (template === undefined) return { operation: undefined, errors: [] };
  const operation = `${method} ${template}`;
  const success = Object.entries<{ content?: Record<string, { schema: object }> }>(
    paths[template][method].responses,
  ).find(([status]) => status.startsWith('2'));
  const schema = success?.[1].content?.['application/json']?.schema;
  if (schema === undefined || Object.keys(schema).length === 0) return { operation, errors: [] };
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema({ $id: 'telnyx', components });
  const validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"telnyx#/components/')));
  if (validate(answer)) return { operation, errors: [] };
  return {
    operation,
    errors: (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`),
  };
}

function placeholdersOf(template: string): number {
  return template.split('{').length;
}
