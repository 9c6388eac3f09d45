import {
  addIdentities,
  createCaller,
  findIdentityOwners,
  hasIdentityOfKind,
  lockCallers,
  lockIdentities,
  mergeCallers,
  recordIdentityConflict,
} from '../../store/callers.js';
import type { Executor } from '../../store/database.js';
import type { CallerIdentity } from './caller-identity.js';

/** What was done about a caller's identities. */
export interface LinkedCaller {
  readonly callerId: string;
  /** A caller that this one took in: somebody known by a phone alone, who turned out to be this person. */
  readonly mergedIds: readonly string[];
}

/**
 * Finds who has these identities, or makes a caller that has them, in the caller's transaction.
 *
 * The external id wins. A phone, an e-mail or a SIP URI joins the caller of the external id only if nobody owns it, or its owner
 * has no external id (then the owner is merged in, which can be undone). An identity of somebody else is recorded as a
 * conflict, and nothing is merged.
 *
 * @param identities at least one
 */
export async function linkCaller(
  trx: Executor,
  workspaceId: number,
  identities: readonly CallerIdentity[],
  at: Date,
): Promise<LinkedCaller> {
  await lockIdentities(trx, workspaceId, identities);
  const owners = await findIdentityOwners(trx, workspaceId, identities);
  const ownerOf = ({ kind, value }: CallerIdentity): string | undefined =>
    owners.find((owner) => owner.kind === kind && owner.value === value)?.callerId;

  const external = identities.find(({ kind }) => kind === 'external_id');
  const callerId =
    (external === undefined
      ? identities.map(ownerOf).find((owner) => owner !== undefined)
      : (ownerOf(external) ?? (await adoptable(trx, workspaceId, identities, ownerOf)))) ??
    (await createCaller(trx, workspaceId, at));

  const free: CallerIdentity[] = [];
  const mergedIds: string[] = [];
  for (const identity of identities) {
    const owner = ownerOf(identity);
    if (owner === callerId || (owner !== undefined && mergedIds.includes(owner))) continue;
    if (owner === undefined) {
      free.push(identity);
    } else if (external !== undefined && !(await hasIdentityOfKind(trx, workspaceId, owner, 'external_id'))) {
      await lockCallers(trx, workspaceId, [owner, callerId]);
      await mergeCallers(trx, workspaceId, { callerId: owner, intoCallerId: callerId, at });
      mergedIds.push(owner);
    } else {
      await recordIdentityConflict(trx, workspaceId, { ...identity, callerId, otherCallerId: owner, at });
    }
  }
  await addIdentities(trx, workspaceId, callerId, free, at);
  return { callerId, mergedIds };
}

/** The owner of one of the other identities, who has no external id yet and gets this one. */
async function adoptable(
  trx: Executor,
  workspaceId: number,
  identities: readonly CallerIdentity[],
  ownerOf: (identity: CallerIdentity) => string | undefined,
): Promise<string | undefined> {
  for (const identity of identities) {
    const owner = ownerOf(identity);
    if (owner !== undefined && !(await hasIdentityOfKind(trx, workspaceId, owner, 'external_id'))) return owner;
  }
  return undefined;
}
