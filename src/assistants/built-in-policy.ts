import { memoryUserId, type PhoneIdentity, phoneIdentity } from '../memory/identity.js';
import type { InitializationAnswer, InitializationEvent } from '../platforms/telnyx/initialization.js';
import { prepare, print, QueryError } from '../query/index.js';
import type { EndUserHistory } from '../store/conversations.js';
import { describeHistory, isKnownHistory } from './describe-history.js';

/** Who is calling, as far as an event tells: the caller's identity, and the text under which it is stored. */
export interface IdentifiedEndUser {
  readonly identity: PhoneIdentity;
  readonly target: string;
}

export interface BuiltInPolicy {
  /** Undefined for an end user without a usable identity: no memory, rather than one that strangers share. */
  identify(event: InitializationEvent): IdentifiedEndUser | undefined;
  /** The whole answer. Without a history it is as complete, only with the variables that need one empty. */
  answer(endUser: IdentifiedEndUser | undefined, history: EndUserHistory | undefined): InitializationAnswer;
}

export interface BuiltInPolicyOptions {
  /** ISO 3166, two letters: how numbers without a country code are read. */
  readonly defaultCountry: string;
  /** IANA name: the days in `memory_context`. */
  readonly timeZone: string;
}

/**
 * The text that Telnyx documents for the last five conversations with a number. It says order and limit, and no relative time, so
 * that its canonical text is the portable one, whatever is bound.
 */
const MEMORY_QUERY =
  'metadata->telnyx_end_user_target=eq.{{telnyx_end_user_target}}&limit=5&order=last_message_at.desc';

/**
 * What an assistant without a policy of its own gets: memory is the last five conversations of an identified end user, and
 * the five variables that every policy gives.
 */
export function createBuiltInPolicy(options: BuiltInPolicyOptions): BuiltInPolicy {
  const memoryQuery = prepare(MEMORY_QUERY);
  const describe = describeHistory(options.timeZone);

  /** The caller id is bound as a value and never parsed. It keeps its spelling: that is what was stored. */
  function memoryOf(target: string): Pick<InitializationAnswer, 'memory'> {
    try {
      const query = memoryQuery.bind({ telnyx_end_user_target: target });
      return { memory: { conversation_query: print(query) } };
    } catch (error) {
      if (error instanceof QueryError) return {};
      throw error;
    }
  }

  return {
    identify(event) {
      const identity = phoneIdentity(event.endUserTarget, options.defaultCountry);
      return identity && event.endUserTarget !== undefined ? { identity, target: event.endUserTarget } : undefined;
    },

    answer(endUser, history) {
      const userId = endUser === undefined ? '' : memoryUserId(endUser.identity);
      const known = history !== undefined && isKnownHistory(history) ? history : undefined;
      return {
        dynamic_variables: {
          caller_known: String(known !== undefined),
          caller_name: '',
          memory_context: known === undefined ? '' : describe(known),
          memory_user_id: userId,
          last_conversation_at: known?.lastMessageAt ?? '',
        },
        ...(endUser === undefined ? {} : memoryOf(endUser.target)),
        conversation: { metadata: endUser === undefined ? {} : { memory_user_id: userId } },
      };
    },
  };
}
