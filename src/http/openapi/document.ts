import type { Operation } from '../operation.js';
import type { Route } from '../route.js';
import { ErrorAnswer } from '../wire/error-answer.js';
import { addressOf } from './address.js';
import { ANSWER_HEADERS, answerObject, mediaType } from './answer.js';
import { convertSchemas, type JsonSchema, type SchemaUse } from './json-schemas.js';
import { headerParameters, pathParameters, queryParameters } from './parameters.js';
import { refusalComponents, refusalReferences } from './refusals.js';
import { securityOf, securitySchemes } from './security.js';
import { TAGS } from './tags.js';

/** An OpenAPI document, version 3.1: https://spec.openapis.org/oas/v3.1.1.html */
export interface OpenApiDocument {
  readonly openapi: '3.1.1';
  readonly info: Readonly<Record<string, unknown>>;
  readonly servers: readonly { readonly url: string; readonly description?: string }[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  /** By path template and method, in the order in which the routes are mounted. */
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly [kind: string]: unknown;
  };
}

/** One operation in the document. */
export interface OperationObject {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

const DESCRIPTION = `Long-term memory for voice agents, self-hosted. The routes under \`/ai/\` are Telnyx's: a program written for
\`client.ai.conversations\` and \`client.ai.assistants\` of the official SDK works with this server's address as its \`baseURL\`, with \`/v2\` or
without.

Errors have Telnyx's format, and the header \`x-should-retry\` says whether sending the same request again may help. Every address
that takes GET takes HEAD; any other method is answered 405. Times are ISO 8601 with milliseconds and \`Z\`.`;

/**
 * What all routes say of themselves, as one document. An operation that answers at several addresses is there once, with the
 * beginnings of its addresses as its `servers`.
 */
export function openApiDocument(routes: readonly Route[], version: string): OpenApiDocument {
  const { schemaOf, components } = convertSchemas([
    { schema: ErrorAnswer, use: 'answer' },
    ...routes.flatMap(({ operation }) => schemasOf(operation)),
  ]);
  const paths: Record<string, Record<string, OperationObject>> = {};
  for (const { method, paths: patterns, operation } of routes) {
    const { path, servers } = addressOf(patterns);
    const item = paths[path] ?? {};
    paths[path] = item;
    item[method] = operationObject(path, servers, operation, schemaOf);
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Ringback',
      version,
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'This server.' }],
    tags: TAGS,
    paths,
    components: {
      schemas: components,
      responses: refusalComponents(schemaOf(ErrorAnswer, 'answer')),
      headers: ANSWER_HEADERS,
      securitySchemes: securitySchemes(routes.map(({ operation }) => operation.access)),
    },
  };
}

function schemasOf({ body, query, headers, answer }: Operation): readonly SchemaUse[] {
  return [
    ...[body, query, headers].flatMap((schema) => (schema === undefined ? [] : { schema, use: 'request' as const })),
    ...(answer.schema === undefined ? [] : [{ schema: answer.schema, use: 'answer' as const }]),
  ];
}

function operationObject(
  path: string,
  servers: readonly object[],
  operation: Operation,
  schemaOf: ReturnType<typeof convertSchemas>['schemaOf'],
): OperationObject {
  const { id, tag, summary, description: about, access, query, headers, body, answer } = operation;
  const parameters = [
    ...pathParameters(path),
    ...(query === undefined ? [] : queryParameters(schemaOf(query, 'request'))),
    ...(headers === undefined ? [] : headerParameters(schemaOf(headers, 'request'))),
  ];
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(about === undefined ? {} : { description: about }),
    ...(servers.length === 0 ? {} : { servers }),
    security: securityOf(access),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: requestBody(operation, schemaOf(body, 'request')) }),
    responses: {
      ...Object.fromEntries(
        [answer, ...(operation.otherAnswers ?? [])].map(({ status, description }) => [
          status,
          answerObject(
            { ...operation, answer: { ...answer, status, description } },
            answer.schema === undefined ? undefined : schemaOf(answer.schema, 'answer'),
          ),
        ]),
      ),
      ...refusalReferences(operation),
    },
  };
}

/** Required where the empty object, which an absent body is read as, is none. */
function requestBody({ body, bodyContentType = 'application/json' }: Operation, schema: JsonSchema): object {
  return {
    required: bodyContentType === 'application/json' && body?.safeParse({}).success === false,
    content: { [bodyContentType]: mediaType(bodyContentType, schema) },
  };
}
