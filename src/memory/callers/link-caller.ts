import {
  addIdentities,
  createCaller,
  findIdentityOwners,
  hasIdentityOfKind,
  type IdentityOwner,
  lockIdentities,
  mergeCallers,
  recordIdentityConflict,
} from '../../store/callers.js';
import type { Executor } from '../../store/database.js';
import type { CallerIdentity } from './caller-identity.js';

/** What was done about a caller's identities. */
export interface LinkedCaller {
  /** The caller that counts. */
  readonly callerId: string;
  /**
   * The caller whose own the identity is by which it was found: it may have been merged into the one that counts. What comes by the
   * identity is kept with it, and goes with it when the merge is undone.
   */
  readonly ownId: string;
  /** A caller that this one took in: somebody known by a phone alone, who turned out to be this person. */
  readonly mergedIds: readonly string[];
  /** Somebody who was known already is known by more identities from now on. */
  readonly isKnownByMore: boolean;
  /** Those of the identities that are somebody else's: conflicts. */
  readonly othersIdentities: readonly CallerIdentity[];
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
  const ownerOf: OwnerOf = ({ kind, value }) => owners.find((owner) => owner.kind === kind && owner.value === value);

  const external = identities.find(({ kind }) => kind === 'external_id');
  const known =
    external === undefined
      ? identities.map(ownerOf).find((owner) => owner !== undefined)
      : (ownerOf(external) ?? (await adoptable(trx, workspaceId, identities, ownerOf)));
  const ownId = known?.ownId ?? (await createCaller(trx, workspaceId, at));
  let callerId = known?.callerId ?? ownId;

  const free: CallerIdentity[] = [];
  const mergedIds: string[] = [];
  const othersIdentities: CallerIdentity[] = [];
  for (const identity of identities) {
    const owner = ownerOf(identity)?.callerId;
    if (owner === callerId || (owner !== undefined && mergedIds.includes(owner))) continue;
    if (owner === undefined) {
      free.push(identity);
    } else if (external !== undefined && !(await hasIdentityOfKind(trx, workspaceId, owner, 'external_id'))) {
      const merge = await mergeCallers(trx, workspaceId, { callerId: owner, intoCallerId: callerId, at });
      callerId = merge?.intoCallerId ?? callerId;
      mergedIds.push(owner);
    } else {
      await recordIdentityConflict(trx, workspaceId, { ...identity, callerId, otherCallerId: owner, at });
      othersIdentities.push(identity);
    }
  }
  await addIdentities(trx, workspaceId, ownId, free, at);
  return { callerId, ownId, mergedIds, isKnownByMore: known !== undefined && free.length > 0, othersIdentities };
}

type OwnerOf = (identity: CallerIdentity) => IdentityOwner | undefined;

/** The owner of one of the other identities, who has no external id yet and gets this one. */
async function adoptable(
  trx: Executor,
  workspaceId: number,
  identities: readonly CallerIdentity[],
  ownerOf: OwnerOf,
): Promise<IdentityOwner | undefined> {
  for (const identity of identities) {
    const owner = ownerOf(identity);
    if (owner !== undefined && !(await hasIdentityOfKind(trx, workspaceId, owner.callerId, 'external_id')))
      return owner;
  }
  return undefined;
}
