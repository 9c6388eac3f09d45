import { z } from 'zod';
import { listCallers, retrieveCaller } from '../../../store/caller-administration.js';
import { findIdentityOwners } from '../../../store/callers.js';
import type { RouteDependencies } from '../../dependencies.js';
import { errorItem } from '../../error-item.js';
import { readUserObject } from '../../memory-user.js';
import { memoryWorkspaceOf } from '../../memory-workspace.js';
import { queryStringOf } from '../../query-string.js';
import { readParameters } from '../../read-parameters.js';
import { unprocessable } from '../../request-error.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { CallerListAnswer, callerJson } from '../../wire/caller.js';
import { pageMeta } from '../../wire/page-meta.js';
import { callerName } from './caller-name.js';

const whole = (max: number, fallback: number) => {
  const wanted = `has to be a whole number from 1 to ${max}`;
  return z.coerce.number(wanted).int(wanted).min(1, wanted).max(max, wanted).default(fallback);
};

const Parameters = z.strictObject({
  'page[number]': whole(1_000_000_000, 1).describe('Which page, counted from 1 (the default).'),
  'page[size]': whole(100, 20).describe('How many per page, 1 to 100; 20 by default.'),
  identity: z
    .string()
    .optional()
    .describe(
      'Only who has it: a `sub_user_id`, `+13128675309`, `sarah@example.com` or a SIP URI. Of an id of your own: `id:` and the id.',
    ),
});

/** As a `sub_user_id` begins. */
const NAME = /^(?:voice|id|email|call):/;

/** The callers of a workspace, those of whom something was learned last first; or the one who has an identity. */
export function listCallersRoute(deps: RouteDependencies): Route {
  const { authorize, database } = deps;
  return {
    method: 'get',
    paths: ['/v1/callers'],
    operation: {
      id: 'listCallers',
      tag: 'memory',
      summary: 'List callers, or find one by an identity',
      access: 'read',
      query: Parameters,
      answer: { status: 200, description: 'The callers.', schema: CallerListAnswer },
      refusals: [422],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'read');
      const { identity, ...asked } = readParameters(Parameters, queryStringOf(req.url));
      const page = { pageNumber: asked['page[number]'], pageSize: asked['page[size]'] };
      const { callers, total } =
        identity === undefined
          ? await listCallers(database.knex, workspaceId, page)
          : // A plus that was not escaped arrives as a space.
            await callersWith(deps, workspaceId, identity.replace(/^ (?=\d)/, '+'));
      const data = [];
      for (const caller of callers) data.push(callerJson(caller, await callerName(database, workspaceId, caller)));
      sendJson(res, 200, { data, meta: pageMeta(page, total) });
    },
  };
}

async function callersWith(deps: RouteDependencies, workspaceId: number, text: string): ReturnType<typeof listCallers> {
  const { reading } = await memoryWorkspaceOf(deps, workspaceId);
  const fields =
    text.includes('@') && !/^sips?:/i.test(text) && !NAME.test(text)
      ? { email: text }
      : NAME.test(text)
        ? { sub_user_id: text }
        : { phone: text };
  const read = readUserObject(fields, reading, '');
  if (!('user' in read)) {
    const detail = `"identity" is ${JSON.stringify(text.slice(0, 100))}; it has to be a phone number, an e-mail address, or an id such as "id:customer-17".`;
    throw unprocessable([errorItem('unprocessable', detail, { parameter: 'identity' })]);
  }
  const [owner] = await findIdentityOwners(deps.database.knex, workspaceId, read.user.identities);
  const caller = owner && (await retrieveCaller(deps.database.knex, workspaceId, owner.callerId));
  return caller === undefined ? { callers: [], total: 0 } : { callers: [caller], total: 1 };
}
