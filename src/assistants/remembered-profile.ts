import type { RecalledCaller } from '../memory/recall/caller-memories.js';
import type { CallerProfile } from './caller-profile.js';

/**
 * A caller's profile with what memory has of them. Who is not remembered, or not in time, is who the conversations say.
 *
 * @param profile absent: it was late, and memory alone knows the caller
 */
export function rememberedProfile(
  profile: CallerProfile | undefined,
  recalled: RecalledCaller | undefined,
): CallerProfile | undefined {
  if (recalled?.status !== 'known') return profile;
  const { name, facts, summary, lastEpisode } = recalled;
  const { history = { conversations: 0 }, lastEpisode: summarised } = profile ?? {};
  const last = summarised ?? lastEpisode;
  return {
    name,
    history,
    ...(last === undefined ? {} : { lastEpisode: last }),
    facts,
    memory: { summary, at: lastEpisode?.at, tellsLastEpisode: lastEpisode !== undefined },
  };
}
