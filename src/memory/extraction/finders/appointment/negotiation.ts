import { readAnswer } from '../../language/assent.js';
import { addDays, type CivilDay, mondayOf, wallClock } from '../../language/civil-day.js';
import type { DayPart, Habit } from '../../language/spoken-clocks.js';
import { clockTime } from '../../language/spoken-clocks.js';
import { findSpokenTimes, type SpokenTime } from '../../language/spoken-times.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { agreeOn, type Held, noteBooked, type Slot } from './diary.js';
import { CANCELS, CHANGES, isOpening, type Mention, roleOf } from './mention.js';

/** What two sides have in the diary when they hang up. */
export interface Outcome {
  readonly held: readonly Held[];
  readonly cancelled: readonly Held[];
}

type Side = 'caller' | 'agent';

const MEAL =
  /\b(?:book(?:ing)? for (?:two|three|four|five|six|seven|eight|ten|twelve|\d+)|table|dinner|supper|restaurant|booth|dine|dining)\b/i;
const PARTY = /\breservation\b|\banything for (?:two|three|four|five|six|eight)\b|\bparty of\b/i;
const NO_MEAL =
  /\b(?:rooms?|nights?|flight|car|rental|hire|van|dentist|dental|salon|engineer|class|lesson|tours?|trips?|boat|ferry|tickets?|appointment|airport)\b/i;
const SCHEDULING =
  /\b(?:book|booking|appointment|reserv\w+|table|schedul\w+|come (?:in|by|over|round|out|up)|pop (?:in|over|round)|drop (?:in|by|off)|slots?|opening|availab\w+|free|squeeze|fit|view\w*|deliver\w*|visit\w*|move|push|resched\w+|check(?:ing)? in|stay|room|works?|suits?|how about|what about|instead|see you|put (?:you|me|us|him|her|it) (?:in|down)|pencil|do you have|have you|i have|i've got|we have|we've got|can do|could do|can you do|could you do|there's|earliest|next available|offer|same time|make it|prefer|rather|let's|say|is (?:good|fine|okay|great|perfect)|collect\w*|pick(?:ed)? (?:it )?up|bring (?:him|her|it|them|the \w+) in|session|arriv\w*|test drive|demo|engineer|technician|plumber|send (?:someone|somebody|a \w+|him|her) (?:out|round|over)|(?:be|get) (?:there|with you|out)|come (?:for|from|on|at|to|back)|coming|staying|arriv\w*|due with|still on|wake ?-?up|cab|taxi|shuttle|nights?|rent\w*|hire|drop(?:ping)? (?:\w+ )?off|class|lesson)\b/i;
const ASKS_WHEN =
  /\b(?:when (?:would|do|can|could|are|is|were|suits|works|shall|should|will|did)|when\?|what (?:time|day|date)|which (?:day|date|one|time|would|do|suits|works|is)|what works|what suits|how (?:about|does|is|would)|any (?:preference|particular)|preferred|convenient|morning or|mornings or|days|times|what were you thinking|best (?:day|time))\b/i;
const COUNTED =
  /\b(?:how many|how old|number|code|digits|how long|how much|date of birth|birthday|address|postcode|zip|spell|pin|reference|weigh\w*|age|price|room|born|year)\b/i;
const REFUSES =
  /\b(?:unfortunately|i'm afraid|afraid (?:not|we|i|that)|fully booked|booked (?:up|out|solid)|no availability|nothing (?:then|available|left|on|at|for)|not available|don't have|do not have|can't do|cannot do|couldn't do|won't work|doesn't work|don't work|that's no good|no good|too (?:early|late|soon|far)|anything (?:else|earlier|later|sooner|before|after)|something (?:else|earlier|later|sooner)|any (?:earlier|later|sooner|other)|earlier than|later than|another (?:day|time|date)|not (?:good|great|ideal|possible|convenient)|have to (?:think|check)|need to check|let me (?:think|check with)|get back to you|ring you back|call you back|can't make|won't manage|i'm working|at work then|is (?:full|gone|taken)|we're (?:closed|full))\b/i;
const WAITING =
  /\b(?:let me (?:just )?(?:check|see|look|have a look|pull|find)|one (?:moment|second|sec)|just a (?:moment|second|sec|minute)|bear with me|hold on|hang on|give me a)\b/i;
const DEFERS =
  /\b(?:i'll see what|see what they|let you know|get back to you|(?:call|ring|text|email) you(?: back)?\b|give you a (?:call|ring|bell|shout|buzz)|check with|have a think|think about it|not sure yet|ask (?:him|her|them|my|the)|hold (?:it|that|the \w+)|pencil)\b/i;
const AGENT_DEFERS =
  /\b(?:let me check with|i'll (?:have to |need to )?(?:check with|see what|see if|ask|find out|speak to|talk to)|i'd have to|get back to you|(?:call|ring|phone) you back|hold (?:it|that|the \w+) for you|see what they)\b/i;
const CONFIRMS =
  /\b(?:booked|confirmed|all set|you're set|put (?:you|that|it|him|her|them|your \w+) (?:in|down|through)|got (?:you|that|it|him|her) (?:down|in|booked)|done|that's (?:you|it) (?:in|booked|done|all)|reserved|scheduled|pencill?ed|see you|look(?:ing)? forward|it is\b|moved|rescheduled|sorted|we'll see|you're in|locked in)\b/i;
const GENERAL_THING =
  /^(?:appointment|appt|booking|reservation|slot|table|visit|viewings?|delivery|session|service|room|stay|one|whole|call|meeting|engineer|\w+day)$/i;
const GRANTS =
  /\b(?:that's (?:fine|okay|ok|grand|no problem)|no problem|not a problem|that works|no bother|can do that|will do)\b/i;
const FIRST = /\b(?:first|earlier|earliest|former|sooner|soonest)\b(?! of)(?:\s(?:one|slot|option|time|appointment))?/i;
const LAST = /\b(?:second|later|latter|last|latest)\b(?:\s(?:one|slot|option|time))?/i;
const EITHER = /\b(?:either|both|any of)\b/i;
const MORE =
  /\b(?:also|another (?:one|appointment|booking|table)|as well|second (?:appointment|visit|session|booking)|both|follow-?up|and then (?:a|the|another)|too\b|two appointments|next (?:one|visit|session) (?:on|is|would|will))\b/i;
const SAME_TIME = /\bsame (?:time|slot|hour)\b/i;
const KEEPS =
  /\b(?:don't (?:want to )?cancel|not cancel|keep (?:it|that|the|my)|leave it as|rather not cancel|without cancel|if i (?:cancel|need|have|had|want)|cancellation|how (?:do|would) i cancel|can i cancel (?:it )?(?:later|if)|have to cancel|24 hours|twenty four hours)\b/i;

/**
 * Follows who proposes what and who agrees, turn by turn. A slot is agreed when one side names it and the other one takes it: says
 * yes to it, names it again, or (the business, asked for it) goes on with the booking.
 */
const BIRTH_ASKED = /\b(?:date of birth|birthday|birth ?date|d\.?o\.?b|born)\b/i;
/** What is answered to these is over. */
const PAST_ASKED =
  /\b(?:when|what (?:day|date|time)|how long ago|since when|where) (?:did|was|were|had|has|have)\b|\bhow long ago\b|\bsince when\b|\bwhen (?:it|that|this) (?:happened|started|broke)\b/i;
/** The caller asks what is in the diary. */
const ASKED_BOOKED =
  /\b(?:when(?:'s| is| was)?|what (?:time|day)(?:'s| is| was)?|check|confirm|remember|forgot(?:ten)?|lost|remind me)\b[^.?!]{0,40}\b(?:my|our|his|her|the) (?:[\w'-]+ ){0,2}?(?:appointment|booking|reservation|delivery|viewing|visit|check-?up|slot)\b|\bdo i have an appointment\b/i;
const TAKEN_AFTER =
  /^\s*(?:fine|good|great|ok|okay|perfect|grand|is|'s|works?|suits?|sounds?|would|will|it is|then|please|does|do|, please|for me)\b/i;
/** A day on which somebody calls or sends something is not the day that is being arranged. */
const CONTACT_DAY =
  /\b(?:i'll|we'll|will|i'd|gonna) (?:[\w']+ ){0,3}?(?:call|ring|text|email|e-mail|send|post|mail|drop|upload|get back)\b/i;

export function negotiate(call: ReadCall): Outcome {
  const talk = new Negotiation(call);
  for (const turn of call.turns) if (turn.speaker !== 'other') talk.hear(turn, turn.speaker);
  return talk.outcome();
}

function habitOf({ turns }: ReadCall): Habit {
  const says = (pattern: RegExp): boolean => turns.some(({ text }) => pattern.test(text));
  return says(MEAL) || (says(PARTY) && !says(NO_MEAL)) ? 'meal' : 'business';
}

export class Negotiation {
  private diary: readonly Held[] = [];
  /** What was last proposed and is not answered yet. */
  private pending: readonly Slot[] = [];
  private pendingBy: Side = 'agent';
  /** Said of the pending ones: they come beside what is in the diary. */
  private isMore = false;
  private isMove = false;
  private cancelTurn: number | undefined;
  private isCancelled = false;
  /** What is cancelled, if it was known by then. */
  private target: Held | undefined;
  /** All that are cancelled, where there are several. */
  private others: readonly Held[] = [];
  private focus: CivilDay | undefined;
  /** A day that was only mentioned. */
  private aside: { day: CivilDay; turn: number } | undefined;
  private week: CivilDay | undefined;
  private part: { part: DayPart; turn: number } | undefined;
  private readonly openings: SpokenTime[] = [];
  private before: ReadTurn | undefined;
  private readonly call: ReadCall;
  private readonly start: { day: CivilDay; time: string };
  private readonly habit: Habit;

  constructor(call: ReadCall) {
    this.call = call;
    this.start = wallClock(call.startedAt, call.timeZone);
    this.habit = habitOf(call);
  }

  hear(turn: ReadTurn, side: Side): void {
    const mentions = this.mentionsIn(turn, side);
    const answer = this.before !== undefined && this.before.speaker !== side ? readAnswer(turn.text) : undefined;
    this.hearWishes(turn, side, answer?.kind);
    for (const { spoken, role } of mentions) if (role === 'refused') this.refuse(spoken);
    const booked: Slot[] = [];
    const named: Slot[] = [];
    let day: CivilDay | undefined;
    const isTold =
      side === 'agent' &&
      this.before?.speaker === 'caller' &&
      ASKED_BOOKED.test(this.before.text) &&
      this.pending.length === 0;
    for (const { spoken, role } of mentions) {
      if (role === 'refused' || role === 'other') continue;
      const slot = this.slotOf(spoken, turn, side, day);
      day = slot.day ?? day;
      if (slot.day !== undefined && slot.day < this.start.day) continue;
      (role === 'booked' || isTold ? booked : named).push(slot);
    }
    if (side === 'caller') for (const slot of distinct(booked)) this.note(slot);
    const slots = distinct([...(side === 'agent' ? booked : []), ...named]);
    if (slots.length > 0) this.hearSlots(slots, turn, side, booked.length > 0);
    else if (mentions.every(({ role }) => role === 'other')) this.hearAnswer(turn, side, answer?.kind ?? 'neither');
    if (MORE.test(turn.text))
      this.isMore = this.diary.length > 0 && !/\btoo (?:early|late|soon|far|much|busy|long)\b/i.test(turn.text);
    this.before = turn;
  }

  outcome(): Outcome {
    const isLater = ({ day, time }: Held): boolean =>
      day > this.start.day || (day === this.start.day && (time === undefined || time >= this.start.time));
    const held = this.diary.filter(isLater);
    if (!this.isCancelled) return { held, cancelled: [] };
    const { target, others } = this;
    if (others.length > 0)
      return { held: held.filter(({ day }) => others.every((one) => one.day !== day)), cancelled: others };
    const old = held.find(({ wasBooked, day }) => (target === undefined ? wasBooked : day === target.day));
    return old === undefined ? { held, cancelled: [] } : { held: held.filter((one) => one !== old), cancelled: [old] };
  }

  private mentionsIn(turn: ReadTurn, side: Side): readonly Mention[] {
    const isReply = this.before !== undefined && this.before.speaker !== side;
    const asked = isReply ? (this.before?.sentences.at(-1)?.text ?? '') : '';
    if (side === 'caller' && (BIRTH_ASKED.test(this.before?.text ?? '') || (isReply && PAST_ASKED.test(asked))))
      return [];
    const times = findSpokenTimes(turn.text, {
      today: this.start.day,
      now: this.start.time,
      country: this.call.country,
      habit: this.habit,
      anchor: this.focus,
      week: this.week,
      part: this.part !== undefined && turn.index - this.part.turn <= 3 ? this.part.part : undefined,
    });
    const isAsked =
      ASKS_WHEN.test(asked) ||
      this.diary.some(({ time }) => time === undefined) ||
      (isReply && this.pending.length > 0 && this.pendingBy !== side);
    const isAbout = this.pending.length > 0 || SCHEDULING.test(turn.text) || isAsked;
    const isTime = (spoken: SpokenTime, index: number): boolean => {
      if (spoken.time === undefined || spoken.form === undefined) return false;
      if (spoken.day !== undefined || spoken.form === 'said') return true;
      if (COUNTED.test(asked)) return false;
      if (spoken.form === 'cued') return true;
      const between = turn.text.slice(times[index - 1]?.end ?? 0, spoken.start);
      if (times[index - 1]?.time !== undefined && /^,? ?(?:or|and|to)(?: (?:at|maybe))? $/i.test(between)) return true;
      const after = turn.text.slice(spoken.end);
      return (
        (isAsked && (turn.text.split(/\s+/).length <= 8 || TAKEN_AFTER.test(after))) ||
        (isAbout &&
          /\b(?:in|down|you|it) for $|\b(?:push|move|change|bring|put|shift|make)\b[\w' ]{0,30}\b(?:to|for|it) $/i.test(
            between,
          ))
      );
    };
    const kept = times.filter(
      (spoken, index) =>
        isTime(spoken, index) ||
        ((spoken.day !== undefined || spoken.period !== undefined || spoken.part !== undefined) &&
          spoken.form !== 'bare'),
    );
    const mentions = kept.map((spoken, index): Mention => {
      const role = roleOf(spoken, turn, kept[index - 1]?.end ?? 0, kept[index + 1]?.start ?? turn.text.length);
      if (isOpening(spoken, turn)) this.openings.push(spoken);
      const isPlaced = spoken.day !== undefined && spoken.time !== undefined;
      const isKnown =
        spoken.time !== undefined
          ? this.focus !== undefined || this.aside !== undefined || this.diary.length > 0
          : this.diary.length > 0 && CONFIRMS.test(turn.text);
      return { spoken, role: isAbout || isPlaced || isKnown || role !== 'slot' ? role : 'other' };
    });
    for (const { spoken, role } of mentions) {
      if (
        spoken.day !== undefined &&
        !spoken.vague &&
        spoken.day > this.start.day &&
        role !== 'refused' &&
        !CONTACT_DAY.test(turn.text)
      )
        this.aside = { day: spoken.day, turn: turn.index };
      if (isAbout && spoken.period?.kind === 'week') this.week = spoken.period.from;
      if (role === 'other') continue;
      if (spoken.part !== undefined) this.part = { part: spoken.part, turn: turn.index };
      if (spoken.setsWeek && spoken.day !== undefined) this.week = mondayOf(spoken.day);
    }
    return mentions.filter(({ spoken }) => (spoken.day !== undefined && !spoken.vague) || spoken.time !== undefined);
  }

  /** Moves and cancellations. */
  private hearWishes(turn: ReadTurn, side: Side, answer: string | undefined): void {
    const { text } = turn;
    if (side === 'caller') {
      const agents = this.before?.speaker === 'agent' && answer === 'yes' ? this.before.text : '';
      if (/\binstead\b/i.test(text) && (this.diary.some(({ wasBooked }) => wasBooked) || /\bbooked\b/i.test(text)))
        this.isMove = true;
      if (CHANGES.test(text) || (CHANGES.test(agents) && /\?|shall|would you|do you/i.test(agents))) this.isMove = true;
      const isAsked =
        /\b(?:shall|should|want|would you like|do you|just to|you'd like|you want)\b[^.?!]*\bcancel/i.test(agents);
      if ((CANCELS.test(text) && !KEEPS.test(text) && this.isOurs(text)) || isAsked) this.cancelTurn = turn.index;
      else if (
        this.cancelTurn !== undefined &&
        /\b(?:keep it|leave it (?:as|in|be|where|how)|don't cancel|move it instead|rather move)\b/i.test(text)
      )
        this.cancelTurn = undefined;
      if (this.cancelTurn === undefined) this.isCancelled = false;
      if (
        this.cancelTurn !== undefined &&
        /\b(?:both|all of them|the lot|all)\b/i.test(text) &&
        this.pendingBy === 'agent' &&
        this.pending.length > 1
      ) {
        this.others = this.pending.flatMap((slot): Held[] =>
          slot.day === undefined ? [] : [{ ...slot, day: slot.day, wasBooked: true }],
        );
        this.pending = [];
      }
    } else if (this.cancelTurn !== undefined && turn.index > this.cancelTurn) {
      const isDone = /\bcancel+ed\b|\bcancel (?:that|it|this|the)\b|\btaken (?:you|it|that) off\b/i.test(text);
      const isTaken =
        turn.index === this.cancelTurn + 1 &&
        !REFUSES.test(text) &&
        !/\b(?:or|move|resched\w*)\b.*\?/i.test(text) &&
        !WAITING.test(text);
      const wasChoice =
        /\bor\b/.test(this.call.turns[this.cancelTurn]?.text ?? '') &&
        CHANGES.test(this.call.turns[this.cancelTurn]?.text ?? '');
      if (isDone || (isTaken && !wasChoice)) {
        this.isCancelled = true;
        this.target ??= this.diary.find(({ wasBooked }) => wasBooked) ?? this.diary.at(-1);
      }
    }
  }

  /** "Cancel the facial" is not about the bridal trial that was spoken of. */
  private isOurs(text: string): boolean {
    const word = /\bcancel\w*\s+(?:the|my|our)\s+([\w-]+)/i.exec(text)?.[1]?.toLowerCase();
    const [known] = this.diary;
    if (word === undefined || known === undefined || GENERAL_THING.test(word)) return true;
    return this.call.turns.slice(0, known.turn + 1).some((turn) => turn.text.toLowerCase().includes(word));
  }

  private hearSlots(slots: readonly Slot[], turn: ReadTurn, side: Side, isBooked: boolean): void {
    const isOpen = this.pending.length > 0 && this.pendingBy !== side;
    const taken = isOpen ? slots.filter((slot) => this.pending.some((one) => isSame(one, slot))) : [];
    const isChoice = /\bor\b/i.test(turn.text);
    const [first] = slots;
    if (side === 'agent' && AGENT_DEFERS.test(turn.text) && !CONFIRMS.test(turn.text)) {
      this.pending = [];
      return;
    }
    if (side === 'agent') {
      if (taken.length > 1 && taken.length === this.pending.length && !isChoice) {
        for (const [index, slot] of taken.entries()) this.agree(slot, side, turn, index > 0);
      } else if (taken.length === 1 && slots.length === 1 && !WAITING.test(turn.text))
        this.take(taken[0]!, side, turn, isBooked || CONFIRMS.test(turn.text) || GRANTS.test(turn.text));
      else this.hearAgent(slots, turn, isBooked);
    } else if (taken.length > 0) {
      if (DEFERS.test(turn.text)) {
        this.pending = [];
        return;
      }
      // "Friday's my birthday. Tuesday noon": what is said whole, or last, is the choice.
      const chosen =
        taken.length === 1
          ? taken[0]
          : isChoice
            ? undefined
            : (taken.filter(({ quote }) => /\d|\s/.test(quote.trim())).at(-1) ?? taken.at(-1));
      if (chosen !== undefined) this.take(chosen, side, turn, false);
    } else if (first !== undefined) {
      if (DEFERS.test(turn.text)) {
        this.pending = [];
        return;
      }
      const fresh = slots.filter((slot) => !this.isKnown(slot));
      if (fresh.length > 0) this.propose(fresh, side);
    }
  }

  /** What the other side proposed is agreed, unless this side adds to it: "Tuesday?" – "I have nine on Tuesday". */
  private take(slot: Slot, side: Side, turn: ReadTurn, isSettled: boolean): void {
    const proposed = this.pending.find((one) => isSame(one, slot));
    if (proposed?.time === undefined && slot.time !== undefined && !isSettled && !this.isKnown(slot))
      this.propose([slot], side);
    else this.agree(slot, side, turn);
  }

  private hearAgent(slots: readonly Slot[], turn: ReadTurn, isBooked: boolean): void {
    const isAsking = turn.sentences.some(
      ({ text }) => text.endsWith('?') && slots.some(({ quote }) => text.includes(quote)),
    );
    if (!isAsking && slots.length === 1) this.diary = this.diary.map((held) => withTime(held, slots[0]));
    const fresh = slots.filter((slot) => !this.isKnown(slot));
    const [first] = fresh;
    if (first === undefined) {
      if (this.pendingBy === 'agent') this.pending = [];
      return;
    }
    const isCallers =
      this.pendingBy === 'caller' && this.pending.some((one) => one.day === first.day || one.day === undefined);
    if (
      isBooked &&
      fresh.length === 1 &&
      !isCallers &&
      this.pending.length === 0 &&
      this.diary.length === 0 &&
      !this.isMove
    )
      this.note(first);
    else if (fresh.length === 1 && isCallers && !isAsking && (isBooked || CONFIRMS.test(turn.text)))
      this.agree(first, 'agent', turn);
    else if (
      fresh.length === 1 &&
      !isAsking &&
      (isBooked || CONFIRMS.test(turn.text)) &&
      this.pendingBy === 'agent' &&
      this.pending.some((one) => isSame(one, first) && one.turn < turn.index - 1)
    )
      this.agree(first, 'caller', turn);
    else if (
      this.pendingBy === 'agent' &&
      fresh.every((slot) => slot.time === undefined && this.pending.some((one) => one.day === slot.day))
    )
      return;
    else this.propose(fresh, 'agent');
  }

  private isKnown(slot: Slot): boolean {
    return this.diary.some((held) => isSame(held, slot) && (held.time !== undefined || slot.time === undefined));
  }

  private hearAnswer(turn: ReadTurn, side: Side, answer: string): void {
    if (this.pending.length === 0 || this.pendingBy === side) {
      if (side === 'agent' && this.pending.length === 1 && this.pendingBy === 'agent' && CONFIRMS.test(turn.text))
        this.agree(this.pending[0]!, 'caller', turn);
      return;
    }
    const isNext = this.before !== undefined && this.pending.some(({ turn: at }) => at === this.before?.index);
    if (side === 'agent') {
      if (AGENT_DEFERS.test(turn.text) && !CONFIRMS.test(turn.text)) this.pending = [];
      else if (REFUSES.test(turn.text) && !/\b(?:no problem|not a problem)\b/i.test(turn.text)) this.pending = [];
      else if (!WAITING.test(turn.text) && this.pending.length === 1) this.agree(this.pending[0]!, side, turn);
      return;
    }
    const chosen = this.chosen(turn.text, answer);
    if (chosen !== undefined && !REFUSES.test(turn.text)) this.agree(chosen, side, turn);
    else if (isNext && (answer === 'no' || REFUSES.test(turn.text))) this.pending = [];
  }

  private chosen(text: string, answer: string): Slot | undefined {
    if (this.pending.length === 1)
      return answer === 'yes' || answer === 'partly' || takes(text) ? this.pending[0] : undefined;
    if (FIRST.test(text) || EITHER.test(text)) return this.pending[0];
    return LAST.test(text) ? this.pending.at(-1) : undefined;
  }

  private propose(slots: readonly Slot[], side: Side): void {
    this.pending = slots;
    this.pendingBy = side;
    this.focus = slots.findLast(({ day }) => day !== undefined)?.day ?? this.focus;
  }

  private agree(slot: Slot, side: Side, turn: ReadTurn, isMore = false): void {
    const said = this.pending.find((one) => isSame(one, slot));
    const whole = {
      ...slot,
      day: slot.day ?? said?.day ?? this.focus ?? this.nextDay(slot.time),
      time: slot.time ?? said?.time,
    };
    const named = said !== undefined && said.time === whole.time ? said : whole;
    this.diary = agreeOn(
      this.diary,
      { ...whole, turn: named.turn, quote: named.quote },
      {
        isMove: this.isMove || this.isCancelling(),
        isMore:
          isMore || this.isMore || this.isCancelling() || (side === 'caller' && MORE.test(turn.text) && this.isMore),
      },
    );
    this.focus = whole.day ?? this.focus;
    this.pending = [];
    this.isMore = false;
    if (this.isMove && this.diary.some(({ replaces }) => replaces !== undefined)) this.isMove = false;
  }

  /** On no day that was said: today, or tomorrow when that time is over. */
  private nextDay(time: string | undefined): CivilDay | undefined {
    if (time === undefined) return undefined;
    return time > this.start.time ? this.start.day : addDays(this.start.day, 1);
  }

  private isCancelling(): boolean {
    return this.cancelTurn !== undefined && this.isCancelled;
  }

  private note(slot: Slot): void {
    this.diary = noteBooked(this.diary, slot);
    this.focus = slot.day ?? this.focus;
  }

  private refuse(spoken: SpokenTime): void {
    this.pending = this.pending.filter(
      (slot) =>
        !(spoken.day === undefined
          ? slot.time === spoken.time
          : slot.day === spoken.day && (spoken.time === undefined || slot.time === spoken.time)),
    );
  }

  /** @param day of the times before it in the same turn: "Monday at six or at eight" */
  private slotOf(spoken: SpokenTime, turn: ReadTurn, side: Side, before: CivilDay | undefined): Slot {
    const at = { turn: turn.index, quote: spoken.text };
    const day = this.dayOf(spoken) ?? before;
    if (spoken.time === undefined || spoken.clock === undefined) {
      const sameDay = this.pending.filter((slot) => slot.day === day && this.pendingBy !== side);
      if (sameDay.length === 1) return { ...at, day, time: sameDay[0]?.time };
      const last = this.diary.at(-1)?.time ?? this.pending.at(-1)?.time;
      if (
        SAME_TIME.test(turn.text) ||
        (/\binstead\b|\bmake it\b/i.test(turn.text) && side === 'caller' && !/\bwhen|what time/i.test(turn.text))
      )
        return { ...at, day, time: last };
      return { ...at, day };
    }
    const { windowStart } = spoken;
    if (windowStart !== undefined) {
      const window = [...this.pending, ...this.diary].find(
        ({ time }) => time !== undefined && isSameClock(time, { ...spoken, clock: windowStart }),
      );
      if (window !== undefined) return { ...at, day: window.day, time: window.time };
    }
    for (const near of [this.pending, this.diary]) {
      const same = near.filter(
        (slot) => slot.time !== undefined && (day === undefined || slot.day === day) && isSameClock(slot.time, spoken),
      );
      const [only] = same;
      if (only !== undefined && (same.length === 1 || day !== undefined))
        return { ...at, day: day ?? only.day, time: this.isOpening(spoken) ? this.timeOf(spoken, day) : only.time };
      if (near === this.pending && near.length > 0 && day === undefined && this.onlyPendingDay() !== undefined) break;
    }
    const aside = this.aside !== undefined && turn.index - this.aside.turn <= 3 ? this.aside.day : undefined;
    const placed = day ?? this.onlyPendingDay() ?? this.focus ?? this.diary.at(-1)?.day ?? aside;
    return { ...at, day: placed, time: this.timeOf(spoken, placed) };
  }

  /** Today, or on no day that was said, the next such time is meant; and a time at which they open is in the morning. */
  private timeOf(spoken: SpokenTime, day: CivilDay | undefined): string | undefined {
    const { clock, time } = spoken;
    if (clock === undefined || time === undefined || clock.isSure || spoken.part !== undefined) return time;
    const [early = time, late = time] = [0, 12].map((half) =>
      clockTime({ ...clock, hour: (clock.hour % 12) + half, isSure: true }, undefined, this.habit),
    );
    if (this.isOpening(spoken)) return early;
    if (day !== undefined && day !== this.start.day) return time;
    return early > this.start.time ? early : late > this.start.time ? late : time;
  }

  private isOpening({ clock }: SpokenTime): boolean {
    return this.openings.some(
      (opening) => clock !== undefined && opening.clock?.hour === clock.hour && opening.clock.minute === clock.minute,
    );
  }

  /** A weekday or a number alone is the day that was proposed, if one was. */
  private dayOf({ day, weekdayOnly, numberOnly }: SpokenTime): CivilDay | undefined {
    if (day === undefined) return day;
    const isNamed = (one: CivilDay | undefined): one is CivilDay =>
      one !== undefined &&
      ((weekdayOnly !== undefined && sameWeekday(one, day)) || (numberOnly === true && one.slice(8) === day.slice(8)));
    return [...this.diary, ...this.pending].map((slot) => slot.day).findLast(isNamed) ?? day;
  }

  private onlyPendingDay(): CivilDay | undefined {
    const days = new Set(this.pending.map(({ day }) => day));
    return days.size === 1 ? [...days][0] : undefined;
  }
}

function sameWeekday(left: CivilDay, right: CivilDay): boolean {
  return (Date.parse(left) - Date.parse(right)) % (7 * 86_400_000) === 0;
}

/** "Nine" is 09:00 and 21:00, "three pm" 15:00 alone. */
function isSameClock(time: string, { clock, time: spoken, part }: SpokenTime): boolean {
  if (clock === undefined) return false;
  if (clock.isSure || part !== undefined) return time === spoken;
  return [clock.hour % 12, (clock.hour % 12) + 12].some(
    (hour) => clockTime({ ...clock, hour, isSure: true }, undefined, 'business') === time,
  );
}

function isSame(left: Slot, right: Slot): boolean {
  if (left.day !== undefined && right.day !== undefined && left.day !== right.day) return false;
  if (left.time !== undefined && right.time !== undefined && left.time !== right.time) return false;
  return (left.day !== undefined && left.day === right.day) || (left.time !== undefined && left.time === right.time);
}

/** The business says more of what the caller said is booked: "Thursday at three, yes". */
function withTime(held: Held, slot: Slot | undefined): Held {
  const isSaid = held.wasBooked && held.time === undefined && slot?.time !== undefined && held.day === slot.day;
  return isSaid ? { ...held, time: slot.time, turn: slot.turn, quote: slot.quote } : held;
}

function distinct(slots: readonly Slot[]): readonly Slot[] {
  const kept: Slot[] = [];
  for (const slot of slots) {
    const at = kept.findIndex((one) => isSame(one, slot));
    const same = kept[at];
    if (same === undefined) kept.push(slot);
    else if (same.time === undefined && slot.time !== undefined) kept[at] = { ...slot, day: slot.day ?? same.day };
    else if (same.day === undefined && slot.day !== undefined) kept[at] = { ...slot, time: same.time };
  }
  return kept;
}

/** Words of assent that begin no other answer: what people say for "yes, that one" when a time is offered. */
const TAKES_FIRST =
  /^(?:\W*(?:oh|ah|ooh|um|well|right)\W+)*(?:smashing|righto|righty|go on(?: then)?|sweet|beauty|ace|champion|splendid|marvell?ous|sound|legend|done|cheers|haan|theek|deal|magic|sorted|no worries|cool|alrighty|aye|ta)\b/i;
const TAKES =
  /\b(?:yeah|yes|yep|aye) (?:orright|alright|all right|ok|okay|go on|fine|sure|good|grand)\b|\b(?:i(?:'ll| will) take (?:it|that)|(?:that|it)(?:'s| is| would be| will be|'d be|'ll be|'ll| would)? (?:fine|perfect|great|good|grand|lovely|ok|okay|works?|suits?|do\b|brilliant|ideal)|let's do|book (?:it|me|that)|put (?:me|us|him|her) (?:in|down)|go (?:ahead|with|for)|fix it|confirm it|works for me|suits me|please do|could of course|can do that|i can (?:do|make)|we can (?:do|make)|see you then|sounds (?:good|great|fine|perfect)|(?:it|that) would\b)/i;

function takes(text: string): boolean {
  return (TAKES_FIRST.test(text) || TAKES.test(text)) && !/\bnot\b|n't\b/i.test(text.slice(0, 40));
}
