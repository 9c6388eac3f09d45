import type { Call } from './call.js';
import type { Procedure } from './extraction.js';
import { plainText } from './language/plain-text.js';

/** "To reset it, hold the button": what for, and the first step. */
const TO_DO =
  /(?:^|[.!?]\s+|\b(?:so|okay|ok|right|well),?\s+)(?:so |and |if you want |in order )?to ((?!be\b|confirm\b|make sure\b|double check\b|check\b|answer\b|clarify\b)[a-z]+ (?:[a-z'-]+ ){0,7}?[a-z'-]+),?\s+(?:you(?:'ll| will)? (?:just |need to |have to |want to |first )*|first,? |just |please )*((?:hold|press|push|turn|switch|unplug|plug|open|close|click|tap|go|log|enter|type|dial|select|choose|scan|remove|insert|pull|lift|call|ring|text|email|bring|fill|drop|pop|unscrew|twist|slide|wait|take|send|reply|download|sign|reset|restart|disconnect|connect|put|use|leave)\b[^.!?]*)/;

const STEP_WORD =
  /(?:^|[.!?,;]\s*|\s)(?:and\s+)?(first(?:ly| of all| off| thing)?|second(?:ly)?|third(?:ly)?|then|next|after that|afterwards|once (?:that's|you've|it's|it has|you have)[^,.]{0,40},|finally|lastly|and then|step (?:one|two|three|four|five|\d))\b[,:]?\s*/g;

/** A step is something that is to be done. */
const ACT =
  /^(?:you(?:'ll| will|'d)? )?(?:just |need to |have to |want to |should |can |must |please |got to |gotta |simply |always )*((?:hold|press|push|turn|switch|unplug|plug|open|close|click|tap|go|log|enter|type|dial|select|choose|scan|remove|insert|pull|lift|call|ring|text|email|bring|fill|drop|pop|unscrew|twist|slide|wait|take|send|reply|download|sign|reset|restart|disconnect|connect|put|use|leave|give|check|clean|rinse|apply|run|flush|drain|bleed|shut|pick|set|let|hang|tell|ask|buzz|knock|park|come|walk|follow|read|note|write|print|scroll|update|delete|empty|refill|release|tighten|loosen|replace|keep|start|stop|ice|rest|stretch|warm|show|punch|key)\b.{2,})$/;

const STEPS_MAX = 12;
const STEP_CHARACTERS_MAX = 200;

/**
 * How something is done, where a side explains it in steps: "first you hold the button, then you wait", "to reset it, unplug it, then …". At
 * least two steps in one turn; what is less plain is left out.
 */
export function proceduresOf(call: Call): readonly Procedure[] {
  const procedures: Procedure[] = [];
  for (const { speaker, text } of call.turns) {
    if (speaker === 'other' || text.length > 4_000) continue;
    const plain = plainText(text);
    const purpose = TO_DO.exec(plain);
    const steps = stepsIn(text, plain, purpose);
    if (steps.length < 2) continue;
    const goal = purpose?.[1]?.trim();
    const name = goal ?? (steps[0] as string).toLowerCase();
    if (procedures.some((known) => known.name === name)) continue;
    procedures.push({ name, trigger: goal === undefined ? '' : `to ${goal}`, steps });
  }
  return procedures;
}

/** The steps as they were said, without the words that number them. */
function stepsIn(text: string, plain: string, purpose: RegExpExecArray | null): readonly string[] {
  const marks = Array.from(plain.matchAll(STEP_WORD), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    word: match[1] ?? '',
  }));
  const begins = purpose?.[2] === undefined ? undefined : purpose.index + purpose[0].length - purpose[2].length;
  const starts = [
    ...(begins === undefined ? [] : [{ start: begins, end: begins, word: 'first' }]),
    ...marks.filter(({ start }) => begins === undefined || start > begins),
  ];
  if (!starts.some(({ word }) => /^(?:first|step)/.test(word))) return [];
  const steps: string[] = [];
  starts.forEach(({ end }, index) => {
    const until = starts[index + 1]?.start ?? text.length;
    const piece = text.slice(end, until);
    const sentence = /^[^.!?]*/.exec(piece)?.[0] ?? '';
    const said = sentence
      .trim()
      .replace(/[,;:]+$/, '')
      .replace(/\s+(?:and|so|but)$/i, '');
    const act = ACT.exec(plainText(said));
    if (act?.[1] === undefined || said.length > STEP_CHARACTERS_MAX || /^you (?:said|told|were|have been)/i.test(said))
      return;
    steps.push(said.slice(said.length - act[1].length));
  });
  return steps.slice(0, STEPS_MAX);
}
