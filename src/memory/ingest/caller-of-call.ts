import { hasIdentityOfOtherKind, mergeCallers, recordIdentityConflict } from '../../store/callers.js';
import type { Executor } from '../../store/database.js';
import type { CallerIdentity } from '../callers/caller-identity.js';
import { type LinkedCaller, linkCaller } from '../callers/link-caller.js';

/** Whose a call is. */
export interface CallOwner extends LinkedCaller {
  /** It is known to be somebody else's than the one whom it is told of now: nothing of the two is mixed. */
  readonly isAnothers: boolean;
}

/** Whose a call was said to be before; absent: nobody's. */
export interface KnownCaller {
  readonly callerId?: string | undefined;
  /** Absent, too, where the caller is gone. */
  readonly rootId?: string | undefined;
}

/**
 * Says whose a call is. Who it was first told of stays its caller. A call that came without an identity belongs to nobody else, until
 * a later event of it says who called: what was learned under the call's own id is theirs then.
 *
 * @param known the caller that the call has so far, and the one that counts for it
 * @param identities as the carrier or a key's owner says now; none: nobody says
 */
export async function callerOfCall(
  trx: Executor,
  workspaceId: number,
  { callId, identities, known }: { callId: string; identities: readonly CallerIdentity[]; known: KnownCaller },
  now: Date,
): Promise<CallOwner> {
  const { callerId: knownId, rootId: knownRoot } = known;
  if (identities.length === 0) {
    if (knownRoot !== undefined) return { ...ofKnown(knownId, knownRoot), isAnothers: false };
    const own = await linkCaller(trx, workspaceId, [{ kind: 'call', value: callId }], now);
    return { ...own, isAnothers: false };
  }
  const linked = await linkCaller(trx, workspaceId, identities, now);
  const { callerId } = linked;
  if (knownRoot === undefined || knownRoot === callerId || linked.mergedIds.includes(knownRoot))
    return { ...linked, isAnothers: false };
  if (!(await hasIdentityOfOtherKind(trx, workspaceId, knownRoot, 'call'))) {
    await mergeCallers(trx, workspaceId, { callerId: knownRoot, intoCallerId: callerId, at: now });
    return { ...linked, mergedIds: [...linked.mergedIds, knownRoot], isAnothers: false };
  }
  const [first] = identities;
  if (first !== undefined)
    await recordIdentityConflict(trx, workspaceId, { ...first, callerId: knownRoot, otherCallerId: callerId, at: now });
  const { isKnownByMore, mergedIds, othersIdentities } = linked;
  return { ...ofKnown(knownId, knownRoot), isKnownByMore, mergedIds, othersIdentities, isAnothers: true };
}

function ofKnown(known: string | undefined, callerId: string): LinkedCaller {
  return { callerId, ownId: known ?? callerId, mergedIds: [], isKnownByMore: false, othersIdentities: [] };
}
