import type { ReadCall, ReadTurn } from '../../read-call.js';
import { frontedThing, thingAskedFor, thingBeforeAnd } from './fronted.js';
import { type Thing, thingsIn } from './things.js';

/** How many turns back "it" may reach. */
const TURNS_BACK = 4;
/** Things that are spoken of in passing, and are seldom what "it" stands for. */
const SELDOM_MEANT = /(?:^| )(?:copy|email|e-mail|text|message|note|address|info|information|offer|model)$/i;
/** A question of few words names what it asks for: "Car rego?" */
const SHORT_QUESTION = /^(?:and |any |the |your |what's the |what is the )*((?:[\w'-]+ ){0,2}[\w'-]+)\?$/i;
/** The pronoun is the whole object, and no article: "pay it on Friday", but not "send that form". */
const OBJECT =
  /^((?:[\w'-]+ )(?:(?:up|out|off|over|back|through|in|across|round|down|on) )?|.*\b(?:with|for|about|of|send|mail|post|text|pay) |.* and (?:[\w-]+ )(?:(?:up|out|off|over|back|in) )?)(?:(it|them|em)|(that|those|these|mine|ours|one)(?=$| (?:up|out|off|over|back|through|in|into|across|round|down|on|to|by|at|for|from|as|and|before|after|then|there|this|with|sent|posted|myself|aside|ready|done)\b))(?![\w'-])/i;
const PRONOUNS = /\b(?:it|that|them|those|these|mine|one|ours|both|all)\b/i;
/** Verbs that have an object, which then was said before them: "the deposit I'll transfer tonight". */
const BARE =
  /^(transfer|pay|send(?: over| across| through)?|sending|e-?mail(?: over| across)?|text(?: over| through)?|mail|post|courier|drop off|drop in|bring|scan|submit|upload|forward|fax|sign|return|settle|order|fill (?:in|out))(?=$| (?:to|by|on|at|after|before|when|once|in|through|over|across|off|round|back|straight|from|myself)\b)/i;
/** What is done to people, and not to things. */
const PEOPLE_VERB = /^(?:call|ring|phone|telephone|bell|ask|contact|chase|message|warn|talk to|speak to|check with)\b/i;
/** Who is rung, asked and told, by what they are. */
const PEOPLE =
  /\b(?:the|my|our|your|her|his|their) ((?:(?:old|new|last|own|head) )?(?:dentist|doctor|gp|vet|landlord|landlady|solicitor|lawyer|bank|lab|insurer|insurance company|garage|school|hospital|surgery|manager|agency|accountant|council|pharmacy|chemist|builder|plumber|electrician|supplier|wholesaler|warehouse|chef|kitchen|nurse|boss|owner|office|breeder|seller|mechanic|factory|manufacturer))\b(?!['’]s)/gi;
/** What is paid. */
const PAYABLE =
  /\b(?:deposit|balance|invoice|bill|bills|fee|fees|charge|charges|rent|arrears|premium|excess|instalment|money|payment|fine|refund|price|quote|amount|rest|half|one)$/i;
/** "There's a brush, I'll put one aside." */
const HERE_IS =
  /\b(?:there's|there is|we have|we've(?: got)?|i have|i've(?: got)?|i got) (?:an?|some|the) ((?:[\w-]+ ){0,2}?[\w-]+)[,.]? (?:and |so )?(?:(?:i|we)(?:'ll| will| can)|ill) [\w ]*$/i;
/** What a question asks for: "Bring your own hair?" */
const ASKED_FOR = /\b(?:the|your own|your|a|an|any|some|my) ((?:[\w-]+ ){0,2}[\w-]+)\?$/i;

/**
 * What is to be done, with the thing for its pronoun: after "you owe us a deposit", `transfer it` is `transfer the deposit`.
 *
 * @param task as it was said
 * @param clauseStart of the clause that says it, in the turn's text
 * @param start of its words there
 */
export function withThing(
  task: string,
  call: ReadCall,
  turn: ReadTurn,
  { clauseStart, start }: { clauseStart: number; start: number },
): string {
  const bare = BARE.exec(task)?.[1];
  if (bare !== undefined) {
    const front = thingsIn(turn.text.slice(clauseStart, start)).at(-1)?.name;
    return front === undefined ? task : `${bare} the ${front.toLowerCase()}${task.slice(bare.length)}`;
  }
  const fronted = frontedThing(turn.text.slice(clauseStart, start).replaceAll('’', "'"));
  if (fronted !== undefined && !PRONOUNS.test(task)) return `${task} the ${fronted}`;
  const object = OBJECT.exec(task);
  // "Take some photos and send them" says itself what is sent.
  if (/\b(?:photos|pictures|pics|photographs|videos) and\b/i.test(object?.[1] ?? '')) return task;
  const [said = '', verb = '', it, that] = object ?? [];
  const pronoun = it ?? that ?? '';
  if (said === '' || /^(?:let|give|pass|mention|relay|flag|raise|tell|run)\b/i.test(verb)) return task;
  // Whom one rings is no thing, and "dig out the statement and forward it" has its thing.
  if (PEOPLE_VERB.test(verb) && /^(?:them|those|em)$/i.test(pronoun)) {
    const whom = whomIn(`${call.turns[turn.index - 1]?.text ?? ''} ${turn.text.slice(0, start)}`);
    return whom === undefined ? task : `${verb}the ${whom}${task.slice(said.length)}`;
  }
  if (/ and /i.test(verb) && thingsIn(verb).length > 0) return task;
  const joined = thingBeforeAnd(turn.text.slice(0, start));
  const asked = joined ?? askedFor(call, turn, start);
  const found = asked ?? meantBy(call, turn, start, verb.trim().toLowerCase());
  const thing =
    found !== undefined && /^(?:pay|settle|transfer)\b/i.test(verb) && !PAYABLE.test(found) ? undefined : found;
  if (thing === undefined) return task;
  const name = thing === thing.toUpperCase() ? thing : thing.charAt(0).toLowerCase() + thing.slice(1);
  return `${verb}the ${name}${/mine|ours/i.test(pronoun) && verb === '' ? ' of mine' : ''}${task.slice(said.length)}`;
}

/** The people that were last named by what they are. */
function whomIn(text: string): string | undefined {
  return [...text.matchAll(PEOPLE)].at(-1)?.[1];
}

/** What the other side has just asked to be sent, where nothing else was named since. */
function askedFor(call: ReadCall, turn: ReadTurn, before: number): string | undefined {
  const asking = call.turns[turn.index - 1];
  if (asking === undefined || thingsIn(turn.text.slice(0, before)).length > 0) return undefined;
  return thingAskedFor(asking.text);
}

/** "A check for the deposit" is a check. */
function withoutPurposes(text: string, things: readonly Thing[]): readonly Thing[] {
  return things.filter((thing, index) => {
    const before = things[index - 1];
    return (
      before === undefined || SELDOM_MEANT.test(before.name) || !/^ for $/.test(text.slice(before.end, thing.start))
    );
  });
}

/**
 * The last thing that was spoken of before a place of a turn.
 *
 * @param verb what is done to it: "email that" after "in an email" is no e-mail that is e-mailed
 */
function meantBy(call: ReadCall, turn: ReadTurn, before: number, verb = ''): string | undefined {
  const texts = [
    turn.text.slice(0, before),
    ...call.turns
      .slice(Math.max(0, turn.index - TURNS_BACK), turn.index)
      .reverse()
      .map(({ text }) => text),
  ];
  const here = HERE_IS.exec(texts[0] ?? '')?.[1];
  if (here !== undefined) return here;
  let seldom: string | undefined;
  for (const [index, text] of texts.entries()) {
    const things = withoutPurposes(text.slice(-400), thingsIn(text.slice(-400))).filter(
      ({ name }) => name.toLowerCase() !== verb,
    );
    const named = things.findLast(({ name }) => !SELDOM_MEANT.test(name));
    if (named !== undefined) return named.name;
    seldom ??= things.at(-1)?.name;
    const last = index === 1 ? (text.split(/(?<=[.!?]) /).at(-1) ?? '') : '';
    const asked = SHORT_QUESTION.exec(last) ?? ASKED_FOR.exec(last);
    if (asked?.[1] !== undefined && !/\b(?:right|correct|okay|else|yes|you|it|that|is|for|from|side)\b/i.test(asked[1]))
      return asked[1];
  }
  return seldom;
}
