const BETWEEN =
  '(?:\\s+(?:nights|days|weekends|evenings|mornings|shifts?|night shifts?|day shifts?|full[- ]time|part[- ]time|mostly|mainly|now|currently|still|only|over|up|down|out|there|here|just|remotely|(?:just )?(?:round|around) the corner|across the road|down the road|from home(?: \\w+ days?(?: a week)?)?|(?:\\w+ )?days? a week|as (?:an?|the) (?:[a-z-]+\\s?){1,4}?|in (?:sales|hr|it|accounts|finance|marketing|admin|reception|security|maintenance)))*';

/** The job in "I'm a nurse at St Mary's". */
const ROLE =
  "(?!(?:an?|the) (?:same|only|first|last|best|kind|sort|type|way|one)\\b)(?!(?:an?|the) (?:\\w+ )?(?:customer|client|member|patient|guest|tenant|subscriber|friend|policyholder|regular|student|fan|day|bit|little|lot|victim)\\b)(?:an?|the|one of the|now an?|now the|head|chief|senior|lead) (?:[a-z'-]+ ){1,4}?";

/** Words that lead to the one whom the caller works for. */
export const WORK_CUES: readonly RegExp[] = [
  new RegExp(
    `\\b(?:i|we)(?: do| still| now| actually| currently| just| only| also| both)* work${BETWEEN} (?:at|for|with|in)\\b`,
    'g',
  ),
  new RegExp(
    `\\b(?:i'm|im|i am|i've been|we're) (?:still |now |currently |only |also )*working${BETWEEN} (?:at|for|with|in)\\b`,
    'g',
  ),
  /\b(?:i'm|im|i am) (?:still |now |currently )*(?:employed|hired|contracted) (?:at|by|with)\b/g,
  /\b(?:i'm|im|i am) (?:still |now |currently |only |also |just )*(?:driving|teaching|cooking|nursing|cleaning|delivering|coding|consulting|lecturing|temping|contracting|freelancing|labouring|welding|building|selling|training|apprenticing|interning|waitressing|bartending|flying)(?: (?:buses|trucks|vans|lorries|taxis|nights|days|now|there|a (?:bus|truck|van|lorry|taxi)))* (?:for|at|with)\b/g,
  new RegExp(`\\b(?:i'm|im|i am) (?:still |now |currently |actually )*${ROLE}(?:at|for|with)\\b`, 'g'),
  /\b(?:my (?:current |new )?(?:employer|company|firm|workplace|work)(?:'s| is| is called|'s called))(?= )/g,
  /\bi (?:just |recently |now )?(?:started|joined|got a job|took a job|got hired)(?: working| a (?:new )?job| on nights| work)? (?:at|with|for)\b/g,
  /\bi (?:just |recently )joined\b/g,
  /\bi (?:drive|teach|nurse|cook|fly|clean|code|deliver|manage|consult|lecture|volunteer full time) (?:a (?:bus|truck|van|lorry|taxi) )?(?:for|at)\b/g,
  /\bi(?:'ve| have) (?:a |got a )?(?:new |full[- ]time )?job (?:at|with)\b/g,
];
/** The same with less certainty: what follows must have a capital. */
export const LIKELY_WORK_CUES: readonly RegExp[] = [
  // "I work two blocks down, at Mercer Print".
  /\bi(?:'m)? work(?:ing)?\b(?! (?:it|this|that|something) out)[^.!?]{0,40}?,? (?:at|for|with)\b/g,
  // "I am chartered accountant with Deshmukh and Lele", "I'm a sparky now, with Boylan Electrical".
  /\b(?:i'm|im|i am|as) (?:now |still |just |only )*(?:an? |the )?(?!in |at |on |out |up |down |over |from |not )(?:[a-z'-]+,? ){1,4}?(?:now|these days|currently|here|there|full time|part time)?,? ?(?:at|with|for)\b(?= (?:the )?)/g,
  // "I'm in Providence now with the Coast Guard".
  /\b(?:i'm|im|i am) (?:out |over |up |down )?in [a-z]+(?: [a-z]+)?(?: now| these days),? with\b/g,
  // "I'm his PA, Tilly, at Thring Shipping".
  /\b(?:i'm|im|i am) (?:an?|the|his|her|their) [^.!?]{2,50}, (?:at|with|from)\b/g,
  /\b(?:presently|currently) (?:with |at |for )?(?=[a-z])/g,
  /\b(?:always|still) (?:at|with)\b(?=[^.!?]{2,40}\byes\b)/g,
  /\b(?:i'm|im|i am) (?:an? |the )?(?:nurse|doctor|radiographer|teacher|porter|cleaner|chef|midwife|physio\w*|pharmacist|surgeon|consultant|registrar|receptionist|lecturer|caretaker|carer) in\b/g,
  /\b(?:i'm|im|i am) on the \w+(?: \w+)? (?:at|for)\b/g,
  /\bi (?:teach|stack|cook|drive|fix|sell|clean|serve|pack|bartend|wait tables|code|weld|paint|deliver|nurse|guard|wash|work)\b[^.!?,]{0,25} (?:at|for)\b/g,
  /\bi(?:'ve| have) been (?:working )?(?:with|at)\b(?=[^.!?]{2,40}\b(?:years?|since|months)\b)/g,
  /\b(?:i|we|i've|just) (?:just )?(?:got|been) (?:hired )?on (?:at|with)\b/g,
  /\b(?:calling|ringing|phoning|here) from work,/g,
  /\b(?:employed|contracted|placed) through\b/g,
  /(?:^|[,.;] )(?:currently |presently |now )?working (?:with|at|for)\b/g,
  /\b(?:i'm|i am|im) (?:now |currently |presently )?working in\b(?! (?:it|hr|finance|sales|marketing|retail|education|hospitality|accounts|construction|engineering|healthcare|tech|banking|insurance|media|logistics|security|software|government)\b)/g,
  // "I run operations for Harbor Point Logistics", "I do the books at …".
  /\bi (?:run|manage|head|head up|look after|handle|do|oversee|keep|organi[sz]e|coordinate) (?:[a-z'-]+ ){1,5}?(?:for|at)\b/g,
  /\b(?:my (?:office|desk|job|work|shift|shop|lab|classroom|team|boss|manager|supervisor|works?)|at work|work number|work line|the switchboard)\b[^.!?]{0,50}?\b(?:at|with)\b/g,
  /\bi (?:don't |do not |only )?(?:start|finish|get off|clock (?:in|on|off|out)|knock off|am on|teach|lecture|volunteer)(?: work)? (?:at|over at|down at)\b(?= the \D| \D)/g,
];
/** A business of one's own. */
export const OWN_CUES: readonly RegExp[] = [
  /\b(?:my|our|me)(?: own)? (?:little |wee |small |new |\w+ )?(?:company|business|firm|shop|studio|practice|salon|rooms|cafe|café|restaurant|bakery|garage|agency|place|store|consultancy|outfit|thing|clinic|nursery)(?: now| here)?(?:,| is called| is named| it's called| it is called| its called| called| is|'s called|'s|:)(?= )/g,
  /\b(?:own|run|founded|started|opened|set up) (?:it|one|(?:my|our|a|the|me)(?: own)?(?: [a-z]+){1,3}?)(?: now)?(?:,| called| named| it's called| it is called| its called|, it's called)(?= )/g,
  /\b(?:have|got|'ve|i've got|we've got) (?:an?|my own|our own) (?:own |little |small |wee )?(?:\w+ )?(?:company|business|firm|shop|studio|practice|salon|cafe|café|restaurant|bakery|garage|agency|consultancy)(?: now)?,?(?: called| named)?(?= )/g,
  /\bown (?:company|business|firm|rooms|shop|practice)(?: now)?(?:,| called| named)/g,
  /\bfrom the (?:company|firm|business)\b/g,
  /\bwork(?:ing|s)? (?:in|at|for) (?:an? |the |this |one )?(?:[a-z]+ ){0,2}?(?:bakery|shop|firm|company|restaurant|cafe|hotel|school|factory|salon|place|store|garage|nursery|practice|bank|office|pub|bar|farm|startup)(?:,| it's| its)? (?:called|name|named|by the name of|name of|name is)(?= )/g,
];
/** "I'm with Acme", "I'm at DePaul since the fall": something else must say that it is work. */
export const WITH =
  /\b(?:i'm|im|i am|we're|we are) (?:full[- ]time |part[- ]time |mostly |now |still |currently |only |just |actually |over |down |up )*(?:with|at|in)\b/g;
export const FROM =
  /\b(?:it's|this is|i'm|my name is|name's|here's|^hi|^hello)\s+(?:[\p{L}'-]+\s+){1,3}(?:calling |here |ringing )?from\b/gu;
export const PAST =
  /\b(?:used to|if|when|until|before|not|don't|didn't|never|she|he|they|wish|was|once|that|where|the company|place|says|said)\s*(?:i\s*)?$/;
export const LEFT =
  /\b(?:left|quit|retired from|laid off (?:from|by)|fired from|no longer (?:at|with|work(?:ing)? (?:at|for))|don't work (?:at|for)|finished (?:at|with)|not (?:at|with))\s+/g;
/** How names of businesses and institutions end. */
export const BUSINESS =
  /^(?:university|college|city|county|bank|church|ministry|institute|department|house) of \w|\b(?:electrical|electric|plumbing|logistics|ltd|limited|inc|llc|plc|services?|solutions|group|motors|systems|software|company|college|school|university|hospital|council|bank|foods|partners|associates|construction|consulting|properties|realty|insurance|energy|media|marketing|security|transport|technologies|studios?|agency|union|hotel|clinic|foundation|trust|academy|industries|engineering|roofing|catering|events|hire|farms?|health|airlines|brothers|sons|and co|co-op|co op|coop|theatre|records|freight|offshore|petroleum|fire|rescue|mail|raptors|public schools?|offshore|haulage|theater|plant|coffee|cafe|bakery|nails|rail|railways?|tiling|paving|primary|secondary|high|science|books?|printers?|print|press|dermatology|dental|analytics|labs?|laboratories|pharmacy|chemists?|tools|tyres|cabs|taxis|couriers|freight|shipping|marine|stores?|supplies|supermarkets?|garage|flooring|roofers|builders|joinery|landscaping|gardens|interiors|medical|elementary|middle|barn|institute|centre|center|design|designs|architects|solicitors|law|legal|accountants|accounting|financial|finance|capital|credit|loans|motor|autos?|automotive|tech|digital|networks?|telecom|water|gas|power|oil|steel|mills?|works|manufacturing|packaging|plastics|chemicals|pharma|biotech|care|nursing|childcare|nursery|kindergarten|daycare|preschool|theatre|museum|library|church|seminary|ministries|authority|department|county|borough|railway|airways|cruises|travel|tours|hotels|resorts?|inn|pub|brewery|brewing|winery|kitchen|kitchens|grill|deli|diner|pizza|burgers|salon|barbers|beauty|spa|fitness|gym|sports|club|fc|post|times|news|radio|tv|guardian|herald|tribune|chronicle|publishing|records|productions|pictures|films)$/i;
