import { z } from 'zod';
import { dropMetadataIndex } from '../../../store/metadata-indexes.js';
import type { RouteDependencies } from '../../dependencies.js';
import { refuseAllButOperators } from '../../operators-only.js';
import { queryStringOf } from '../../query-string.js';
import { readParameters } from '../../read-parameters.js';
import { notFound } from '../../request-error.js';
import type { Route } from '../../route.js';
import { indexRequestError } from './add-index.js';

const Parameters = z.object({ key: z.string().describe('The metadata key.') });

/** Drops the index of a metadata key: queries find the same without it. */
export function dropIndexRoute({ authorize, database, knownIndexes }: RouteDependencies): Route {
  return {
    method: 'delete',
    paths: ['/v1/indexes'],
    operation: {
      id: 'dropIndex',
      tag: 'administration',
      summary: 'Drop the index of a metadata key',
      description: 'Queries find the same without it, in their old time.',
      access: 'admin',
      query: Parameters,
      answer: { status: 204, description: 'It is dropped.' },
      refusals: [404, 409, 422],
    },
    async handle(req, res) {
      refuseAllButOperators(await authorize(req, res, 'admin'), 'drop indexes');
      const { key } = readParameters(Parameters, queryStringOf(req.url));
      const isDropped = await dropMetadataIndex(database, key).catch((error: unknown) => {
        throw indexRequestError(error);
      });
      if (!isDropped) throw notFound(`There is no index of the metadata key ${JSON.stringify(key)}.`);
      await knownIndexes.refresh();
      res.status(204).end();
    },
  };
}
