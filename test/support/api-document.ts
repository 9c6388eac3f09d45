import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import request from 'supertest';
import type { OpenApiDocument } from '../../src/http/openapi/document.js';
import type { TestApp } from './server.js';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
export type Schema = { readonly [keyword: string]: unknown };

export interface DocumentedParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description: string;
  readonly schema: Schema;
}

/** An operation of `/openapi.json`, as tests go through them. */
export interface DocumentedOperation {
  readonly id: string;
  readonly method: Method;
  /** Every address at which it answers: `/v2/ai/conversations/{conversation_id}`. */
  readonly addresses: readonly string[];
  readonly parameters: readonly DocumentedParameter[];
  /** The scopes of API keys that open it; none: it is open, or asks for a signature alone. */
  readonly scopes: readonly string[];
  readonly isOpen: boolean;
  /** By its content type. */
  readonly body?: { readonly contentType: string; readonly schema: Schema };
  /** Documented statuses that are no refusals, in practice one. */
  readonly status: number;
  readonly statuses: readonly number[];
}

/** What an operation answered. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

export interface ApiDocument {
  readonly document: OpenApiDocument;
  readonly operations: readonly DocumentedOperation[];
  /** The operation that answers at a path, `/v2/ai/conversations/insights`. */
  operationAt(method: string, path: string): DocumentedOperation | undefined;
  /** The value that a JSON pointer of the document, `#/components/…`, is about. */
  resolve(reference: string): Schema;
  /** What of an answer is not as the document says; empty when all is. */
  problemsOf(operation: DocumentedOperation, answer: Answered): readonly string[];
}

/** The document of a running app, read by a client that knows nothing else. */
export async function apiDocumentOf({ app }: Pick<TestApp, 'app'>): Promise<ApiDocument> {
  const { body: document } = (await request(app).get('/openapi.json').expect(200)) as { body: OpenApiDocument };
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true, formats: FORMATS });
  ajv.addSchema({ $id: 'openapi', components: document.components });
  const compiled = new Map<string, ValidateFunction>();

  const resolve = (reference: string): Schema =>
    reference
      .slice(2)
      .split('/')
      .reduce<unknown>(
        (value, step) => (value as Schema)[step.replaceAll('~1', '/').replaceAll('~0', '~')],
        document,
      ) as Schema;

  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => {
      const servers = (operation.servers ?? document.servers) as { url: string }[];
      const security = (operation.security ?? []) as Record<string, string[]>[];
      const content = Object.entries((operation.requestBody as Schema | undefined)?.content ?? {}) as [
        string,
        Schema,
      ][];
      const [contentType, mediaType] = content[0] ?? [];
      const statuses = Object.keys(operation.responses).map(Number);
      return {
        id: operation.operationId,
        method: method as Method,
        addresses: servers.map(({ url }) => `${url.replace(/\/$/, '')}${path}`),
        parameters: (operation.parameters ?? []) as DocumentedParameter[],
        scopes: security.flatMap((requirement) => requirement.apiKey ?? []),
        isOpen: security.length === 0,
        status: statuses.find((status) => status < 400) as number,
        statuses,
        ...(contentType === undefined || mediaType === undefined
          ? {}
          : { body: { contentType, schema: (mediaType['x-itemSchema'] ?? mediaType.schema) as Schema } }),
      };
    }),
  );

  function schemaProblems(key: string, schema: Schema, value: unknown): readonly string[] {
    const validate = compiled.get(key) ?? ajv.compile(inside(schema));
    compiled.set(key, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${key}: ${instancePath || '/'} ${message}`);
  }

  function problemsOf({ id, method, addresses }: DocumentedOperation, answer: Answered): readonly string[] {
    const path = Object.keys(document.paths).find((each) => addresses.some((address) => address.endsWith(each)));
    const operation = Object.values(document.paths[path as string] ?? {}).find((each) => each.operationId === id);
    const { status } = answer;
    const named = operation?.responses[status] as Schema | undefined;
    if (named === undefined) return [`${id}: ${method} answers ${status}, which is not documented: ${answer.text}`];
    const response = typeof named.$ref === 'string' ? resolve(named.$ref) : named;
    const documented = Object.keys(response.headers ?? {});
    const problems = apiHeadersOf(answer.headers)
      .filter((name) => !documented.includes(name))
      .map((name) => `${id}: the header ${name} of ${status} is not documented`);
    if (answer.headers['x-request-id'] === undefined) problems.push(`${id}: there is no x-request-id`);

    const content = Object.entries((response.content ?? {}) as Record<string, Schema>);
    const [contentType, mediaType] = content[0] ?? [];
    if (contentType === undefined || mediaType === undefined) {
      return answer.text === '' ? problems : [...problems, `${id}: a body, where none is documented`];
    }
    const type = String(answer.headers['content-type']).split(';', 1)[0];
    if (type !== contentType) return [...problems, `${id}: the type is ${type} and not ${contentType}`];
    const key = `${id} ${status}`;
    if (contentType === 'application/json') {
      return [...problems, ...schemaProblems(key, mediaType.schema as Schema, JSON.parse(answer.text))];
    }
    const line = mediaType['x-itemSchema'] as Schema | undefined;
    if (line === undefined) return problems;
    const lines = answer.text.split('\n').filter((each) => each !== '');
    // What goes wrong after the first line can only be told in the last.
    const tolerant = { anyOf: [line, { $ref: '#/components/schemas/Errors' }] };
    return [...problems, ...lines.flatMap((each) => schemaProblems(key, tolerant, JSON.parse(each)))];
  }

  const operationAt = (method: string, path: string) =>
    operations
      .filter((operation) => operation.method === method.toLowerCase())
      .flatMap((operation) => operation.addresses.map((address) => ({ operation, address })))
      .filter(({ address }) => new RegExp(`^${address.replace(/\{\w+\}/g, '[^/]+')}$`).test(path))
      // Of `/insights` and `/{conversation_id}` the one that says more.
      .sort((a, b) => a.address.split('{').length - b.address.split('{').length)[0]?.operation;

  return { document, operations, operationAt, resolve, problemsOf };
}

/** The headers of an answer that are about this API, and not about HTTP or browsers. */
function apiHeadersOf(headers: Answered['headers']): readonly string[] {
  const ABOUT_API =
    /^(x-(request-id|should-retry|ratelimit-\w+|ringback-.*)|idempotency-replayed|retry-after|content-range|preference-applied)$/;
  return Object.keys(headers).filter((name) => ABOUT_API.test(name));
}

const FORMATS = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  uri: true,
  email: true,
  date: true,
} as const;

/** A schema of the document, for a validator that knows the document's components as `openapi`. */
function inside(value: Schema): Schema {
  return JSON.parse(JSON.stringify(value).replaceAll('"$ref":"#/components/', '"$ref":"openapi#/components/'));
}
