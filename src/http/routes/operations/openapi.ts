import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Route } from '../../route.js';
import { sendJsonText } from '../../send-json.js';

const DocumentAnswer = z
  .looseObject({
    openapi: z.string(),
    info: z.looseObject({}),
    paths: z.looseObject({}),
    components: z.looseObject({}),
  })
  .describe('An OpenAPI document.');

/**
 * What every route says of itself. It is made when it is first asked for: at the start it would cost time that nobody has.
 *
 * @param routes all that are mounted, this one among them
 */
export function openApiRoute(routes: () => readonly Route[]): Route {
  let text: Promise<string> | undefined;
  return {
    method: 'get',
    paths: ['/openapi.json'],
    operation: {
      id: 'openApi',
      tag: 'operations',
      summary: 'This document',
      access: 'open',
      answer: { status: 200, description: 'OpenAPI 3.1.', schema: DocumentAnswer },
    },
    async handle(_req, res) {
      text ??= textOf(routes());
      sendJsonText(res, 200, await text);
    },
  };
}

async function textOf(routes: readonly Route[]): Promise<string> {
  const { openApiDocument } = await import('../../openapi/document.js');
  const { version } = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return JSON.stringify(openApiDocument(routes, version));
}
