import { listMetadataIndexes } from '../../../store/metadata-indexes.js';
import type { RouteDependencies } from '../../dependencies.js';
import { refuseAllButOperators } from '../../operators-only.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { MetadataIndexListAnswer, metadataIndexJson } from '../../wire/metadata-index.js';

/** The indexes of metadata keys that were asked for. */
export function listIndexesRoute({ authorize, database }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/v1/indexes'],
    operation: {
      id: 'listIndexes',
      tag: 'administration',
      summary: 'List the indexes of metadata keys',
      description: 'Those that were asked for; the standard keys have theirs without being asked for.',
      access: 'admin',
      answer: { status: 200, description: 'The indexes.', schema: MetadataIndexListAnswer },
    },
    async handle(req, res) {
      refuseAllButOperators(await authorize(req, res, 'admin'), 'look at indexes');
      sendJson(res, 200, { data: (await listMetadataIndexes(database)).map(metadataIndexJson) });
    },
  };
}
