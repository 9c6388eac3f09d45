import { townNamed } from '../../language/towns.js';
import { knownGivenName } from '../../names/known-given-name.js';
import type { SpokenOrganization } from './read-organization.js';
import { BUSINESS } from './work-cues.js';

/** A town or a person's name where an employer could stand: "I'm a student in Leeds", "with Anna". */
export function isPlaceOrPerson(text: string, spoken: SpokenOrganization, country: string): boolean {
  const word = spoken.name.split(' ')[0] ?? '';
  if (BUSINESS.test(spoken.name)) return false;
  const town = townNamed(spoken.name, country);
  return (
    (town !== undefined && (town.country === country || town.population > 100_000)) ||
    (knownGivenName(word) === 'frequent' && !/['’]s?$/.test(word) && !/\b(?:and|of)\b/.test(spoken.name)) ||
    /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter|God|Dr|Doctor|Mr|Mrs|Ms)\b/.test(
      spoken.name,
    ) ||
    /^\s*(?:Street|Road|Avenue|Lane|Drive|Airport|Station)\b/.test(text.slice(spoken.end))
  );
}
