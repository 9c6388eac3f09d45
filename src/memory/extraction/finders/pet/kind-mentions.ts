import { KIND_WORDS, petKindOf } from './pet-kinds.js';

/** A word for a kind of pet, in one or in several, for a pattern. */
export const KIND = `(?:${KIND_WORDS})(?:s|es)?`;

/** What may stand between "my" or "a" and the kind, for a pattern. */
export const ADJECTIVES =
  '(?:(?:little|wee|big|large|small|old|older|elderly|young|younger|new|other|poor|lovely|beautiful|gorgeous|brave|good|naughty|fat|skinny|house|pet|rescue|indoor|outdoor|male|female|black|white|brown|grey|gray|ginger|orange|tabby|chocolate|yellow|golden|fawn|brindle|sable|blue|red|miniature|mini|standard|toy|giant|bloody|silly|crazy|daft|noisy|loud|very|rather|bit of an?|proper|retired|hearing|guide|assistance|service|therapy|support|working|barn|two|three|four|five|six|registered|\\w+[- ](?:year|month|week)[- ]olds?|\\d+|and white|and tan)[ ,-]+){0,5}';

/** Any mention of a kind. */
export const MENTION = new RegExp(`(?<![\\w'-])(${KIND})(?![\\w-])`, 'g');

/** What follows the word where it is part of another: "dog food", "cat flap". */
export const NO_PET =
  /^[ -]+(?:yoga|cheese|milk|curry|meat|food|sitter|sitters|groomer|grooming|walker|kennels?|hair|person|people|friendly|park|lover|flap|litter|bed|allergy|show|treats?|lead|leash|collar|insurance|policy|scan|owner|breeder|nap|burglar|eared|day|days|bowl|house|box|shaped|print|dander|fur|scratch|bites? (?:on|from)|nuggets?|soup|wings?|breast|salad|thighs?|clinic|hospital|care|ward|pox|pie|tikka|wire|coop)\b/;

/** What follows where the animal is no longer the caller's. */
export const GONE_AFTER =
  /^[^.!?]{0,30}\b(?:was (?:of )?my|was \w+'s|is my \w+'s when|belongs to|belonged to|passed|died|was put (?:down|to sleep)|has gone|went to (?:my|his|her|live|a new)|flew off|ran away|is dead|passed away|was sold)\b/;

/** What stands before an animal that is not the caller's, or none at all. */
export const NOT_OWN_HERE =
  /\b(?:his|her|their|your|no|any|another|not an?|without an?|if|like an?|allergic to|allergic to the|as in|like|like the|for|keep an?|have kept an?|hate|scared of|afraid of|used to have an?|had an?|lost|lost our|lost my|lost the|buried (?:the|our|my)|put down (?:the|our|my)|want an?|getting an?|buy an?|hot|sick as an?|found an?|found this|stray|the (?:wife|husband|neighbou?r|kids?|boss|landlord|tenant)s?|(?!(?:that|it|he|she|there|what|here|who)'s)\w+'s|next door's|neighbou?rs?|sister's|mate's|late|old (?:neighbou?r|friend)'s)(?: \w+)?\s*$/;

/** The kind of a word, in one or in several. */
export function kindOf(word: string): string | undefined {
  return petKindOf(word) ?? petKindOf(word.replace(/e?s$/, ''));
}

/** Whether a word speaks of several animals. */
export const isPlural = (word: string): boolean =>
  word.endsWith('s') &&
  !/^(?:siamese|bernese)$/.test(word) &&
  [word.slice(0, -1), word.replace(/e?s$/, '').replace(/i$/, 'y')].some((one) => petKindOf(one) !== undefined);
