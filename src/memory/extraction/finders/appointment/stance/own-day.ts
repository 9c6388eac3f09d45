import type { TimeClause } from './time-clause.js';

/** "Saturday I am at my son's", "tomorrow I fly to Gdańsk". After a comma it is a reason: "six, I hate getting up early". */
const DOES = /^\s*(?:i|we)(?<doing>'(?:m|ve|re)\b.*|\s+(?!'d|'ll)[\w'-]+.*)/i;
/** What is said of a day that is possible, or asked for. */
const IS_OPEN =
  /^(?:'(?:m|ve|re)|\s+(?:am|are|was|were|have|'ve|got|do))*\s*(?:all |both |usually |always |normally |only |really |just |quite |actually |got |also )*(?:can\b|could|would|will|shall|might|may\b|should|prefer|like|love|want|need|wish|think|suppose|guess|believe|mean|said|say|hope|reckon|see\b|come|choose|pick|go for|do\b|have$|free|off\b|around|available|home|at home|in\b(?! \w)|in (?:all|from|until|till|after|any|then|the (?:house|morning|afternoon|evening))|good|fine|happy|able|easy|open|flexible|clear|nothing|time|the day|availability|no (?:work|plans|classes|school)|looking|hoping|thinking|wanting|coming|bringing|arriving|checking|booked|due|supposed|meant|down|staying|seeing you|not (?:working|busy|doing)|be\b|there\b|know|remember|saw|heard|noticed)/i;
/** "I'm a bridesmaid Saturday", "I'm flying a display tonight". */
const IS_DOING =
  /\b(?:i'm|im|i am|we're|we are)\s+(?:an? (?!bit|little|regular|new|patient|customer|client|member|guest)[\w-]+|(?!coming|looking|hoping|thinking|calling|ringing|phoning|trying|wondering|booking|bringing|checking|arriving|planning|wanting|asking|needing|staying|going|aiming|seeing|having|getting|confirming|being|saying|organi[sz]ing|throwing|holding)[a-z]+ing)(?: [\w'-]+){0,4}\s*$/i;
/** "I take my son to speech therapy at eight". */
const DOES_AT = /^\W*(?:and |so |but |because |cos |cause |no )*(?:i|we)(?<doing> (?!'d|'ll)[a-z]+ .*)\bat $/i;
/** Of what is booked here. */
const BOOKED_HERE = /\b(?:book|appointment|appt|reserv|table\b|viewing\b|with you\b)/i;

/** Whether the caller tells what they do on a day, and so that they cannot come. */
export function isOwnDay({ lead, near, trail }: TimeClause): boolean {
  if (IS_DOING.test(near)) return true;
  // "Can I get a table at eight" asks.
  const isAsked = /\b(?:can|could|may|might|shall|should|if|do)\W*$/i.test(lead.slice(0, lead.length - near.length));
  const doing = DOES.exec(trail)?.groups?.doing ?? (isAsked ? undefined : DOES_AT.exec(near)?.groups?.doing);
  return doing !== undefined && !IS_OPEN.test(doing) && !BOOKED_HERE.test(trail.slice(0, 60));
}
