import { readAnswer } from '../../language/assent.js';
import { addDays, type CivilDay, mondayOf, wallClock } from '../../language/civil-day.js';
import type { DayPart, Habit } from '../../language/spoken-clocks.js';
import { findSpokenTimes, type SpokenTime } from '../../language/spoken-times.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { agreeOn, distinct, type Held, isSame, noteBooked, type Slot, stampOf, withTime } from './diary.js';
import { type Engagement, engagementsIn } from './engagement.js';
import { CANCELS, CHANGES, isOpening, type Mention, roleOf } from './mention.js';
import { placeSlot, type Side, type Situation } from './place-slot.js';
import {
  AGENT_DEFERS,
  ASKED_BOOKED,
  ASKS_WHEN,
  BIRTH_ASKED,
  CONFIRMS,
  CONTACT_DAY,
  COUNTED,
  DEFERS,
  EITHER,
  FIRST,
  GENERAL_THING,
  GRANTS,
  habitOf,
  KEEPS,
  LAST,
  MORE,
  PAST_ASKED,
  REFUSES,
  SCHEDULING,
  TAKEN_AFTER,
  takes,
  WAITING,
} from './talk-words.js';

/** What two sides have in the diary when they hang up. */
export interface Outcome {
  readonly held: readonly Held[];
  readonly cancelled: readonly Held[];
}

/**
 * Follows who proposes what and who agrees, turn by turn. A slot is agreed when one side names it and the other one takes it: says
 * yes to it, names it again, or (the business, asked for it) goes on with the booking.
 */
export function negotiate(call: ReadCall): Outcome & { readonly elsewhere: readonly Engagement[] } {
  const talk = new Negotiation(call);
  for (const turn of call.turns) if (turn.speaker !== 'other') talk.hear(turn, turn.speaker);
  return { ...talk.outcome(), elsewhere: talk.elsewhere() };
}

/** The parts of a day, by which one of several times is chosen: "the evening". */
const PARTS: readonly (readonly [RegExp, string, string])[] = [
  [/\b(?:the|in the) morning\b|^\W*mornings?\b/i, '00:00', '12:00'],
  [/\b(?:the|in the) (?:afternoon|arvo)\b|^\W*afternoons?\b/i, '12:00', '17:00'],
  [/\b(?:the|in the) evening\b|^\W*evenings?\b/i, '17:00', '24:00'],
];

/** How a business speaks of what it can do. */
const PROPOSES =
  /\b(?:can|could|will|shall|would|how about|what about|we have|i have|i've|we've|i got|i'll|we'll|let's)\b|\?/i;
/** "I don't like mornings": the part of the day that is not wanted. */
const UNWANTED = /\b(?:not|no|never|hate|avoid|except)\b|n't\b/i;

/** Words after which what was agreed may no longer hold. */
const RETHINKS =
  /\b(?:instead|rather|actually|make (?:it|that)|chang\w*|mov(?:e|ing)|better|sorry|no|nope|not|can't|won't|hang on|hold on|wait|could|can (?:i|we|you)|earlier|later|another|different|what about|how about|swap|push|oops|correction|i meant|forgot|cancel)\b|n't\b/i;

/** Words with which something else is proposed. */
const COUNTERS =
  /\b(?:but|could|can|instead|rather|better|actually|make it|how about|what about|or|wait|hang on|hold on|no|sorry|possible|book|also|another)\b/i;

class Negotiation {
  private diary: readonly Held[] = [];
  /** What was last proposed and is not answered yet. */
  private pending: readonly Slot[] = [];
  private pendingBy: Side = 'agent';
  /** Said of the pending ones: they come beside what is in the diary. */
  private isMore = false;
  private isMove = false;
  /** What is pending was only told, and not asked for. */
  private isWeak = false;
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
  private readonly engagements: Engagement[] = [];
  /** All that the business has offered so far. */
  private readonly offered: Slot[] = [];
  /** The turn in which something was agreed last. */
  private agreedIn = -1;
  /** The last turn that was about when to come. */
  private scheduledIn = -9;
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
    const all = this.mentionsIn(turn, side);
    const elsewhere = side === 'caller' ? engagementsIn(turn, all, this.focus ?? this.aside?.day) : [];
    this.engagements.push(...elsewhere.map(({ engagement }) => engagement));
    const mentions = all.filter((mention) => !elsewhere.some((one) => one.mention === mention));
    const answer = this.before !== undefined && this.before.speaker !== side ? readAnswer(turn.text) : undefined;
    this.hearWishes(turn, side, answer?.kind);
    if (side === 'caller' && this.isTakenAfterAll(turn, mentions)) {
      this.agree(this.pending[0]!, side, turn);
      this.before = turn;
      return;
    }
    for (const { spoken, role } of mentions) if (role === 'refused') this.refuse(spoken);
    const booked: Slot[] = [];
    const named: Slot[] = [];
    let day: CivilDay | undefined;
    const isTold =
      side === 'agent' &&
      this.before?.speaker === 'caller' &&
      ASKED_BOOKED.test(this.before.text) &&
      this.pending.length === 0;
    // "Cancel Monday's, please. It was three o'clock."
    const isOff =
      side === 'caller' && this.cancelTurn === turn.index && this.diary.length === 0 && !CHANGES.test(turn.text);
    for (const { spoken, role } of mentions) {
      if (role === 'refused' || role === 'other') continue;
      const slot = placeSlot(spoken, turn, side, day, this.situation());
      day = slot.day ?? day;
      if (slot.day !== undefined && slot.day < this.start.day) continue;
      (role === 'booked' || isTold || isOff ? booked : named).push(slot);
    }
    if (side === 'caller') for (const slot of distinct(booked)) this.note(slot);
    const slots = distinct([...(side === 'agent' ? booked : []), ...named]);
    if (side === 'caller' && this.isTakenFirst(turn, slots)) this.agree(this.pending[0]!, side, turn);
    else if (slots.length > 0) this.hearSlots(slots, turn, side, booked.length > 0);
    else if (mentions.every(({ role }) => role === 'other')) this.hearAnswer(turn, side, answer?.kind ?? 'neither');
    if (MORE.test(turn.text))
      this.isMore = this.diary.length > 0 && !/\btoo (?:early|late|soon|far|much|busy|long)\b/i.test(turn.text);
    this.before = turn;
  }

  /** Appointments elsewhere that the caller speaks of. */
  elsewhere(): readonly Engagement[] {
    return this.engagements.filter(
      ({ day, time }) =>
        day > this.start.day || (day === this.start.day && time !== undefined && time > this.start.time),
    );
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
    const isAbout =
      this.pending.length > 0 ||
      SCHEDULING.test(turn.text) ||
      isAsked ||
      (turn.index - this.scheduledIn <= 2 && times.length > 0 && turn.text.split(/\s+/).length <= 8) ||
      (side === 'agent' &&
        PROPOSES.test(turn.text) &&
        times.some(({ day }) => day !== undefined) &&
        times.some(({ form }) => form === 'said'));
    if (times.length > 0 && SCHEDULING.test(turn.text)) this.scheduledIn = turn.index;
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
      const isUnwanted = UNWANTED.test(turn.text.slice(Math.max(0, spoken.start - 25), spoken.start));
      if (spoken.part !== undefined && !isUnwanted && !/tonight|^this /i.test(spoken.text))
        this.part = { part: spoken.part, turn: turn.index };
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
      // "Thursday? In this heat? Tomorrow, please."
      const countered = slots.find(
        (slot) =>
          !taken.includes(slot) &&
          slot.day !== undefined &&
          isAfter(turn, slot, taken) &&
          /\bplease\b|\binstead\b|\?/i.test(turn.text),
      );
      if (
        countered !== undefined &&
        taken.every(({ time }) => time === undefined || countered.day !== undefined) &&
        !this.isKnown(countered)
      ) {
        this.propose([countered], side);
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
      if (fresh.length > 0) {
        const isAnswer = ASKS_WHEN.test(this.before?.text ?? '') || isOpen || turn.text.split(/\s+/).length <= 8;
        this.propose(fresh, side);
        const isAside =
          this.diary.some(({ time }) => time !== undefined) && fresh.every(({ time }) => time === undefined);
        this.isWeak =
          ((!isAnswer && !isOpen) || (isAside && !isOpen)) &&
          !this.isMove &&
          !fresh.some(({ quote }) => this.isWished(turn, quote));
      }
    }
  }

  /** Whether a time is asked for or chosen where it is said, and not only told. */
  private isWished(turn: ReadTurn, quote: string): boolean {
    const sentence = turn.sentences.find(({ text }) => text.includes(quote))?.text ?? turn.text;
    return SCHEDULING.test(sentence) || /\b(?:like|want|need|please|then|for)\b|\?/i.test(sentence);
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
      this.pendingBy === 'agent' &&
      (isBooked || CONFIRMS.test(turn.text) || (this.pending.length > 1 && !REFUSES.test(this.before?.text ?? ''))) &&
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
      else if (
        !WAITING.test(turn.text) &&
        this.pending.length === 1 &&
        (!this.isWeak || answer === 'yes' || CONFIRMS.test(turn.text) || GRANTS.test(turn.text))
      )
        this.agree(this.pending[0]!, side, turn);
      else if (this.isWeak) this.pending = [];
      return;
    }
    const chosen = this.chosen(turn.text, answer);
    if (chosen !== undefined && !REFUSES.test(turn.text)) this.agree(chosen, side, turn);
    else if (this.isLetStand(turn, answer)) this.agree(this.pending[0]!, side, turn);
    else if (isNext && (answer === 'no' || REFUSES.test(turn.text))) this.pending = [];
  }

  /** "Wednesday is choir, but that's at night. That'll do." */
  private isTakenAfterAll(turn: ReadTurn, mentions: readonly Mention[]): boolean {
    if (this.pendingBy !== 'agent' || this.pending.length !== 1 || mentions.length === 0) return false;
    const last = turn.sentences.at(-1);
    return (
      mentions.every(({ spoken, role }) => role === 'refused' && spoken.end <= (last?.start ?? 0)) &&
      /^(?:but )?(?:(?:that'll|that will|it'll|that) (?:do|work|be (?:fine|grand|ok|okay))|(?:that's|it's) (?:fine|ok|okay|grand)|go on then|i'll take it|book it)\b/i.test(
        last?.text ?? '',
      )
    );
  }

  /** "Super. And it's him upstairs, he has baths at two": the yes is to what was offered, and the time is of another matter. */
  private isTakenFirst(turn: ReadTurn, slots: readonly Slot[]): boolean {
    const [first, ...rest] = turn.sentences;
    const [slot] = this.pending;
    if (slots.length === 0 || this.pendingBy !== 'agent' || this.pending.length !== 1 || first === undefined)
      return false;
    if (slot?.day === undefined || slot.time === undefined || rest.length === 0) return false;
    if (slots.some(({ quote }) => first.text.includes(quote)) || slots.some((one) => isSame(one, slot))) return false;
    const others = rest.map(({ text }) => text).join(' ');
    return (
      (readAnswer(first.text).kind === 'yes' || takes(first.text)) && !COUNTERS.test(others) && !REFUSES.test(turn.text)
    );
  }

  /**
   * Whether the caller lets stand what the business said: a whole day and time that is stated, to which the caller says nothing. A no
   * answers the last thing that was asked, which may be another.
   */
  private isLetStand(turn: ReadTurn, answer: string): boolean {
    const [slot] = this.pending;
    const { before } = this;
    if (this.pending.length !== 1 || slot?.day === undefined || slot.time === undefined || before === undefined)
      return false;
    if (slot.turn !== before.index || DEFERS.test(turn.text)) return false;
    const last = before.sentences.at(-1)?.text ?? '';
    const isAskedLast =
      last.includes(slot.quote) || /\b(?:suit|work|okay|ok|good|do you|for you|that)\b[^.!]*\?$/i.test(last);
    if (answer === 'no' || REFUSES.test(turn.text)) return !isAskedLast;
    return !isAskedLast || !/\?\s*$/.test(last) || !/\?/.test(turn.text);
  }

  private chosen(text: string, answer: string): Slot | undefined {
    if (this.pending.length === 1)
      return answer === 'yes' || answer === 'partly' || takes(text) ? this.pending[0] : undefined;
    if (/\bthe (?:early|earlier|earliest)\b|\bearlier the better\b|\bsoonest\b/i.test(text)) return this.earliest();
    if (/\bthe (?:late|later|latest)\b/i.test(text)) return this.earliest(-1);
    const inPart = this.pending.filter(
      ({ time }) =>
        time !== undefined && PARTS.some(([word, from, to]) => word.test(text) && time >= from && time < to),
    );
    if (inPart.length === 1) return inPart[0];
    if (/\?/.test(text) && !EITHER.test(text)) return undefined;
    if (FIRST.test(text) || EITHER.test(text)) return this.pending[0];
    return LAST.test(text) ? this.pending.at(-1) : undefined;
  }

  private earliest(at = 0): Slot | undefined {
    return [...this.pending].sort((left, right) => (stampOf(left) < stampOf(right) ? -1 : 1)).at(at);
  }

  private propose(slots: readonly Slot[], side: Side): void {
    this.pending = slots;
    this.pendingBy = side;
    this.isWeak = false;
    if (side === 'agent') this.offered.push(...slots);
    this.focus = slots.findLast(({ day }) => day !== undefined)?.day ?? this.focus;
  }

  private agree(slot: Slot, side: Side, turn: ReadTurn, isMore = false): void {
    const said = this.pending.find((one) => isSame(one, slot));
    const day = slot.day ?? said?.day ?? this.focus ?? this.nextDay(slot.time);
    const offered = this.offered.findLast((one) => one.day === day && one.time !== undefined);
    const whole = { ...slot, day, time: slot.time ?? said?.time ?? offered?.time };
    const named = said !== undefined && said.time === whole.time ? said : whole;
    this.diary = agreeOn(
      this.diary,
      { ...whole, turn: named.turn, quote: named.quote },
      {
        isMove: this.isMove || this.isCancelling(),
        isMore:
          isMore ||
          this.isMore ||
          this.isFurther({ ...whole, turn: turn.index, quote: slot.quote }) ||
          (this.isCancelling() && whole.day !== this.target?.day) ||
          (side === 'caller' && MORE.test(turn.text) && this.isMore),
      },
    );
    this.agreedIn = turn.index;
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

  /** A second whole slot, and nothing was said against the first one: it comes beside it. */
  private isFurther({ day, time, turn }: Slot): boolean {
    const last = this.diary.at(-1);
    if (last?.time === undefined || day === undefined || time === undefined || day === last.day || time === last.time)
      return false;
    if (this.isMove || last.wasBooked) return false;
    return !this.call.turns.slice(Math.max(this.agreedIn, 0), turn + 1).some(({ text }) => RETHINKS.test(text));
  }

  private isCancelling(): boolean {
    return this.cancelTurn !== undefined && this.isCancelled;
  }

  private situation(): Situation {
    const { diary, pending, pendingBy, focus, aside, openings, start, habit } = this;
    return { diary, pending, pendingBy, focus, aside, openings, start, habit };
  }

  private note(spoken: Slot): void {
    const slot = { ...spoken, day: spoken.day ?? this.focus ?? this.nextDay(spoken.time) };
    this.diary = noteBooked(this.diary, slot);
    this.focus = slot.day ?? this.focus;
  }

  private refuse(spoken: SpokenTime): void {
    const isLeft = (slot: Slot): boolean =>
      !(spoken.day === undefined
        ? slot.time === spoken.time
        : slot.day === spoken.day && (spoken.time === undefined || slot.time === spoken.time));
    this.pending = this.pending.filter(isLeft);
  }
}

/** Whether a slot is said after all others, in a sentence of its own. */
function isAfter(turn: ReadTurn, { quote }: Slot, others: readonly Slot[]): boolean {
  const at = turn.text.indexOf(quote);
  const last = turn.sentences.findLast(({ start }) => start <= at);
  return last !== undefined && others.every((one) => turn.text.indexOf(one.quote) < last.start);
}
