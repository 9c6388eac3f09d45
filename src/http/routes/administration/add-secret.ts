import { z } from 'zod';
import {
  readSecret,
  SECRET_PLATFORMS,
  type SecretPlatform,
  secretNameProblem,
} from '../../../platforms/secret-kinds.js';
import { textProblem } from '../../../store/storable.js';
import { addSecret, listSecrets } from '../../../store/workspace-secrets.js';
import { readBodyAs, refuseProblems } from '../../body-problem.js';
import type { RouteDependencies } from '../../dependencies.js';
import { errorItem } from '../../error-item.js';
import { unprocessable } from '../../request-error.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { refusingShared } from '../../shared-secret.js';
import { SecretAnswer, secretJson } from '../../wire/workspace-secret.js';
import { workspaceOf } from '../../workspace-of.js';

const Body = z.strictObject({
  platform: z.enum(SECRET_PLATFORMS as [SecretPlatform, ...SecretPlatform[]]).describe('Whose secret it is.'),
  name: z
    .string()
    .describe(
      'telnyx: `public_key` or `api_key`; vapi: `secret` or `hmac_secret`; retell: `api_key`; lookup: any, for `{{ secrets.… }}` of policies.',
    ),
  value: z.string().describe('The secret itself. It is kept encrypted and never shown.'),
});

/** Each is tried on every signature, so there cannot be any number of them. */
const OF_A_KIND_MAX = 10;

/** Keeps a platform's secret for a workspace, beside those it has: the old one goes when the platform uses the new one. */
export function addSecretRoute(deps: RouteDependencies): Route {
  const { authorize, database, environmentSecrets, now, platformWorkspaces, readJson, secretBox } = deps;
  return {
    method: 'post',
    paths: ['/v1/workspaces/:name/secrets'],
    operation: {
      id: 'addSecret',
      tag: 'administration',
      summary: "Keep a platform's secret for a workspace",
      description: `Up to ${OF_A_KIND_MAX} of a kind hold at once, so that one can be replaced by another. One that is kept already is the same one again. A secret that another workspace has, too, is refused unless both list their assistants, agents or numbers, the same kind and each its own.`,
      access: 'admin',
      body: Body,
      answer: { status: 201, description: 'The secret, without its value.', schema: SecretAnswer },
      refusals: [400, 404, 413, 422],
    },
    async handle(req, res) {
      const principal = await authorize(req, res, 'admin');
      const { id } = await workspaceOf(database, principal, String(req.params.name));
      const secret = secretOf(readBodyAs(Body, await readJson(req, res)));
      if (secretBox === undefined) {
        const detail = "Set RINGBACK_SECRET_KEY (32 characters or more) to keep platforms' secrets.";
        throw unprocessable([errorItem('unprocessable', detail)]);
      }
      const { platform, name } = secret;
      const ofKind = (await listSecrets(database.knex, id)).filter(
        (kept) => kept.platform === platform && kept.name === name,
      );
      if (ofKind.length >= OF_A_KIND_MAX) {
        const detail = `The workspace has ${ofKind.length} secrets of this kind; remove one that is not used any more first.`;
        throw unprocessable([errorItem('unprocessable', detail)]);
      }
      const kept = await refusingShared(principal, '/value', () =>
        addSecret(database.knex, id, secret, secretBox, environmentSecrets, now()),
      );
      platformWorkspaces.forget();
      sendJson(res, 201, { data: secretJson(kept) });
    },
  };
}

function secretOf({ platform, name, value }: z.output<typeof Body>): z.output<typeof Body> {
  const nameProblem = secretNameProblem(platform, name);
  if (nameProblem !== undefined) {
    throw unprocessable([errorItem('invalidEnum', `"name" ${nameProblem}`, { pointer: '/name' })]);
  }
  const problem = textProblem(value);
  if (problem !== undefined) refuseProblems([{ pointer: '/value', detail: `"value" ${problem}` }]);
  const read = readSecret(platform, name, value);
  if ('value' in read) return { platform, name, value: read.value };
  throw unprocessable([errorItem('unprocessable', `"value" ${read.problem}`, { pointer: '/value' })]);
}
