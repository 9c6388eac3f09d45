/** Words for people and animals other than the caller: what is said beside them may be theirs. */
const OTHERS =
  /\b(?:he|she|hes|shes|his|her|him|hers|they're|they have|they've got|their|theirs|son|daughter|wife|husband|hubby|mum|mom|mam|mummy|mommy|mother|father|dad|daddy|dog|dogs|cat|cats|puppy|pup|kitten|baby|babby|kid|kids|kiddo|child|children|brother|sister|partner|boyfriend|girlfriend|friend|mate|colleagues?|guests?|boss|ex|grandson|granddaughter|nan|nana|gran|granny|grandad|grandma|grandpa|grandmother|grandfather|aunt|auntie|uncle|niece|nephew|cousin|tenants?|horse|pony|rabbit|parrot|pet|hamster|bunny|lad|lass|little (?:one|man|fella|girl|boy)|wee (?:one|man|fella|girl|boy|lad)|missus|missis|people|person|everyone|everybody|somebody|someone|anyone|anybody|maid of honou?r|bridesmaids?|fianc[eé]e?|in-law|(?:one|some|couple) of (?:them|the|our|us|you)|neighbou?rs?|customers|clients|patients)\b/;

const OTHER_SUBJECT =
  /\b(?!(?:i|it|that|what|which|who|doctor|dr|they|here|there|this|one|he|she|and|also|still|never|always|skin|scalp|face|tongue|lips?|throat|eyes?|hands?|fingers|mouth|legs?|arms?|back|knee|heart|hospital|consultant|nurse|gp|my|me|really|just|only|actually)\b)[a-z]+ (?:has|had got|gets|suffers|is having|has got|can't have|cannot have|comes out|breaks out|swells)\b/;

const FIRST_PERSON = /\b(?:i|i'm|im|i've|ive|i'd|i'll|me|my|mine|myself)\b/;

/** Whether a plain sentence speaks of somebody who is not the caller. */
export const speaksOfOthers = (plain: string): boolean => OTHERS.test(plain) || OTHER_SUBJECT.test(plain);

/** Whether the caller speaks of himself or herself in a plain sentence. */
export const speaksOfSelf = (plain: string): boolean => FIRST_PERSON.test(plain);
