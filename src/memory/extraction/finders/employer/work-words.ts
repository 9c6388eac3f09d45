/** Words between a subject and what is said of it. */
export const ADVERBS =
  '(?:(?:still|now|actually|currently|just|only|also|both|mostly|mainly|usually|normally|presently|really|already|officially|basically|um+|uh+|er+m?|like|full[- ]time|part[- ]time|over|up|down|out|back|here|there|away|above|below|beyond)[, ]+)*';

/** What one does for money, in the stem; "do the books" and "run the kitchen" need their object. */
const TRADES =
  'work|drive|teach|train|clean|cook|nurse|fly|code|deliver|lecture|tutor|bartend|labou?r|temp|consult|freelance|guard|porter|weld|steward|caretake|waitress|wait tables|stack shelves|stock(?: shelves)?|toil|slave|graft|slog|sew|dive|sail|fish|wash|pack|serve|dispatch|tend bar';
const TRADES_GOING =
  'working|driving|teaching|cleaning|cooking|nursing|flying|coding|delivering|lecturing|tutoring|bartending|labou?ring|temping|consulting|freelancing|guarding|portering|welding|waitressing|toiling|training|apprenticing|slaving|slogging|grafting|workin|work|interning|contracting|dispatching|building|selling|sewing|fishing';
const DUTIES =
  '(?:do|keep|run|manage|head(?: up)?|look after|handle|oversee|coordinate|organi[sz]e|supervise) (?!(?:it|this|that|them|him|her|my|your|me|you|not)\\b)(?:[a-z-]+ ){1,5}?';
const ROLE =
  "(?!(?:an?|the) (?:same|only|first|last|best|kind|sort|type|way|one)\\b)(?!(?:an?|the) (?:[a-z-]+ ){0,2}?(?:customer|client|member|patient|guest|tenant|subscriber|friend|policyholder|regular|student|pupil|fan|day|bit|little|lot|victim|resident|passenger|visitor|volunteer|parishioner|shareholder|homeowner|renter|owner|mother|mum|mom|dad|father|parent|wife|husband|son|daughter|few|minute|hundred|mile|executor|widow|guardian)\\b)(?:an?|the|one of the|head|chief|senior|lead|his|her|their) (?:[a-z'-]+,? ){1,4}?(?:now |these days |here |there )?";
const BARE_ROLE =
  '(?:chartered |senior |junior |assistant |head |chief |night |staff )*(?:accountant|engineer|manager|teacher|nurse|doctor|driver|developer|analyst|consultant|lecturer|professor|supervisor|director|officer|clerk|cashier|porter|chef|cook|cleaner|receptionist|paralegal|solicitor|registrar|pharmacist|technician|electrician|plumber|welder) ';
const SHIFTS =
  '(?:on (?:the |my |an? )?(?:earl(?:y|ies)|lates?|nights?|days|shifts?|(?:early|late|night|day) shifts?|duty|call|tills?|(?:\\w+ )?(?:desk|counter|checkouts?|wards?|line|phones|buses|bins|vans|rota|staff|door|switchboard))|fly[- ]in,? fly[- ]out|fifo)';

const BREAK =
  "\\b(?:so|but|because|cause|cos|if|when|then|that|which|while|please|can|could|need|want|book|booked|used|not|was|were|looking|call|ring|than|to meet|to see|works|drives|teaches|cleans|runs|manages|has|is|does)\\b|n't\\b";
const TAIL = `(?:(?!${BREAK})[^.!?;]){0,45}`;

/** What "I" do, up to the preposition. */
export const I_WORK = new RegExp(
  `^(?:do )?${ADVERBS}(?:been )?(?:(?:${TRADES})\\b${TAIL}|${DUTIES}|(?:been )?(?:${TRADES_GOING})\\b${TAIL}|(?:don't |do not |have to )?(?:start|finish|knock off|get off|clock (?:in|on|off|out)|am on)(?: work| my shift| late| early| the shift)?(?: at [a-z0-9:]+(?: [a-z]+)?)?,? (?:over |down )?|(?:have |got )?(?:just )?(?:an? |got a |my )(?:new |full[- ]time |part[- ]time |summer |weekend |\\w+ )?(?:job|shift|position|role|placement|apprenticeship|contract),? |(?:just |recently )?(?:started|got hired(?: on)?|got on|been on|got taken on)(?: work| working| a (?:new )?job| my new job| on nights)? |will be in the office,? |be in the office,? |am (?:${SHIFTS}|${ROLE}))$`,
);
/** What "I'm" is, up to the preposition. */
export const I_AM_WORKING = new RegExp(
  `^${ADVERBS}(?:(?:${TRADES_GOING}|employed|hired|contracted|placed)\\b${TAIL}|${SHIFTS},? |in (?:the|my|our) (?:\\w+ ){0,3}?(?:office|department|team|kitchen|lab|warehouse|pharmacy|canteen|newsroom|workshop|control room),? |in (?:billing|sales|accounts|hr|finance|marketing|admin|reception|security|maintenance|dispatch|procurement|payroll|housekeeping|catering|purchasing|logistics) |(?:in|at) work,? (?:over )?|in the office,? |${ROLE}|${BARE_ROLE})$`,
);
/** What "I" do for money, by a word for it: whoever follows is an employer. */
export const BY_TRADE = new RegExp(`^(?:do )?${ADVERBS}(?:been )?(?:${TRADES}|${TRADES_GOING})\\b`);
/** "I'm a flight attendant with", "a fitter for": the word for who does it. */
export const BY_ROLE =
  /^[^,]*\b(?:[a-z]{2,}(?:er|or|ist|ian)|attendant|nurse|clerk|chef|cook|lineman|agent|tech|assistant|aide|secretary|accountant|paralegal|mechanic|carer|guard|analyst|chipp(?:y|ie)|spark(?:y|ie)|brickie|rep|temp)(?: now)?,? $/;
/** What of mine it is that is there: "my supervisor at", "my shift at". */
export const MY_WORK =
  /^(?:(?:own|new|old|other|line|direct|day|night|part[- ]time) )*(?:job|work|boss(?:es)?|supervisor|manager|gaffer|shifts?|office|desk|colleagues?|co-?workers?|classroom|lab|apprenticeship|placement|residency|internship|(?:work|office) (?:mail|email|phone|line|number|address))(?:'s| is| are)?,? (?:over |up |down |out )?$/;
/** "I'm with", "I've been at": something else must say that it is work. */
export const BEING = new RegExp(
  `^(?:been )?,? ?${ADVERBS}(?:in [a-z]+(?: [a-z]+)? (?:now|these days),? |(?:an?|the|his|her|their) [^.!?;]{2,50}, )?$`,
);
/** Without a subject, at the beginning of a clause: "Working at", "nurse at". */
export const ELLIPSIS = new RegExp(
  `^(?:(?:yeah|yes|no|nah|well|oh|so|and|but|currently|presently|now|still|aye)[, ]+)*(?:working|employed|driving|teaching|nursing|(?:an? )?${BARE_ROLE.trim()})\\b${TAIL}$`,
);

/** The same in an answer: "Always at Rideau Power". */
export const ELLIPTIC_BEING =
  /^(?:(?:yeah|yes|no|nah|nope|well|oh|aye|correct|always|still|now|currently|presently|just|only|over|down|up)[, ]+)*$/;

/** Fields of work, which are no employers: "I work in Human Resources". */
export const FIELDS =
  /^(?:human|customer|financial|social|public|local|information|real|higher|early|adult|child|mental|retail|property|media|home|north|south|east|west|central|inner|greater|downtown|special|product|data|software|web|health|hr|it|r&d)\b/i;
/** Shops and chains that people work "in". */
export const SHOPS =
  /^(?:the )?(?:boots|tesco|asda|aldi|lidl|sainsbury'?s|morrisons|dunnes|supervalu|spar|costa|greggs|primark|marks|waitrose|argos|ikea|target|walmart|costco|kroger|starbucks|mcdonald'?s|coles|woolworths|kmart|bunnings|penneys|super ?valu|centra|john lewis|currys|wilko|b ?& ?q|b and q|homebase|next|superdrug|harrods|selfridges|debenhams|publix|wegmans|safeway)\b/i;
