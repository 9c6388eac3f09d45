import { createHash } from 'node:crypto';
import { phoneOf, QUESTIONS } from '../recall/load-memories.js';
import { createRandom, type Random } from '../support/random.js';

export type Platform = 'Vapi' | 'Retell';

export interface Turn {
  readonly role: 'user' | 'assistant';
  readonly text: string;
  /** Since the call began. */
  readonly startS: number;
  readonly endS: number;
}

/** One call, with everything that will be said in it. The same in every run, but for when it takes place. */
export interface Call {
  /** A UUID. */
  readonly id: string;
  readonly platform: Platform;
  /** Of the store, from 1. */
  readonly caller: number;
  readonly phone: string;
  readonly turns: readonly Turn[];
  /** What the agent searches the memory for, one after the other. */
  readonly questions: readonly string[];
  /** How long is spoken before each question, and before the end. */
  readonly pausesMs: readonly number[];
}

/** So many searches has a call. */
export const SEARCHES = 10;
/** Between two requests somebody speaks: so long, give or take the jitter. */
export const PAUSE_MS = 500;
export const JITTER_MS = 200;

const TURNS = 32;
/** How often the next call is of the one who just hung up. */
const SAME_CALLER = 1 / 3;

/**
 * The calls of one line after another: of the same caller again, or of another one.
 *
 * @param line from 0. Each line has callers of its own, so that nobody is in two calls at once
 */
export function* callsOf(
  line: number,
  options: { readonly lines: number; readonly calls: number; readonly callers: number; readonly seed: number },
): Generator<Call> {
  const { lines, calls, callers, seed } = options;
  const random = createRandom(seed * 10_007 + line);
  const own = Math.floor(callers / lines);
  const another = (): number => 1 + line + lines * random.below(own);
  let caller = another();
  for (let number = line; number < calls; number += lines) {
    yield makeCall(line % 2 === 0 ? 'Vapi' : 'Retell', caller, `${seed}-${number}`, random);
    if (random.below(1_000) >= 1_000 * SAME_CALLER) caller = another();
  }
}

function makeCall(platform: Platform, caller: number, name: string, random: Random): Call {
  const first = random.below(QUESTIONS.length);
  return {
    id: uuidOf(`benchmark of voice, call ${name}`),
    platform,
    caller,
    phone: phoneOf(caller),
    turns: makeTurns(random),
    questions: Array.from({ length: SEARCHES }, (_, index) => QUESTIONS[(first + index) % QUESTIONS.length] as string),
    pausesMs: Array.from({ length: SEARCHES + 1 }, () => PAUSE_MS - JITTER_MS + random.below(2 * JITTER_MS + 1)),
  };
}

function makeTurns(random: Random): readonly Turn[] {
  const turns: Turn[] = [];
  let startS = 1;
  for (let index = 0; index < TURNS; index++) {
    const role = index % 2 === 0 ? 'assistant' : 'user';
    const text = index === 0 ? GREETING : random.pick(role === 'user' ? CALLER_SAYS : AGENT_SAYS);
    const endS = startS + text.split(' ').length * SECONDS_PER_WORD;
    turns.push({ role, text, startS, endS });
    startS = endS + 0.6 + random.below(8) / 10;
  }
  return turns;
}

export const SECONDS_PER_WORD = 0.28;

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

const GREETING = 'Hello, this is the front desk of Bright Smile. What can I do for you today?';

const AGENT_SAYS = [
  'One moment, I will look that up for you.',
  'I have Thursday at half past nine, or Friday at two in the afternoon. Which one suits you better?',
  'All right, I have put that on your file. Is there anything else that I should know?',
  'Just to be sure that I have it right: you would like a cleaning, and it should be in the morning?',
  'We can send the invoice by e-mail as well, if that is easier for you.',
  'The technician comes between eight and ten, and calls you half an hour before he arrives.',
  'I am sorry to hear that. Let me see what we can do about it.',
  'Yes, that is still in the system from your last call.',
] as const;

const CALLER_SAYS = [
  'Yes, that works for me, thank you very much.',
  'I would rather come in the morning, before eleven if there is anything left.',
  'No, the invoice went to the old address again, we moved there a month ago.',
  'My sister is going to pick up the parcel on Friday, because I have to work until six.',
  'I am allergic to penicillin, I think I told you that the last time already.',
  'The boiler started to make that noise again, and there is some water on the floor in the kitchen.',
  'Could you send me the quote by e-mail before the weekend, please?',
  'My daughter needs an appointment as well, she is eleven and a bit afraid of the dentist.',
  'We are on holiday in the first two weeks of August, so anything after that is fine.',
  'Please do not call me before nine, I work nights and I sleep until then.',
  'We have a new dog, her name is Luna, so please ring twice when you are at the door.',
  'I can only talk for a minute, I am on the train and the connection is not very good.',
] as const;
