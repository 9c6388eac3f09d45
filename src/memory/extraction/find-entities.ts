import { entitiesOf } from './entities.js';
import type { Entity, ExtractedFact } from './extraction.js';
import { readOrganizationAt } from './finders/employer/read-organization.js';
import { readCityAt } from './finders/home/read-cities.js';
import { readNameAt } from './names/read-name.js';
import { readRelatedName } from './names/read-related-name.js';
import type { ReadCall } from './read-call.js';

/** Whom a caller speaks of beside the family, by what they are to the caller. */
const ACQUAINTANCE =
  /\b(?:my|our) (doctor|gp|dentist|vet|boss|manager|landlord|landlady|neighbou?r|friend|colleague|co-worker|coworker|roommate|housemate|flatmate|assistant|secretary|lawyer|solicitor|accountant|agent|carer|tenant|cleaner|hairdresser|stylist|trainer|builder|plumber|electrician|ex|ex-wife|ex-husband|business partner)(?![\w-])/g;
const DOCTOR = /\b(?:dr|doctor)\.? (?=\p{L})/giu;
const WHEREABOUTS =
  /\b(?:live|lives|living|based|moved|moving|fly|flying|flight|travel+ing|trip|going up|drive|driving) (?:over |up |down |out |back )?(?:in|to|from)\b/g;
const WORKPLACE = /\b(?:works|worked|used to work|working) (?:at|for|with)\b/g;

/** Of one kind in one turn: nobody names more. Each is read with the whole turn around it, which a hostile turn could make dear. */
const MENTIONS_MAX = 24;

const firstOf = (text: string, pattern: RegExp): readonly RegExpExecArray[] =>
  [...text.matchAll(pattern)].slice(0, MENTIONS_MAX);

/**
 * Who and what the caller spoke of: persons (not the caller himself), organisations, places and pets, each once. They come from the
 * facts, and from what the caller's turns say of others.
 */
export function findEntities(call: ReadCall, facts: readonly ExtractedFact[]): readonly Entity[] {
  const entities: Entity[] = [];
  const own = facts.find(({ predicate, about }) => predicate === 'name' && about === undefined)?.value.toLowerCase();
  const add = (kind: Entity['kind'], name: string, relation?: string): void => {
    if (kind === 'person' && name.toLowerCase() === own) return;
    const same = entities.findIndex((other) => other.kind === kind && other.name.toLowerCase() === name.toLowerCase());
    if (same < 0) entities.push({ kind, name, ...(relation === undefined ? {} : { relation }) });
    else if (relation !== undefined && entities[same]?.relation === undefined)
      entities[same] = { kind, name, relation };
  };
  for (const { kind, name, relation } of entitiesOf(facts)) add(kind, name, relation);
  for (const turn of call.turns) {
    if (turn.speaker !== 'caller') continue;
    const { plain } = turn;
    for (const match of firstOf(plain, ACQUAINTANCE)) {
      const named = readRelatedName(turn.text, match.index + match[0].length);
      if (named) add('person', named.name, match[1]?.replace('neighbor', 'neighbour'));
    }
    for (const match of firstOf(turn.text, DOCTOR)) {
      const spoken = readNameAt(turn.text, match.index);
      if (spoken?.hasTitle && (spoken.isCapital || spoken.isKnown)) add('person', spoken.name, 'doctor');
    }
    for (const { kind, name, relation } of mentioned(turn.text, plain)) add(kind, name, relation);
  }
  return entities;
}

/** Places and organisations that are said with words which leave no doubt. */
function mentioned(text: string, plain: string): readonly Entity[] {
  const found: Entity[] = [];
  for (const match of firstOf(plain, WHEREABOUTS)) {
    const place = readCityAt(text, match.index + match[0].length);
    if (place?.isCapital) found.push({ kind: 'place', name: place.city });
  }
  for (const match of firstOf(plain, WORKPLACE)) {
    const organization = readOrganizationAt(text, match.index + match[0].length);
    if (organization?.isCapital) found.push({ kind: 'organization', name: organization.name });
  }
  return found;
}
