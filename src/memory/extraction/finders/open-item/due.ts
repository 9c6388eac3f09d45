import { addDays, type CivilDay } from '../../language/civil-day.js';
import type { SpokenTime } from '../../language/spoken-times.js';

/** Counted from the hour of the appointment: "half an hour before he comes". */
const SHORTLY_BEFORE =
  /\b(?:(?:\d+|ten|fifteen|twenty|thirty|forty-?five|a few|half an?|an?|one) ?(?:minutes?|mins|hour|half hour) (?:before|ahead|prior)|on (?:his|her|their) way|before (?:he|she|they) (?:comes?|arrives?|calls? out))\b/i;
const RELATIVE =
  /(?<!\b(?:tomorrow|this|\w+day) )\b(?:the )?(?:day|night|evening|morning|afternoon) (?<where>before|after)(?!\s+(?:tomorrow|yesterday|next|lunch|work|school|church|college|dinner|supper|tea|mass|that\b|\w+day|the \d))\b|\b(?<same>on the day(?= *(?:$|[,.?!]))|on the (?:day|morning) of (?:your|the|his|her)\b|(?:(?:the )?same|that(?= (?:very )?\w+(?: before\b|$|[,.]))) (?:very )?(?:day|evening|afternoon|morning|night))\b/i;

/** When the call begins, on the clock where it is. */
export interface CallStart {
  readonly day: CivilDay;
  readonly time: string;
}

/** When something is to be done. */
export interface Due {
  readonly day: CivilDay;
  readonly time?: string | undefined;
}

/** Later on the day of the call, in words that are no time: "by the end of the day", "within the hour". */
const LATER_TODAY =
  /\b(?:by|before|at) (?:the )?(?:end of (?:the day|day|play|business)|close of (?:business|play)|close|cob|eod|evening|tonight)\b|\blater on\b(?! (?:this|next))|\b(?:just |straight |right )?after (?:(?:this|the|your) call|we hang up|lunch|the lunch service|dinner|supper|tea|work|school|my shift|closing|hours|surgery|this)\b|\b(?:once|when) (?:we|i) (?:hang up|get off (?:the )?(?:phone|line)|finish (?:here|this|up))\b|\bby (?:close|tonight)\b|\b(?:in|within|inside) (?:about |the next )?(?:a few|five|ten|fifteen|twenty|thirty|\d+)(?: or so)? (?:minutes|mins)\b(?! (?:before|of|after|late))|\b(?:at|over|before) (?:lunch(?:time)?|tea ?time|dinner ?time)\b|\b(?:in|inside of|within) an? (?:minute|moment|sec|second|tick|jiffy)\b|\b(?:this|the) (?:arvo|aft)\b|(?<!\b(?:for|on|of|by|over|during|all|before|after|in|stay|spend|until|till|last|next) )\bthe night\b(?! (?:before|after|of|shift|manager|desk|porter|staff|team|rate))|\b(?:in|within|inside)(?: of)? (?:about )?(?:the next |the |next )?(?:an|one|four|five|six|half an|couple of|a couple of|two|three|few|a few|\d)? ?(?:hour|hours|half hour|half an hour)\b(?! (?:before|of|after|later))/i;
/** Whether words that are no time of day or date say when. */
export function saysWhen(words: string): boolean {
  return LATER_TODAY.test(words) || RELATIVE.test(words);
}

/** After the call, on no day that can be told. */
const SOME_DAY =
  /\b(?:at|over|on) the weekend\b|\bnext (?:week|month)\b|\b(?:in|within) (?:a|the next|two|three|a few|a couple of) (?:couple of |few )?(?:working |business )?(?:days?|weeks?)\b|\bwhen (?:i|we) (?:get|am|'m|are) (?:home|in|back|there)\b|\blater (?:this|in the) week\b|\b(?:one|some) day (?:this|next) week\b/i;

/** Whether words say that something is done some time after the call, without a day. */
export function saysSomeDay(words: string): boolean {
  return SOME_DAY.test(words);
}

/** What follows is what it is for, not when it is done: "a form to fill in before Wednesday". */
const FOR_LATER =
  / to (?:fill|sign|read|look|check|complete|use|give|have|show|see|do|try|bring|keep|take|wear|return|send back|hand)\b/i;

/** The day on which a spoken time falls, for something that is promised; a week, a month or "soon" is none. */
export function dueOf(
  { day, vague, part, period, time, form, text }: SpokenTime,
  { day: today, time: now }: CallStart,
): Due | undefined {
  const said = form === undefined || form === 'bare' ? undefined : time;
  if (day !== undefined) return vague || day < today ? undefined : { day, time: said };
  if (period !== undefined) return undefined;
  if (part === 'morning' && !/^on the\b/i.test(text))
    return { day: now < '05:00' ? today : addDays(today, 1), time: said };
  if (/^in the\b/i.test(text) && ((part === 'afternoon' && now < '13:00') || (part === 'evening' && now < '18:00')))
    return { day: today };
  return said !== undefined && said > now ? { day: today, time: said } : undefined;
}

/**
 * When a clause says that it is done.
 *
 * @param words from the verb on
 * @param times in the clause, those after the verb first
 */
export function dueIn(words: string, times: readonly SpokenTime[], start: CallStart): Due | undefined {
  for (const time of times) {
    const due = dueOf(time, start);
    if (
      due !== undefined &&
      (/^(?:get|have|ask) /i.test(words) || !FOR_LATER.test(words.slice(0, Math.max(words.indexOf(time.text), 0))))
    )
      return due;
  }
  return LATER_TODAY.test(words) ? { day: start.day } : undefined;
}

/** Shortly before the appointment is on its day. */
export function shortlyBefore(words: string, anchor: () => CivilDay | undefined): Due | undefined {
  const day = SHORTLY_BEFORE.test(words) ? anchor() : undefined;
  return day === undefined ? undefined : { day };
}

/**
 * A day that is counted from the one of the appointment: "the day before", "the morning after your stay".
 *
 * @param anchor the day that was last spoken of
 */
export function relativeDay(words: string, anchor: () => CivilDay | undefined): Due | undefined {
  const said = RELATIVE.exec(words)?.groups;
  const day = said === undefined ? undefined : anchor();
  if (said === undefined || day === undefined) return undefined;
  if (said.where !== undefined) return { day: addDays(day, said.where.toLowerCase() === 'before' ? -1 : 1) };
  return { day };
}
