/** Somebody who calls: by any of `id`, `phone`, `email` and `subUserId`. All that are given are one person. */
export interface User {
  /** What you call the person: an id of your own. It goes before all others. */
  readonly id?: string | undefined;
  /** `+13128675309`, or in the form of the workspace's country. */
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  /** `voice:+13128675309`, `id:` and your own id or a SIP URI, `email:sarah@example.com`, or `call:` and the id of a call without a caller. */
  readonly subUserId?: string | undefined;
  /** Kept as what you say of the person, when something is added. */
  readonly name?: string | undefined;
  /** The same: anything to be kept with the caller. */
  readonly metadata?: Readonly<Record<string, unknown>> | undefined;
}

/** A user, or its `subUserId` alone. */
export type UserOrId = User | string;

/** As the API has it. What is undefined is left out when it is written as JSON. */
export function userFields(user: UserOrId): Record<string, unknown> {
  if (typeof user === 'string') return { sub_user_id: user };
  const { subUserId, ...rest } = user;
  return { user: { ...rest, sub_user_id: subUserId } };
}
