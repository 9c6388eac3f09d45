import { listMetadataIndexes } from '../../../store/metadata-indexes.js';
import { findAskedKeys } from '../../../store/query-shapes.js';
import type { RouteDependencies } from '../../dependencies.js';
import { refuseAllButOperators } from '../../operators-only.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { advisedIndexJson, IndexAdviceAnswer } from '../../wire/metadata-index.js';

/** Which metadata keys were asked for without an index of their own. */
export function adviseIndexesRoute({ authorize, database, queryShapes }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/v1/index-advice'],
    operation: {
      id: 'adviseIndexes',
      tag: 'administration',
      summary: 'Which metadata keys an index would help',
      description:
        'From the queries that were answered: metadata keys that were compared for equality and have no index of their own.',
      access: 'admin',
      answer: { status: 200, description: 'The keys.', schema: IndexAdviceAnswer },
    },
    async handle(req, res) {
      refuseAllButOperators(await authorize(req, res, 'admin'), 'look at indexes');
      await queryShapes?.flush();
      const [asked, indexes] = await Promise.all([findAskedKeys(database), listMetadataIndexes(database)]);
      const indexed = new Set(indexes.filter(({ state }) => state !== 'invalid').map(({ key }) => key));
      sendJson(res, 200, { data: asked.filter(({ key }) => !indexed.has(key)).map(advisedIndexJson) });
    },
  };
}
