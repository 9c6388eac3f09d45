import { z } from 'zod';
import { describeError } from '../../../errors.js';
import { createMetadataIndex, IndexRefused, listMetadataIndexes } from '../../../store/metadata-indexes.js';
import { readBodyAs } from '../../body-problem.js';
import type { RouteDependencies } from '../../dependencies.js';
import { errorItem } from '../../error-item.js';
import { refusalOf } from '../../error-response.js';
import { LineAnswer } from '../../line-answer.js';
import { refuseAllButOperators } from '../../operators-only.js';
import { RequestError } from '../../request-error.js';
import type { Route } from '../../route.js';
import { AddIndexLine, indexProgressJson, metadataIndexJson } from '../../wire/metadata-index.js';

const Body = z.strictObject({
  key: z.string().describe('The metadata key, such as `campaign`; not a nested one.'),
});

/**
 * Makes the index of a metadata key, however long that takes: answered with JSON lines as it goes on. It ends when the one who asked
 * goes away; what is left of it then serves nobody, and is replaced by the next attempt.
 */
export function addIndexRoute(deps: RouteDependencies): Route {
  const { authorize, database, knownIndexes, log, readJson, stopping } = deps;
  return {
    method: 'post',
    paths: ['/v1/indexes'],
    operation: {
      id: 'addIndex',
      tag: 'administration',
      summary: 'Make an index of a metadata key',
      description:
        'Equality with the key is then one look-up, newest conversation first, as with the standard keys. On a server it is made while everybody goes on working; the embedded database does nothing else meanwhile.',
      access: 'admin',
      body: Body,
      answer: {
        status: 200,
        description: 'JSON lines: progress, and a summary at the end; or `{"errors":[…]}` as the last line.',
        schema: AddIndexLine,
        contentType: 'application/x-ndjson',
      },
      refusals: [400, 409, 422],
    },
    async handle(req, res) {
      refuseAllButOperators(await authorize(req, res, 'admin'), 'make indexes');
      const { key } = readBodyAs(Body, await readJson(req, res));
      const answer = new LineAnswer(res, stopping);
      try {
        const outcome = await createMetadataIndex(database, key, {
          signal: answer.signal,
          onProgress: (progress) => answer.write(indexProgressJson(progress)),
        });
        await knownIndexes.refresh();
        const made = (await listMetadataIndexes(database)).find((index) => index.key === key);
        if (made === undefined) throw new Error('An index that was made is not there.');
        answer.end({ type: 'summary', outcome, index: metadataIndexJson(made) } satisfies AddIndexLine);
      } catch (thrown) {
        // There is nobody to tell.
        if (answer.isGone) return;
        const error = indexRequestError(thrown);
        if (!res.headersSent) throw error;
        const refusal = refusalOf(error, req);
        if (refusal.status >= 500 && !answer.signal.aborted) log.error({ error: describeError(error) }, 'index failed');
        answer.end({ errors: refusal.items });
      }
    },
  };
}

/** What the one who asked can do something about, as an answer. */
export function indexRequestError(thrown: unknown): unknown {
  if (!(thrown instanceof IndexRefused)) return thrown;
  if (thrown.kind === 'busy') return new RequestError(409, [errorItem('beingProcessed', thrown.message)]);
  return new RequestError(422, [errorItem('unprocessable', thrown.message, { pointer: '/key' })]);
}
