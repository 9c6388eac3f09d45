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
