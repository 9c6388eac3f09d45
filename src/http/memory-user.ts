import { z } from 'zod';
import type { CallerIdentity } from '../memory/callers/caller-identity.js';
import { type CarrierReading, carrierIdentity } from '../memory/callers/carrier-identity.js';
import { emailIdentity } from '../memory/callers/email-identity.js';
import { namedIdentity } from '../memory/ingest/call-identities.js';
import { ID_CHARACTERS_MAX } from '../platforms/payload-fields.js';
import { jsonProblems, textProblem } from '../store/storable.js';
import type { BodyProblem } from './body-problem.js';
import { jsonObject } from './json-object.js';

const CHARACTERS_MAX = 256;
const text = (what: string, charactersMax = CHARACTERS_MAX) =>
  z
    .string()
    .trim()
    .min(1, 'has to be a text that is not empty')
    .max(charactersMax, `has to have ${charactersMax} characters at most`)
    .describe(what);

/** What an answer names somebody by is as long as a platform's longest id, with what stands before it (`voice:`). */
const NAME_CHARACTERS_MAX = ID_CHARACTERS_MAX + 8;

const NAMES =
  '`voice:+13128675309`, `id:` and your own id or a SIP URI, `email:sarah@example.com`, or `call:` and the id of a call without a caller.';

/** A `sub_user_id` as an answer has it. */
export const SubUserId = text(NAMES, NAME_CHARACTERS_MAX);

/** Somebody who calls: by any of these; all of them are one person. */
export const UserBody = z
  .strictObject({
    id: text(
      'What you call the person: an id of your own. It goes before all others. One that is written like a `sub_user_id` is read as that.',
      NAME_CHARACTERS_MAX,
    ).optional(),
    user_id: text('The same as `id`.', NAME_CHARACTERS_MAX).optional(),
    phone: text('A phone number: `+13128675309`, or in the form of the workspace’s country.').optional(),
    email: text('An e-mail address.').optional(),
    sub_user_id: SubUserId.optional(),
    name: text('The name, where you know it.').optional(),
    metadata: jsonObject.optional().describe('Anything to be kept with the caller.'),
  })
  .describe(
    'Somebody who calls: by any of `id`, `phone`, `email` and `sub_user_id`; all that are given are one person.',
  );

/** A user in a body: an object, or one of the two texts beside it. */
export const USER_FIELDS = {
  user: UserBody.optional(),
  user_id: text('In the place of `user`: its `id`.', NAME_CHARACTERS_MAX).optional(),
  sub_user_id: text('In the place of `user`: its `sub_user_id`.', NAME_CHARACTERS_MAX).optional(),
} as const;

/** A user as it was given. */
export interface GivenUser {
  /** At least one. */
  readonly identities: readonly CallerIdentity[];
  readonly name?: string | undefined;
  readonly metadata?: Readonly<Record<string, unknown>> | undefined;
}

type UserFields = { readonly [Name in keyof typeof USER_FIELDS]?: z.output<(typeof USER_FIELDS)[Name]> };

/** Reads a user, or says what is wrong with it, by JSON pointer. */
export function readUser(
  fields: UserFields,
  reading: CarrierReading,
): { readonly user: GivenUser } | { readonly problems: readonly BodyProblem[] } {
  const given = [fields.user, fields.user_id, fields.sub_user_id].filter((value) => value !== undefined);
  if (given.length !== 1) {
    const detail =
      given.length === 0
        ? '"user" is missing: give `user`, `user_id` or `sub_user_id`.'
        : 'Only one of "user", "user_id" and "sub_user_id" may be given.';
    return { problems: [{ pointer: '/user', detail }] };
  }
  const isObject = fields.user !== undefined;
  const user = fields.user ?? { user_id: fields.user_id, sub_user_id: fields.sub_user_id };
  return readUserObject(user, reading, isObject ? '/user' : '');
}

/** Reads a user that is an object at `pointer`. */
export function readUserObject(
  user: Partial<z.output<typeof UserBody>>,
  reading: CarrierReading,
  pointer: string,
): { readonly user: GivenUser } | { readonly problems: readonly BodyProblem[] } {
  const problems: BodyProblem[] = [];
  const identities: CallerIdentity[] = [];
  const problem = (field: string, detail: string): void => {
    const name = `${pointer}/${field}`.slice(1).replaceAll('/', '.');
    problems.push({ pointer: `${pointer}/${field}`, detail: `"${name}" ${detail}` });
  };
  const add = (field: string, value: string | undefined, read: (value: string) => CallerIdentity | string): void => {
    if (value === undefined) return;
    const unstorable = textProblem(value);
    const identity = unstorable ?? read(value);
    if (typeof identity === 'string') problem(field, identity);
    else if (!identities.some(({ kind, value: other }) => kind === identity.kind && other === identity.value))
      identities.push(identity);
  };
  const phone = (value: string): CallerIdentity | string =>
    carrierIdentity(value, reading) ??
    'has to be a phone number of one person such as +13128675309, or a SIP URI of a domain that the workspace declares ("sip_domains").';
  const email = (value: string): CallerIdentity | string => emailIdentity(value) ?? 'has to be an e-mail address.';
  // What an answer names somebody by names the same one in each of the three.
  const named = (value: string): CallerIdentity | string => {
    const [, scheme, rest = ''] = /^(voice|email|call):(.+)$/s.exec(value) ?? [];
    if (scheme === 'voice') return phone(rest);
    if (scheme === 'email') return email(rest);
    return scheme === 'call' ? { kind: 'call', value: rest } : namedIdentity(value, reading);
  };
  add('id', user.id, named);
  add('user_id', user.user_id, named);
  add('phone', user.phone, phone);
  add('email', user.email, email);
  add('sub_user_id', user.sub_user_id, named);
  const ids = identities.filter(({ kind }) => kind === 'external_id');
  if (ids.length > 1) problem('id', 'and the other ids of this user have to be the same.');
  if (identities.length === 0 && problems.length === 0) {
    const name = pointer === '' ? 'The user' : `"${pointer.slice(1)}"`;
    problems.push({ pointer, detail: `${name} has to have one of "id", "phone", "email" and "sub_user_id".` });
  }
  if (user.name !== undefined) {
    const detail = textProblem(user.name);
    if (detail !== undefined) problem('name', detail);
  }
  if (user.metadata !== undefined) problems.push(...jsonProblems(user.metadata, `${pointer}/metadata`));
  if (problems.length > 0) return { problems };
  return { user: { identities, name: user.name, metadata: user.metadata } };
}
