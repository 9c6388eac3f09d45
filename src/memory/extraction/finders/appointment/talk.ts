import { type CivilDay, wallClock } from '../../language/civil-day.js';
import type { DayPart, Habit } from '../../language/clock.js';
import type { SpokenTime } from '../../language/spoken-times.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import type { Engagement, Held } from './diary.js';
import type { Slot } from './slot.js';
import type { Aside } from './stance/aside.js';
import { habitOf } from './talk-words.js';

export type Side = 'caller' | 'agent';

/** What does not change while they talk. */
export interface Setting {
  readonly call: ReadCall;
  /** Day and time on the clock when it starts. */
  readonly start: { readonly day: CivilDay; readonly time: string };
  readonly habit: Habit;
}

/** What was last proposed and is not answered yet. */
export interface Table {
  readonly slots: readonly Slot[];
  readonly by: Side;
  /** It was only told, and not asked for. */
  readonly isTold: boolean;
  /** The caller said nothing to it: it stands if the business goes on to something else. */
  readonly isTacit?: boolean | undefined;
  /** It comes beside what is in the diary; absent as long as nothing was proposed since something was agreed. */
  readonly beside?: Beside | undefined;
}

/** `more`: it is said to come beside what is there. `other`: nobody went back on what is there. `none`: it takes its place. */
export type Beside = 'more' | 'other' | 'none';

/** What is being spoken of: "nine" and "the Thursday" are read by it. */
export interface Topic {
  /** The day that was last proposed or agreed on. */
  readonly focus?: CivilDay | undefined;
  /** A day that was only mentioned, and in which turn. */
  readonly aside?: { readonly day: CivilDay; readonly turn: number } | undefined;
  /** A day to come was named, whatever for. */
  readonly isDaySaid: boolean;
  /** The first day of a month. */
  readonly month?: CivilDay | undefined;
  /** The Monday of a week. */
  readonly week?: CivilDay | undefined;
  readonly part?: { readonly part: DayPart; readonly turn: number } | undefined;
  /** When the windows of hours begin that were spoken of: "between five and seven". */
  readonly windows: readonly string[];
  /** Times at which the business opens. */
  readonly openings: readonly SpokenTime[];
  /** The times of the last turn that ended with what is not about when to come. */
  readonly elseIn?: { readonly turn: number; readonly aside: Aside; readonly times: readonly SpokenTime[] } | undefined;
  /** Times of which it was said which half of the day is meant, the last one first. */
  readonly sure: readonly string[];
  /** The last turn that was about when to come. */
  readonly scheduledIn: number;
}

/** The caller wants something cancelled. */
export interface Cancelling {
  /** The turn that asks for it. */
  readonly asked: number;
  /** The turn after which the business is to do it. */
  readonly waiting: number;
  /** The business has done it. */
  readonly isDone: boolean;
  /** What is cancelled, if that was known by then. */
  readonly target?: Held | undefined;
  /** Where it is several. */
  readonly several: readonly Held[];
}

/** Where a talk about appointments stands after some turns. */
export interface Talk {
  readonly setting: Setting;
  readonly diary: readonly Held[];
  readonly table: Table;
  /** What the business has offered so far, the last of it. */
  readonly offered: readonly Slot[];
  /** What is proposed next comes beside what is in the diary. */
  readonly isMore: boolean;
  /** The caller has trouble with what was agreed. */
  readonly isReopened: boolean;
  /** The caller wants to move what is booked. */
  readonly isMove: boolean;
  readonly cancelling?: Cancelling | undefined;
  readonly topic: Topic;
  /** Appointments of the caller's with others. */
  readonly elsewhere: readonly Engagement[];
  /** The turn in which something was agreed last. */
  readonly agreedIn: number;
  /** What was said before. */
  readonly before?: ReadTurn | undefined;
}

/** A turn, and whose it is: what others say on the caller's side is nobody's. */
export interface Heard {
  readonly turn: ReadTurn;
  readonly side: Side;
}

/** A call in which nothing is said yet. */
export function startOf(call: ReadCall): Talk {
  return {
    setting: { call, start: wallClock(call.startedAt, call.timeZone), habit: habitOf(call) },
    diary: [],
    table: { slots: [], by: 'agent', isTold: false },
    offered: [],
    isMore: false,
    isReopened: false,
    isMove: false,
    topic: { isDaySaid: false, openings: [], windows: [], sure: [], scheduledIn: -9 },
    elsewhere: [],
    agreedIn: -1,
  };
}

/** Nothing is proposed any more. */
export const withoutProposals = (talk: Talk): Talk => ({ ...talk, table: { ...talk.table, slots: [] } });

/** What the other side has proposed. */
export const openTo = ({ table }: Talk, side: Side): readonly Slot[] => (table.by === side ? [] : table.slots);
