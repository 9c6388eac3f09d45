import { summarize } from '../summary/summarize.js';
import type { Call, CallTurn } from './call.js';
import type { Episode, ExtractedFact } from './extraction.js';
import { readAnswer } from './language/assent.js';
import { plainText } from './language/plain-text.js';

/** What a turn settles, by the side that may say so. The first that fits counts. */
const SETTLED: readonly { readonly outcome: string; readonly by: 'agent' | 'either'; readonly pattern: RegExp }[] = [
  {
    outcome: 'appointment cancelled',
    by: 'agent',
    pattern:
      /\b(?:i've|i have|that's|that is|it's|is|all|has been|been|consider it|booking's|appointment's|reservation's) (?:now |been |all |gone ahead and )*(?:cancell?ed|taken (?:that|it) off)\b|\b(?:i'll|i will|we'll|let me) (?:go ahead and )?cancel (?:that|it|the|your)\b/,
  },
  {
    outcome: 'appointment moved',
    by: 'agent',
    pattern:
      /\b(?:i've|i have|that's|that is|it's|all|has been|been|we've) (?:now |been |all |just |gone ahead and )*(?:moved|rescheduled|changed|switched|pushed|brought forward|rebooked)\b|\b(?:i'll|i will|we'll) (?:move|reschedule|switch|push) (?:it|that|you|the|your)\b/,
  },
  {
    outcome: 'order placed',
    by: 'agent',
    pattern:
      /\b(?:i've|i have|we've) (?:now |just )*(?:placed|put (?:in|through)|taken|got) (?:the|your|that) order\b|\border(?:'s| is| has been)? (?:now |all )*(?:placed|in|confirmed|gone through|on its way|through)\b|\byour (?:order|total|pizza|food) (?:will be|is|comes to)\b|\bthat(?:'ll| will) be (?:ready|with you) (?:in|by|at|around)\b/,
  },
  {
    outcome: 'message taken',
    by: 'agent',
    pattern:
      /\b(?:i'll|i will|we'll|let me|i can) (?:make sure (?:he|she|they) gets?|pass (?:it|that|this|the message|your message) (?:on|along)|give (?:him|her|them) (?:the|your) message|leave (?:him|her|them) a (?:message|note)|let (?:him|her|them|dr [a-z]+|doctor [a-z]+|mr [a-z]+|mrs [a-z]+) know|take a message|have (?:him|her|them|someone|somebody|a colleague|one of [a-z ]+) (?:call|ring|get back))\b|\b(?:taken|got) (?:your|the) message\b/,
  },
];

const AGREEMENT = /\b(?:appointment|booking|reservation|table|slot)\b/;

/**
 * A call in short. Nothing when nothing was said.
 *
 * @param facts of this call
 */
export function episodeOf(call: Call, facts: readonly ExtractedFact[]): Episode | undefined {
  const voicemail = voicemailOf(call);
  const spoken = call.turns.filter((turn) => turn !== voicemail);
  const said = summarize(
    spoken.map(({ speaker, text }) => ({ role: speaker === 'agent' ? 'assistant' : 'user', text })),
  );
  const summary = voicemail === undefined ? said : `Reached a voicemail. ${said}`.trim();
  if (summary === '') return undefined;
  return { summary, outcome: outcomeOf(call, facts), openItems: openItemsOf(facts) };
}

const VOICEMAIL =
  /\byou(?:'ve| have) reached (?:the )?(?:voice ?mail|mailbox|answering machine)\b|\b(?:leave|record) (?:me |us )?(?:a|your) (?:short |brief )?(?:message|name and (?:phone )?number)\b[^?]{0,60}\b(?:after|at) the (?:beep|tone)\b|\bat the (?:tone|beep),? (?:please )?(?:leave|record)\b|\bmailbox (?:is full|belonging to)\b|\bforwarded to (?:an automated )?voice ?mail\b/;

/** A machine that answers where the agent called: nobody said that. What is said later of one, somebody says. */
function voicemailOf({ turns }: Call): CallTurn | undefined {
  const first = turns.find(({ speaker }) => speaker !== 'agent');
  return first !== undefined && VOICEMAIL.test(plainText(first.text)) ? first : undefined;
}

/** Appointments are what the facts say, the rest is what the agent says was done; a no that follows it undoes it. */
function outcomeOf(call: Call, facts: readonly ExtractedFact[]): string {
  const appointments = facts.filter(({ predicate, about }) => predicate === 'appointment' && about === undefined);
  const said = settledIn(call.turns);
  if (appointments.some(({ value }) => value.startsWith('cancelled '))) {
    const others = appointments.some(({ value }) => !value.startsWith('cancelled '));
    return others ? 'appointment moved' : 'appointment cancelled';
  }
  if (appointments.some(({ replaces }) => replaces !== undefined)) return 'appointment moved';
  if (appointments.length > 0) return said === 'appointment moved' ? said : 'appointment booked';
  if (said === 'appointment moved' || said === 'appointment cancelled') {
    return call.turns.some(({ text }) => AGREEMENT.test(plainText(text))) ? said : '';
  }
  return said;
}

function settledIn(turns: readonly CallTurn[]): string {
  let outcome = '';
  turns.forEach(({ speaker, text }, index) => {
    if (speaker !== 'agent') return;
    const plain = plainText(text);
    const found = SETTLED.find(({ pattern }) => pattern.test(plain))?.outcome;
    if (found === undefined || /\b(?:would you like|do you want|shall i|should i|if you|could be)\b/.test(plain))
      return;
    const next = turns[index + 1];
    if (
      next?.speaker === 'caller' &&
      readAnswer(next.text).kind === 'no' &&
      !/^no,? (?:thank|that's (?:all|it))/.test(plainText(next.text))
    )
      return;
    outcome = found;
  });
  return outcome;
}

/** "Agent: send the quote (by 2026-03-13)". */
function openItemsOf(facts: readonly ExtractedFact[]): readonly string[] {
  return facts
    .filter(({ predicate, about }) => predicate === 'open_item' && about === undefined)
    .map(({ value, by }) => {
      const [, day, what = value] = /^(\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?)\s+(.+)$/.exec(value) ?? [];
      const side = by === 'caller' ? 'Caller' : 'Agent';
      return `${side}: ${what}${day === undefined ? '' : ` (by ${day.replace('T', ' ')})`}`;
    });
}
