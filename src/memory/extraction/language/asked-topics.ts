/** What a turn asks the other side for. */
export type Topic =
  | 'name'
  | 'first-name'
  | 'surname'
  /** The name of somebody or something else: a pet, a patient's doctor. */
  | 'other-name'
  | 'spelling'
  | 'email'
  | 'phone'
  | 'address'
  | 'city'
  | 'employer'
  | 'birthday';

const OTHER_NAME =
  /\b(?:dog|cat|pet|puppy|kitten|horse|rabbit|animal|wife|husband|partner|spouse|daughter|son|child|kid|baby|boy|girl|lad|lass|fella|fellow|little guy|little man|little one|young man|young lady|mother|father|mum|mom|dad|brother|sister|company|business|firm|organi[sz]ation|school|street|road|doctor|gp|dentist|vet|vets|surgery|practice|hotel|contact|maiden|middle|bank|landlord|agency|insurer|provider|medication|product|passenger|driver|user|file|domain|building|beneficiary|next of kin|his|her|their|its|driver's|plumber|technician)(?:'s|s')?\s+(?:(?:full|first|last|sur) ?)?name|\bname of (?:the|your|his|her|their) (?!booking|reservation|account|policy|person (?:calling|booking))|\b(?:what(?:'s| is)|whats) (?:he|she|it|they) called|\bwhat do you call (?:him|her|it|them)\b|\bname (?:goes|do you want|would you like|should (?:we|i) put|shall (?:we|i) put) on the (?:collar|tag|cake|card|plaque|bowl|box|cage|door|badge)/i;

const SURNAME = /\b(?:last|sur|family|second) ?names?\b|(?:^|[.!,] )(?:and )?last\?/i;
const FIRST = /\b(?:first|given|christian|fore) ?names?\b|\b(?:and|the|your) first\?|\binitial\b|^\W*first\W*$/i;
const NAME =
  /\b(?:your|the|a|full|booking|what|which|my|and|account|under) (?:full |good |own |first and last |first name and (?:last|sur) ?|last |legal |complete )*name\b|\bname(?:,? please| and\b| for the| on the|\?|$| love| or )|\bwho(?:'s| is|s|m? am i|m? do i have|m? have i) (?:calling|this|speaking|that|it|on the line|ringing|there|the (?:pleasure|booking|caller)|got|i speaking|got on|talking|with)\b|\bwho(?:m)? (?:am i|are we|do i have|have i got|did i|is it i'm|i'm|i am) ?(?:the pleasure|speaking|talking|on the)?|\bwhom? (?:shall|should|may|can|do) i (?:say|put|have|ask)|\band you(?: are|'re)[\s.…?]*$|\bwho've (?:i|we) (?:got|here)\b|\bname will do\b|(?:^|now,? |again,? )who\?|\bwho(?:'s| is) (?:it|this|that|the (?:appointment|booking|reservation|table|order)) (?:for|under)|\bwhat (?:should|shall|can|do|may) i call you\b|\bhow (?:should|may|can) i address you|\b(?:what|who) (?:is|was|'s) (?:it|that|the (?:booking|reservation|table|order|appointment)) under\b|\b(?:tell|give) me who you are|\bwhose name\b|\bwho are you(?: for| then|\?|$)|\bwho (?:will|shall|do) i put\b|\bshort for\b|\b(?!(?:and|from|or|but|person|someone|guy|lady|man|woman|people|one|anyone) )\p{L}{3,} who(?: sorry)?(?:\?|$| sorry| is (?:it|this))/iu;

const TOPICS: readonly (readonly [Topic, RegExp])[] = [
  ['spelling', /\b(?:spell|spelt|spelled|spelling)\b|\bis that with an?\b/i],
  ['email', /\be-?mails?\b/i],
  [
    'phone',
    /\b(?:(?:phone|telephone|contact|callback|call-?back|mobile|cell|cellphone|best|good|landline|home|daytime|reach|direct)(?: phone| contact| mobile| cell| callback)? (?:number|line)|(?:your|a|the|best|good|which|that|this|same|what) (?:number|mobile|cell|cellphone|landline|phone|digits|contact)\b(?! of)|(?:number|what) (?:to|can|do|should|shall|could|would|for) (?:we |i )?(?:reach|call|ring|contact|text|get)|reach you (?:on|at)|call you (?:back )?(?:on|at)|numbers?\?|number,? please|direct line|contact details)/i,
  ],
  [
    'address',
    /(?<!e-?mail )(?<!mail )(?<!web )\baddress\b(?! (?:you as|as in))|\bwhere (?:do you live|are you living|do you stay|is the property|are ye|are you(?: based| located| at)?\b|shall we|should we|would (?:we|you)|are we|is it (?:going|we)|do (?:we|i))|\bwhereabouts\b|\bstreet (?:name|and number)|\bhouse number\b|\bwhat street\b|\bpost ?code\b|\bzip\b/i,
  ],
  [
    'city',
    /\b(?:which|what) (?:city|town|area|part|suburb|village)\b|\bcity\b|\btown\b|\bwhere (?:do you live|are you (?:based|living|calling from|located|at)|are ye|abouts)|\bwhereabouts\b|\bsuburb\b/i,
  ],
  [
    'employer',
    /\b(?:who|where) do you work|\bwho(?:'s| is) it (?:that )?you work|\bemployer\b|\bwhere are you working|\bwhat company|\bwhich company|\bname of (?:your|the) (?:company|employer|business|firm|organi[sz]ation)|\bcompany name|\bbusiness name|\bwhere (?:are you|do you) (?:calling|call) from|\bwho are you with\b/i,
  ],
  ['birthday', /\bdate of birth\b|\bbirth ?(?:date|day)\b|\bd\.? ?o\.? ?b\b|\bwhen were you born|\bborn\b/i],
];

/**
 * What an agent's turn asks for; empty when nothing is asked. Statements ("we'll send it to your e-mail") count as questions about
 * their topic too: who reads the answer sees whether it is one.
 */
export function topicsAsked(text: string): ReadonlySet<Topic> {
  const plain = text.replaceAll('’', "'");
  const topics = new Set<Topic>();
  for (const [topic, form] of TOPICS) if (form.test(plain)) topics.add(topic);
  if (
    topics.has('email') &&
    !/\b(?:home|postal|street|house|mailing|physical) address\b|\baddress and\b|\band (?:your )?address\b/i.test(plain)
  ) {
    topics.delete('address');
  }
  if (OTHER_NAME.test(plain)) topics.add('other-name');
  else if (SURNAME.test(plain) && !/\bfirst\b/i.test(plain)) topics.add('surname');
  else if (FIRST.test(plain) && !/\b(?:last|sur|family)\b/i.test(plain)) topics.add('first-name');
  else if (NAME.test(plain) || SURNAME.test(plain)) topics.add('name');
  return topics;
}
