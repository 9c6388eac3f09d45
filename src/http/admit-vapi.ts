import type { Request, Response } from 'express';
import { isOneOfSecrets } from '../platforms/is-one-of-secrets.js';
import {
  DEFAULT_HMAC_FORM,
  type HmacForm,
  KNOWN_HMAC_FORMS,
  refuseVapiSignature,
} from '../platforms/vapi/signature.js';
import type { HmacSettings } from '../store/workspace-settings.js';
import { bearerKeyOf } from './authorize.js';
import type { RouteDependencies } from './dependencies.js';
import { type AdmittedPlatform, createPlatformAdmission, type PlatformParty, secretsOf } from './platform-admission.js';

const VAPI_SECRET_HEADER = 'x-vapi-secret';
const SECRET = { what: 'secret', secret: 'vapi secret', variable: 'VAPI_SECRET' };

/**
 * Admits a request of Vapi; RequestErrors otherwise. 404: the workspace is none, another one than the API key's, or nothing of Vapi
 * is configured for it and no key came; these look the same. 401: a wrong or missing secret, signature or key. Why is said in the log only.
 *
 * A workspace with an HMAC secret asks for a signature, whatever else comes: a Bearer key says no more than which workspace it is. One
 * with a secret takes it in `x-vapi-secret` or as a Bearer token, or an API key of the scope `platform`. One with neither takes
 * such a key, or with RINGBACK_ALLOW_UNSIGNED local requests.
 *
 * Needs the database only for a workspace or an API key that was not seen lately, and rejects then with what it says (see
 * `isOutage`) when it does not answer.
 */
export function admitVapi(
  deps: RouteDependencies,
  readBody: (req: Request, res: Response) => Promise<Buffer>,
): (req: Request, res: Response) => Promise<AdmittedPlatform> {
  const admission = createPlatformAdmission(deps, 'Vapi');
  const { now } = deps;

  /** Undefined: it may come in without a signature. */
  function refusalOf(
    req: Request,
    { workspace, hasKey, isOpen }: PlatformParty,
  ): 'secret' | 'configuration' | undefined {
    const secrets = secretsOf(workspace, 'vapi', 'secret');
    const given = [req.headers[VAPI_SECRET_HEADER], bearerKeyOf(req)];
    if (hasKey || given.some((text) => typeof text === 'string' && isOneOfSecrets(text, secrets))) return undefined;
    if (secrets.length > 0) return 'secret';
    return isOpen ? undefined : 'configuration';
  }

  return async (req, res) => {
    const party = await admission.partyOf(req, res, (token, workspace) =>
      isOneOfSecrets(token, secretsOf(workspace, 'vapi', 'secret')),
    );
    const hmacSecrets = secretsOf(party.workspace, 'vapi', 'hmac_secret');
    if (hmacSecrets.length === 0) {
      const refusal = refusalOf(req, party);
      if (refusal === 'configuration') throw admission.lacks(res, party.workspace, SECRET);
      if (refusal === 'secret') throw admission.refused(res, 'secret refused', 'no secret that is known');
      return admission.admitted(res, party, await readBody(req, res));
    }
    const rawBody = await readBody(req, res);
    const signed = {
      rawBody,
      method: req.method,
      // As it was configured, as far as proxies tell it.
      url: `${req.protocol}://${req.host}${req.originalUrl}`,
      header: (name: string) => textOf(req.headers[name]),
    };
    const forms = formsOf(party.workspace.settings.vapi_hmac);
    const refusal = refuseVapiSignature(signed, hmacSecrets, forms, now().getTime());
    if (refusal !== undefined) throw admission.refused(res, 'signature refused', refusal);
    return admission.admitted(res, party, rawBody);
  };
}

/** How a workspace has its requests signed; where it does not say, in any of the usual forms. */
function formsOf(settings: HmacSettings | undefined): readonly HmacForm[] {
  if (settings === undefined) return KNOWN_HMAC_FORMS;
  const includeTimestamp = settings.include_timestamp ?? true;
  const form: HmacForm = {
    algorithm: settings.algorithm ?? DEFAULT_HMAC_FORM.algorithm,
    signatureHeader: settings.signature_header?.toLowerCase() ?? DEFAULT_HMAC_FORM.signatureHeader,
    timestampHeader: settings.timestamp_header?.toLowerCase() ?? DEFAULT_HMAC_FORM.timestampHeader,
    messageIdHeader: settings.message_id_header?.toLowerCase() ?? DEFAULT_HMAC_FORM.messageIdHeader,
    includeTimestamp,
    payloadFormat: settings.payload_format ?? (includeTimestamp ? DEFAULT_HMAC_FORM.payloadFormat : '{body}'),
    signaturePrefix: settings.signature_prefix ?? DEFAULT_HMAC_FORM.signaturePrefix,
    signatureEncoding: settings.signature_encoding ?? DEFAULT_HMAC_FORM.signatureEncoding,
    secretIsBase64: settings.secret_is_base64 ?? DEFAULT_HMAC_FORM.secretIsBase64,
  };
  return [form];
}

function textOf(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
