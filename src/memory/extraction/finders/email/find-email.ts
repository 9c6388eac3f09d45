import type { Finder } from '../../finder.js';
import { topicsAsked } from '../../language/asked-topics.js';
import { answeringTurn, correctionIn, questionBefore, readAnswer } from '../../language/assent.js';
import { isConfirmed } from '../../language/is-confirmed.js';
import { spelledIn } from '../../language/spelled-letters.js';
import { distance, withSpelling } from '../../names/respell.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { correctedLocal } from './corrected-local.js';
import { readEmails, type SpokenEmail } from './read-emails.js';

interface HeldEmail extends Omit<SpokenEmail, 'isWhole'> {
  readonly turn: number;
}

/** "My wife's e-mail is", "his address is", "my old one was". */
const NOT_OWN =
  /\bmy (?:wife|husband|partner|son|daughter|mum|mom|mother|dad|father|brother|sister|boss|friend)(?:'s|s) (?:e-?mail|address|one)\b(?!.*\b(?:mine|my own)\b).{0,60}$|\b(?:his|her|their|your|(?:grand(?:son|daughter|mother|father)|niece|nephew|aunt|uncle|cousin|girlfriend|boyfriend|fianc[eé]e?|roommate|flatmate|neighbou?r|wife|husband|partner|son|daughter|mum|mom|mother|dad|father|brother|sister|boss|friend|assistant|secretary|landlord|agent|colleague|accountant|office manager)(?:'s|s)?)\b(?! (?:set|made|told|gave))[^.!?]{0,30}$|\bto the (?:office|accounts?|accountant|team|company)\b[^.!?]{0,30}$|(?<!\bnot (?:the|my) )\b(?:old|previous|former|used to be|was)\b(?![^.!?]*\b(?:change|use|make)\b)[^.!?]{0,25}$|\b(?:what'?s|what is) (?:the|your) e-?mail\b[^.!?]{0,40}$/;
/** How far in front of an address it may be said whose it is. */
const LEAD_MAX = 200;
const OLD_AFTER =
  /^[\s,.]*(?:was|is|that's|thats|but that's) (?:my |the |an )?(?:old|previous|former|dead|wrong)|^[\s,.]*(?:doesn't work|no longer|isn't mine|is my (?:wife|husband|mum|mom|son|daughter))/;
/** An agent that asks about the caller's address, and does not give one of the business. */
const ABOUT_YOURS = /\b(?:your|you|still|is it|is that|have|got|correct|right|confirm|so that'?s|on file)\b|\?/i;

/** Who only reads an address out says little else. */
const REMARK_MAX = 12;

/** More addresses than any agent reads out. */
const READ_MAX = 20;

/** Also one that is read back as it was put right: "tmcbride at …" – "a dot after the t" – "t dot mcbride at …". */
const isAboutYours = (turn: ReadTurn, { address, start, end }: SpokenEmail, agents: ReadonlySet<string>): boolean =>
  ABOUT_YOURS.test(turn.text) ||
  (start < 4 && turn.text.length - end < REMARK_MAX) ||
  [...agents].slice(-READ_MAX).some((read) => read !== address && isNear(read, address));

/** "Could you give me his e-mail?" */
const ASKS_FOR_OTHERS =
  /\b(?:his|her|their|(?:wife|husband|partner|son|daughter|mum|mom|mother|dad|father|landlord|accountant)(?:'s|s)) e-?mail\b|\be-?mail (?:address )?(?:for|of) (?:your|the) (?:\w+ )?(?:manager|wife|husband|boss|accountant|landlord|assistant|son|daughter|mother|father|mum|mom|dad|partner|secretary|colleague|tenant|guarantor)\b/;

/** Of an address that the agent gives. */
const OF_BUSINESS =
  /\b(?:our|us|me|send it to)\b|\byou (?:can|could|may|should) (?:just |also |always )?(?:e-?mail|write|reply|send)\b/i;

/** The caller's e-mail address, as it is after spelling, reading back and correcting. */
export const findEmail: Finder = (call) => {
  let held: HeldEmail | undefined;
  const agents = new Set<string>();
  for (const turn of call.turns) {
    if (turn.speaker === 'other') continue;
    if (turn.speaker === 'agent') {
      const emails = readEmails(turn.text);
      const answer = emails.length > 0 ? answeringTurn(call, turn.index) : undefined;
      const isYes = answer?.speaker === 'caller' && isConfirmed(answer.text);
      for (const email of emails) {
        const isQuestion = isAboutYours(turn, email, agents) && !OF_BUSINESS.test(turn.text);
        if (isQuestion && isYes && (!held || isNear(held.address, email.address)))
          held = { ...email, turn: turn.index };
        else if (!isQuestion || !isYes) agents.add(email.address);
      }
      continue;
    }
    held = fromCaller(call, turn, held, agents);
  }
  if (!held) return [];
  const { turn, start, end, address } = held;
  return [
    {
      predicate: 'email',
      value: address,
      statement: `has the e-mail address ${address}`,
      turn,
      quote: call.turns[turn]?.text.slice(start, end) ?? '',
      confidence: 0.9,
    },
  ];
};

function fromCaller(
  call: ReadCall,
  turn: ReadTurn,
  held: HeldEmail | undefined,
  agents: ReadonlySet<string>,
): HeldEmail | undefined {
  const { plain } = turn;
  const question = questionBefore(call, turn.index);
  const domains = [held?.address, ...agents].flatMap((address) => address?.split('@')[1] ?? []);
  let now = held;
  const isAnothers = question !== undefined && ASKS_FOR_OTHERS.test(question.plain);
  for (const email of isAnothers ? [] : readEmails(turn.text, domains)) {
    if (
      !(email.isWhole || isMeant(email, turn, question)) ||
      agents.has(email.address) ||
      NOT_OWN.test(plain.slice(Math.max(0, email.start - LEAD_MAX), email.start)) ||
      OLD_AFTER.test(plain.slice(email.end))
    )
      continue;
    now = { ...email, turn: turn.index };
  }
  if (now?.turn !== turn.index) now = overTurns(call, turn, question) ?? now;
  const read = question && readingIn(question);
  const base = now?.turn === turn.index ? undefined : (read ?? now?.address);
  const local = base && isAskedAgain(question) ? correctedLocal(base, turn.text) : undefined;
  if (local) return { address: local, turn: turn.index, start: 0, end: turn.text.length };
  if (!now && read) now = correctedReading(turn, read, agents);
  const isSaid = now?.turn === turn.index;
  const isAsked = /^\s*(?:no|sorry|wait|actually|oh sorry)\b/i.test(turn.text) || isAskedAgain(question);
  if (!now || !(isSaid || (isAsked && held))) return now;
  const after = isSaid ? turn.text.slice(now.end) : turn.text;
  const address = isSaid ? spelledLocal(now.address, after) : corrected(spelledLocal(now.address, after), turn);
  return address === now.address
    ? now
    : { ...now, address, turn: turn.index, ...(isSaid ? {} : { start: 0, end: turn.text.length }) };
}

/** Whether a question is about the address, or reads it out. */
function isAskedAgain(question: ReadTurn | undefined): boolean {
  if (!question) return false;
  const topics = topicsAsked(question.text);
  return topics.has('email') || topics.has('spelling') || / at |@/.test(question.plain);
}

/** Whether an address without its ending ("cat07 at gmail") is one at all. */
const isMeant = ({ address }: SpokenEmail, turn: ReadTurn, question: ReadTurn | undefined): boolean =>
  /[\d._+-]/.test(address.split('@')[0] ?? '') ||
  /\be-?mail|\bmail\b|\bsend|\bconfirmation\b|\b(?:dot|at) \w+\W*$/.test(`${turn.plain} ${question?.plain ?? ''}`);

/** The caller's address as an agent reads it out. */
const readingIn = (question: ReadTurn): string | undefined =>
  OF_BUSINESS.test(question.text) ? undefined : readEmails(question.text).at(-1)?.address;

/** Who gives half an address says little else. */
const TURN_MAX = 300;
const DOMAIN_ALONE =
  /(?:^|[\s,.])(?:at )?((?<![a-z0-9])[a-z0-9]{1,40}(?:(?: dash | hyphen |-| )[a-z0-9]{1,40}){0,2}(?: dot |\.)(?:com|net|org|co (?:dot )?[a-z]{2}|co\.[a-z]{2}|[a-z]{2,4})(?: dot [a-z]{2})?)\b/;

/**
 * An address of which one turn has the part before the "at" and another one the domain: "tom dot baker" – "at?" – "gmail dot com", or
 * "tom at gmail" – "dot com?" – "yes".
 */
function overTurns(call: ReadCall, turn: ReadTurn, question: ReadTurn | undefined): HeldEmail | undefined {
  if (!question || turn.text.length > TURN_MAX || question.text.length > TURN_MAX || readEmails(turn.text).length > 0)
    return undefined;
  const { plain } = turn;
  const answer = readAnswer(turn.text);
  const before = call.turns[turn.index - 2];
  const local = /\S.*?\bat (?=[a-z0-9 ]{2,20}(?:\?| address| one| account|$))/.exec(
    question.plain.replace(/[.?!]+$/, '?'),
  )?.[0];
  const said = DOMAIN_ALONE.exec(plain.replace(/^(?:yes|yeah|yep|no|it's|its|that's|and|um|uh)[\s,]+/, ''));
  // "77 at example dot net" is more than a domain.
  const domain =
    said && !/\d at$/.test(said.input.slice(0, said.index + said[0].indexOf(said[1] ?? '')).trimEnd())
      ? said[1]
      : undefined;
  const wholes: string[] = [];
  if (domain && local && answer.kind !== 'no') wholes.push(`${local}${domain}`);
  const isShort = question.text.split(/\s+/).length <= 6;
  if (before?.speaker === 'caller' && isShort && before.text.length < TURN_MAX) {
    const first = before.plain.replace(/[.,?!]+$/, '');
    const end = /(?:^|\s)(dot \w+(?: dot \w+)?)\W*$/.exec(question.plain)?.[1];
    if (domain && !/\bat\b[^,]*$/.test(first)) wholes.push(`${first} at ${domain}`);
    else if (domain) wholes.push(`${first.replace(/\bat\b[^,]*$/, '')} at ${domain}`);
    else if (answer.kind === 'yes' && end && /\bat \w+$/.test(first)) wholes.push(`${first} ${end}`);
    else if (/^\W*dot /.test(plain) && /\bat \w+$/.test(first)) wholes.push(`${first} ${plain}`);
  }
  const isAsked = topicsAsked(question.text).has('email') || local !== undefined || isShort;
  for (const whole of isAsked ? wholes : []) {
    const email = readEmails(whole).at(-1);
    if (email) return { address: email.address, turn: turn.index, start: 0, end: turn.text.length };
  }
  return undefined;
}

/** "So p dash novak at example dot com?" – "underscore, not dash": what the agent read, with what the caller corrects. */
function correctedReading(turn: ReadTurn, read: string, agents: ReadonlySet<string>): HeldEmail | undefined {
  if (!agents.has(read)) return undefined;
  const spelled = spelledLocal(read, turn.text);
  const address = spelled === read ? corrected(read, turn) : spelled;
  return address === read ? undefined : { address, turn: turn.index, start: 0, end: turn.text.length };
}

/** The part before the "@" with what is spelled afterwards: "p vandermeer at … that's V A N D E R M E E R". */
function spelledLocal(address: string, text: string): string {
  const [local = '', domain = ''] = address.split('@');
  let changed = local;
  for (const { letters: spelled, start } of spelledIn(text)) {
    // "Dot w t o m a s z": the first one was said before.
    const letters = /\b(?:dot|underscore|dash|hyphen)\s*$/i.test(text.slice(0, start)) ? spelled.slice(1) : spelled;
    if (
      /\bnot\s*$/i.test(text.slice(0, start)) ||
      letters.length < 3 ||
      changed.replace(/[^a-z]/g, '').includes(letters)
    )
      continue;
    const words = changed.split(/(?<=[._+\d-])|(?=[._+\d-])/);
    const names = words.filter((word) => /^[a-z]{2,}$/.test(word));
    const near = names.find((word) => distance(word, letters) <= Math.ceil(letters.length * 0.35));
    if (near)
      changed = words.map((word) => (word === near ? withSpelling(near, letters).toLowerCase() : word)).join('');
  }
  return `${changed}@${domain}`;
}

/** "It's b, not d", "johnson with a t" is left: a letter is replaced where it stands once. */
function corrected(address: string, turn: ReadTurn): string {
  const [local = '', domain = ''] = address.split('@');
  const ending =
    /\bnot dot \w+,? (?:it's |but |it is )?dot (\w+(?: dot \w{2})?)|\bdot (\w+(?: dot \w{2})?),? not dot \w+|^\W*(?:no|sorry|actually|it's)?[\s,]*dot (\w+(?: dot \w{2})?)(?: actually)?\W*$/.exec(
      turn.plain,
    );
  const said = (ending?.[1] ?? ending?.[2] ?? ending?.[3])?.replace(' dot ', '.');
  if (said && domain.includes('.') && !domain.endsWith(said)) return `${local}@${domain.split('.')[0]}.${said}`;
  for (const { text } of turn.sentences) {
    const { right, wrong } = correctionIn(text) ?? {};
    const [good, bad] = [asPart(right), asPart(wrong)];
    if (good && bad && local.split(bad).length === 2) return `${local.replace(bad, good)}@${domain}`;
    if (good && bad && domain.split(bad).length === 2) return `${local}@${domain.replace(bad, good)}`;
  }
  return address;
}

/** A part of an address as it is said in a correction: "underscore", "b", "eighty four". */
function asPart(phrase: string | undefined): string | undefined {
  if (phrase === undefined) return undefined;
  const read = readEmails(
    `x dot ${phrase.replace(/^(?:a|an) (?=\S)/i, '')} dot x at example dot com`,
  )[0]?.address.split('@')[0];
  const part = read === undefined ? undefined : /^x\.(.*)\.x$/.exec(read)?.[1];
  return part === '' || /underscore|dash|dot/.test(phrase)
    ? ({ underscore: '_', dash: '-', hyphen: '-', dot: '.' }[phrase.trim().toLowerCase().replace(/^an? /, '')] ?? part)
    : part;
}

function isNear(a: string, b: string): boolean {
  return distance(a, b) <= Math.max(3, Math.floor(a.length / 4));
}
