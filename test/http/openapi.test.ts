import { Ajv2020 } from 'ajv/dist/2020.js';
import express from 'express';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { AggregateQueryParameters } from '../../src/http/aggregate-query.js';
import { ConversationQueryParameters } from '../../src/http/conversation-query-parameters.js';
import { addressOf } from '../../src/http/openapi/address.js';
import { mountRoutes } from '../../src/http/route.js';
import { allRoutes } from '../../src/http/routes/all-routes.js';
import { openApiRoute } from '../../src/http/routes/operations/openapi.js';
import { PageQuery } from '../../src/http/wire/page-meta.js';
import { type ApiDocument, apiDocumentOf, type DocumentedOperation } from '../support/api-document.js';
import { openTestDatabase, type TestDatabase } from '../support/databases.js';
import { secretBoxFor } from '../support/secret-box.js';
import { type TestApp, testApp } from '../support/server.js';

const NOBODY = '11111111-2222-4333-8444-555555555555';
const TEMPLATE_PARAMETER = /\{(\w+)\}/g;

describe('/openapi.json', () => {
  // For what they say of themselves: they answer nothing.
  const routes = allRoutes({ settings: {} } as never);
  let opened: TestDatabase;
  let server: TestApp;
  let api: ApiDocument;

  beforeAll(async () => {
    opened = await openTestDatabase('embedded');
    server = await testApp(opened.database, { secretBox: await secretBoxFor() });
    api = await apiDocumentOf(server);
  });
  afterAll(() => opened.remove());

  test('is open to everybody, and the same each time', async () => {
    const [first, second] = await Promise.all([
      request(server.app).get('/openapi.json').expect(200),
      request(server.app).get('/openapi.json').expect(200),
    ]);
    expect(first.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(second.text).toBe(first.text);
    expect(first.body.info).toMatchObject({ title: 'Ringback', version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
  });

  describe('keeps to the rules of OpenAPI 3.1', () => {
    const each = (visit: (value: Record<string, unknown>, place: string) => void) => {
      const walk = (value: unknown, place: string): void => {
        if (typeof value !== 'object' || value === null) return;
        visit(value as Record<string, unknown>, place);
        for (const [key, member] of Object.entries(value)) walk(member, `${place}/${key}`);
      };
      walk(api.document, '#');
    };

    test('every reference is of something that is there', () => {
      const broken: string[] = [];
      let count = 0;
      each(({ $ref }, place) => {
        if (typeof $ref !== 'string') return;
        count += 1;
        if (!$ref.startsWith('#/') || api.resolve($ref) === undefined) broken.push(`${place}: ${$ref}`);
      });
      expect(broken).toEqual([]);
      expect(count).toBeGreaterThan(100);
    });

    test('every component is used', () => {
      const text = JSON.stringify(api.document);
      for (const [kind, components] of Object.entries(api.document.components)) {
        if (kind === 'securitySchemes') continue;
        const unused = Object.keys(components as object).filter(
          (name) => !text.includes(`"#/components/${kind}/${name}"`),
        );
        expect(unused.filter((name) => kind !== 'responses' || name !== 'Conflict')).toEqual([]);
      }
    });

    test('every schema is a JSON Schema', () => {
      const ajv = new Ajv2020({ strict: false });
      const broken: string[] = [];
      let count = 0;
      each((value, place) => {
        for (const key of ['schema', 'x-itemSchema']) {
          if (!(key in value) || /\/(properties|schemas)$/.test(place)) continue;
          count += 1;
          if (!ajv.validateSchema(value[key] as object)) broken.push(`${place}/${key}: ${ajv.errorsText()}`);
        }
      });
      for (const [name, schema] of Object.entries(api.document.components.schemas)) {
        if (!ajv.validateSchema(schema)) broken.push(`${name}: ${ajv.errorsText()}`);
      }
      expect(broken).toEqual([]);
      expect(count).toBeGreaterThan(100);
    });

    test('operations have ids of their own, tags that are described, and descriptions of all answers', () => {
      const ids = api.operations.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => !/^[a-z][a-zA-Z0-9]*$/.test(id))).toEqual([]);
      const tags = api.document.tags.map(({ name }) => name);
      for (const operation of Object.values(api.document.paths).flatMap((item) => Object.values(item))) {
        expect(tags).toEqual(expect.arrayContaining(operation.tags as string[]));
        expect(String(operation.summary).length).toBeGreaterThan(5);
        for (const response of Object.values(operation.responses) as { $ref?: string; description?: string }[]) {
          const { description } = response.$ref === undefined ? response : (api.resolve(response.$ref) as never);
          expect(description).toEqual(expect.any(String));
        }
      }
    });

    test('each path stands for other addresses than the others', () => {
      const paths = Object.keys(api.document.paths);
      const shapes = paths.map((path) => path.replace(TEMPLATE_PARAMETER, '{}'));
      expect(paths.filter((path) => !path.startsWith('/'))).toEqual([]);
      expect(new Set(shapes).size).toBe(shapes.length);
    });

    test('the parameters of paths are those in their templates, and all are described, each once', () => {
      for (const [path, item] of Object.entries(api.document.paths)) {
        const names = [...path.matchAll(TEMPLATE_PARAMETER)].map(([, name]) => name);
        for (const operation of api.operations.filter(({ id }) =>
          Object.values(item).some(({ operationId }) => operationId === id),
        )) {
          const { parameters } = operation;
          expect(parameters.filter((each) => each.in === 'path').map(({ name }) => name)).toEqual(names);
          const keys = parameters.map((each) => `${each.in} ${each.name.toLowerCase()}`);
          expect(new Set(keys).size, operation.id).toBe(keys.length);
          for (const parameter of parameters) {
            expect(parameter, operation.id).toMatchObject({
              description: expect.stringMatching(/\S{2}/),
              required: expect.any(Boolean),
              schema: expect.any(Object),
            });
            if (parameter.in === 'path') expect(parameter.required).toBe(true);
            // They are described elsewhere, and ignored here.
            if (parameter.in === 'header') expect(parameter.name).not.toMatch(/^(accept|content-type|authorization)$/i);
          }
        }
      }
    });

    test('every field of a body that is our own is described', () => {
      const bare: string[] = [];
      for (const { id, body } of api.operations) {
        for (const [name, field] of Object.entries((body?.schema.properties ?? {}) as Record<string, object>)) {
          if (!('description' in field) && name !== 'data') bare.push(`${id} ${name}`);
        }
      }
      expect(bare).toEqual([]);
    });

    test('security is of schemes that are there, and their scopes are those of keys', () => {
      const schemes = Object.keys(api.document.components.securitySchemes as object);
      for (const operation of Object.values(api.document.paths).flatMap((item) => Object.values(item))) {
        for (const requirement of operation.security as Record<string, string[]>[]) {
          for (const [name, scopes] of Object.entries(requirement)) {
            expect(schemes).toContain(name);
            expect(['read', 'write', 'admin', 'platform']).toEqual(expect.arrayContaining(scopes));
          }
        }
      }
    });
  });

  test('has every address that is mounted, and no other', () => {
    // As Express itself has them.
    const { stack } = server.app.router as unknown as {
      stack: { route?: { path: string | string[]; methods: Record<string, boolean> } }[];
    };
    const mounted = stack.flatMap(({ route }) =>
      // Every address has one with all the methods there are, too, which answers 405.
      route === undefined || Object.keys(route.methods).length > 5
        ? []
        : Object.keys(route.methods).flatMap((method) =>
            [route.path].flat().map((path) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`),
          ),
    );
    const documented = api.operations.flatMap(({ method, addresses }) =>
      addresses.map((address) => `${method} ${address}`),
    );
    expect(documented.sort()).toEqual(mounted.sort());
    expect(mounted.length).toBeGreaterThan(60);
  });

  describe('is made of the schemas that validate', () => {
    const path = (pattern: string) => pattern.replace(/:name\b/, 'default').replace(/:\w+/g, NOBODY);
    const send = (id: string, method: DocumentedOperation['method'], pattern: string, body: unknown, type: string) =>
      request(server.app)
        [method](path(pattern))
        .set('authorization', `Bearer ${server.keys.all}`)
        .set('content-type', type)
        .send(JSON.stringify(body))
        .then((response) => ({ id, ...response }));

    // What platforms send is not held to a schema: what cannot be read of it is not there.
    const own = routes.filter(({ operation: { access } }) => !['telnyx', 'vapi', 'retell'].includes(access));
    const withBody = own.filter(({ operation: { body } }) => body !== undefined);

    test.each(withBody.map((route) => [route.operation.id, route] as const))('the body of %s', async (id, route) => {
      const { body, bodyContentType = 'application/json' } = route.operation;
      if (body === undefined) throw new Error('There is no body.');
      // Each kind of line has a schema of its own.
      const parts: readonly z.ZodType[] = body instanceof z.ZodDiscriminatedUnion ? (body.options as never) : [body];
      const validate = parts.map((part) => vi.spyOn(part, 'safeParse'));
      const wrong = { type: 'message', name: 7, metadata: 7, role: 7, workspace: 7, settings: 7, source: 7, event: 7 };
      const { status } = await send(id, route.method, route.paths[0], wrong, bodyContentType);
      expect(validate.flatMap((spy) => spy.mock.calls)).toContainEqual([wrong]);
      for (const spy of validate) spy.mockRestore();
      expect(body.safeParse(wrong).success).toBe(false);
      expect(status).toBe(422);
    });

    const paged = routes.filter(({ operation }) => operation.query === PageQuery);

    test.each(paged.map((route) => [route.operation.id, route] as const))('the page of %s', async (_id, route) => {
      const answered = async (name: string, value: string) =>
        (
          await request(server.app)
            .get(`${path(route.paths[0])}?${encodeURIComponent(name)}=${value}`)
            .set('authorization', `Bearer ${server.keys.read}`)
        ).status;
      for (const [name, schema] of Object.entries(PageQuery.shape)) {
        for (const value of ['0', '1', '7', '100', '101', '-1', '1.5', 'x', '']) {
          const isNumber = /^\d+$/.test(value) && schema.safeParse(Number(value)).success;
          expect((await answered(name, value)) === 422, `${name}=${value}`).toBe(!isNumber);
        }
      }
    });

    // These are read otherwise, each with tests of its own: by the query language, and as repeated parameters.
    const OTHERWISE: readonly unknown[] = [ConversationQueryParameters, AggregateQueryParameters, PageQuery];
    const withQuery = own.filter(
      ({ operation: { id, query } }) => query !== undefined && !OTHERWISE.includes(query) && id !== 'explainQuery',
    );

    test.each(withQuery.map((route) => [route.operation.id, route] as const))('the query of %s', async (_id, route) => {
      const { query } = route.operation;
      if (query === undefined) throw new Error('There is no query.');
      const validate = vi.spyOn(query, 'safeParse');
      await request(server.app)
        [route.method](`${path(route.paths[0])}?workspace=default`)
        .set('authorization', `Bearer ${server.keys.all}`);
      expect(validate).toHaveBeenCalled();
      validate.mockRestore();
    });
  });

  test('says what a request may hold as precisely as the schemas', () => {
    const { addMessage, health, listMessages, importConversations, retellInbound } = Object.fromEntries(
      api.operations.map((operation) => [operation.id, operation]),
    );
    expect(addMessage?.body?.schema).toMatchObject({
      type: 'object',
      required: ['role'],
      properties: {
        role: { enum: ['user', 'assistant', 'tool', 'system'] },
        tool_calls: { anyOf: [{ type: 'array', items: { type: 'object' } }, { type: 'null' }] },
      },
    });
    expect(listMessages?.parameters).toContainEqual({
      name: 'page[size]',
      in: 'query',
      required: false,
      description: 'How many per page, 1 to 100; 20 by default.',
      schema: { type: 'integer', minimum: 1, maximum: 100 },
    });
    expect(importConversations?.body?.contentType).toBe('application/x-ndjson');
    expect(addMessage?.statuses).toEqual([200, 400, 401, 403, 404, 408, 409, 413, 415, 422, 429, 500, 503]);
    // Requests of an address are counted, and those with a wrong signature.
    expect(health?.statuses).toEqual([200, 429, 500]);
    expect(retellInbound?.statuses).toEqual([200, 401, 403, 404, 408, 413, 415, 429, 500, 503]);
  });

  test('is made when somebody asks for it, and once', async () => {
    let made = 0;
    const route = openApiRoute(() => {
      made += 1;
      return routes;
    });
    const app = express().use((_req, res, next) => {
      res.locals.observation = {};
      next();
    });
    mountRoutes(app, [route]);
    expect(made).toBe(0);
    for (let count = 0; count < 3; count += 1) await request(app).get('/openapi.json').expect(200);
    expect(made).toBe(1);
  });
});

describe('the addresses of a route', () => {
  test.each([
    [['/health'], { path: '/health', servers: [] }],
    [['/v2/ai/x/:x_id', '/ai/x/:x_id'], { path: '/ai/x/{x_id}', servers: [{ url: '/v2' }, { url: '/' }] }],
    [
      ['/telnyx/e', '/w/:workspace/telnyx/e'],
      { path: '/telnyx/e', servers: [{ url: '/' }, { url: '/w/{workspace}' }] },
    ],
  ])('%j', (patterns, expected) => {
    expect(addressOf(patterns)).toMatchObject(expected);
  });

  test('that end otherwise cannot be of one operation', () => {
    expect(() => addressOf(['/a', '/bb'])).toThrow('/bb does not end with /a');
  });
});
