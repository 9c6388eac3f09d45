import { townNamed } from '../../language/towns.js';
import { knownGivenName } from '../../names/known-given-name.js';
import type { SpokenOrganization } from './read-organization.js';
import { BUSINESS } from './work-cues.js';

/** A day, a month or a title, which are written with a capital too. */
export const DAY_OR_TITLE =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|\w+day|Christmas|Easter|God|Dr|Doctor|Mr|Mrs|Ms)\b/;

/** A town or a person's name where an employer could stand: "I'm a student in Leeds", "with Anna". */
export function isPlaceOrPerson(text: string, spoken: SpokenOrganization, country: string): boolean {
  const word = spoken.name.split(' ')[0] ?? '';
  if (BUSINESS.test(spoken.name)) return false;
  const town = townNamed(spoken.name, country);
  return (
    (town !== undefined && (town.country === country || town.population > 100_000)) ||
    (knownGivenName(word) === 'frequent' && !/['’]s?$/.test(word) && !/\b(?:and|of)\b/.test(spoken.name)) ||
    DAY_OR_TITLE.test(spoken.name) ||
    /^\s*(?:Street|Road|Avenue|Lane|Drive|Airport|Station)\b/.test(text.slice(spoken.end))
  );
}
