import { BETTER, ME, MUCH, overOther, RATHER, THIS_ONCE, WAY, wayOf } from './contact-ways.js';
import { LASTING_MARK } from './lasting.js';
import type { WholeFrame } from './whole-frame.js';

/** How one wants to be reached: "text is easiest", "ring rather than e-mail", "please always call my mobile". */
export const WANTED_CONTACT: readonly WholeFrame[] = [
  {
    kind: 'prefers',
    pattern: new RegExp(
      `(?:^|[,.;] ?|\\b(?:and|so|but|please) )(?:by )?(${WAY}) only(?=$|[,.]| (?:please|for|with|because|cos|i)\\b)`,
      'g',
    ),
    read: (match) => wayOf(match[1] ?? ''),
  },
  {
    kind: 'prefers',
    pattern: new RegExp(
      `(?:^|[,.;] ?)(?:rather|sooner) (?:you )?(${WAY})(?: me)?(?=$|[,.]| (?:i|because|cos|as)\\b)`,
      'g',
    ),
    read: (match) => wayOf(match[1] ?? ''),
  },
  {
    kind: 'prefers',
    pattern:
      /\b(?:you can )?always (?:get|reach|find|catch|contact) me (?:on|by|via) (whatsapp|text|e-?mail|the (?:landline|mobile)|messenger)\b/g,
    read: (match) => wayOf(match[1] ?? ''),
  },
  {
    kind: 'prefers',
    pattern: new RegExp(
      `\\b(${WAY})${ME} ${RATHER} (?:you )?(?:to )?(?:have |get |be |being |having |getting )?(${WAY})\\b`,
      'g',
    ),
    read: (match, sentence) =>
      /\b(?:have|got|had|get|sent|received|was|were|did|they|he|she|said|meant) (?:a |an |the )?$/.test(
        sentence.slice(0, match.index),
      )
        ? undefined
        : overOther(match[1] ?? '', match[2]),
  },
  {
    kind: 'prefers',
    pattern: new RegExp(
      `\\b(?:by |via |over )?(${WAY})(?: is| are|'s|'re| works?| would be| suits me|(?= (?:better|easier|best) than )) ${MUCH}${BETTER}(?: for me| for us| to reach me)?(?: than (?:a |the |an )?(${WAY}))?\\b`,
      'g',
    ),
    read: (match) => overOther(match[1] ?? '', match[2]),
  },
  {
    kind: 'prefers',
    pattern: new RegExp(
      `\\b(?:best|easiest|quickest|simplest|only|surest) (?:way )?(?:to |of )?(?:reach|reaching|contact|contacting|get (?:hold of|in touch with|through to)|getting hold of|get|catch|communicate with) (?:me|us) (?:is|would be|'s) ${MUCH}(?:by |via |through |with |on |to )?(${WAY})\\b`,
      'g',
    ),
    read: (match) => wayOf(match[1] ?? ''),
  },
  {
    kind: 'prefers',
    pattern: new RegExp(
      `\\b(?:(?:it's|its|is|it is|you're|you are|always|probably) ${MUCH})?(?:best|better|easier|better off|best off)(?: for me)? (?:to |if you |just )*(?:reach (?:me|us) (?:by|on|via) |contact (?:me|us) (?:by|via) |by |via |on |over )?(${WAY})(?: (?:me|us))?(?: than (?:to )?(${WAY}))?\\b`,
      'g',
    ),
    read: (match, sentence) =>
      THIS_ONCE.test(sentence.slice(match.index + match[0].length)) ||
      /\b(?:the|what's|a|no|any) $/.test(sentence.slice(0, match.index))
        ? undefined
        : overOther(match[1] ?? '', match[2]),
  },
  {
    kind: 'prefers',
    pattern: new RegExp(
      `\\b(?:i|we)(?:'d| would|d)? (?:much |really |always |far |usually |still |generally )*(?:rather|sooner|prefer|like)(?: it if| if| that)? (?:you |they |people |to |being |be |getting |get |have |having |receive |everything |things |all (?:my )?(?:letters|paperwork|correspondence) |communication |contact |contacted |reached |contacting |an |a |by |via |on |just |always |could |would |can |my (?:reminders?|bills?|letters|statements?|documents?|paperwork) )*(${WAY})(?: (?:me|us))?(?:,? (?:rather than|instead of|over|than|not|to) (?:be |being |a |an |to |getting |get |having |have )*(${WAY}))?(?! back)\\b`,
      'g',
    ),
    read: (match, sentence) => {
      if (/^(?:i|we)(?:'ve)? like /.test(match[0]) && !/\b(?:being|by|via|to be|getting|it if)\b/.test(match[0]))
        return undefined;
      if (/\b(?:'d|would|d) (?:really )?like (?:a|an|to)\b/.test(match[0])) return undefined;
      if (
        / called$/.test(match[0]) &&
        /^ (?!on\b|at\b|in\b|before\b|after\b|by\b|rather\b|not\b|instead\b|when\b|if\b|than\b|first\b|please\b)[a-z]/.test(
          sentence.slice(match.index + match[0].length),
        )
      )
        return undefined;
      return THIS_ONCE.test(sentence.slice(match.index + match[0].length)) ||
        (/\b(?:reminders?|confirmation)\b/.test(match[0]) === false &&
          /\bto (?:call|ring|text|email|phone) (?:you|them|him|her|my)?$/.test(match[0]))
        ? undefined
        : overOther(match[1] ?? '', match[2]);
    },
  },
  {
    kind: 'prefers',
    pattern: new RegExp(`\\b(?:just |please |always |can you |could you |only ){1,5}(${WAY})(?: me| us)?\\b`, 'g'),
    read: (match, sentence) => {
      const after = sentence.slice(match.index + match[0].length);
      const marked = /\b(?:always|only) /.test(match[0])
        ? /^(?: me| us)?(?: (?:first|please|instead|only|in|from|going|rather|on|when|if|before|never|not)\b|[,.]|$)/.test(
            after,
          )
        : LASTING_MARK.test(sentence);
      if (
        !marked ||
        (THIS_ONCE.test(after) && !LASTING_MARK.test(sentence)) ||
        /\b(?:i|we|they|you|he|she) (?:[a-z]+ )?$/.test(sentence.slice(0, match.index))
      )
        return undefined;
      const before = /^(?: me| us)? ((?:first\b|before |when |on )[a-z' ]{0,40})/.exec(after)?.[1];
      return [wayOf(match[1] ?? ''), before?.trim()].filter(Boolean).join(' ');
    },
  },
  {
    kind: 'prefers',
    pattern:
      /\b(?:drop|send|shoot|ping|give) (?:me|us) (?:an? )?(texts?|e-?mails?|calls?|ring|messages?|whatsapp)\b(?= (?:in (?:the )?future|from now on|going forward|next time|rather than|instead of))/g,
    read: (match) => wayOf(match[1] ?? ''),
  },
  {
    kind: 'prefers',
    pattern: new RegExp(
      `\\b(?:in (?:the )?future|from now on|going forward)[ ,]+(?:please |just |can you |could you |would you |i'd like you to |if you could )*(?:please |just |always |only )*(${WAY})(?: me| us)?(?: (?:instead of|rather than|not) (${WAY}))?`,
      'g',
    ),
    read: (match) => overOther(match[1] ?? '', match[2]),
  },
  {
    kind: 'prefers',
    pattern:
      /\b(?:call|ring|phone|try|use) (?:me (?:on|at) )?(?:my|the) ((?:home |house |work |office )?(?:office|house|home|landline|land line|mobile|cell|cell phone|work number|number|phone|shop|surgery|flat))(?: phone)?,? (?:and )?(?:not|rather than|instead of|don't (?:call|ring|use|try)|never) (?:on |at )?(?:my|the)\b/g,
    read: (match) => `calls to the ${match[1]}`,
  },
  {
    kind: 'prefers',
    pattern:
      /(?<=\bno (?:more )?(?:texts|emails|e-mails)\b[^.?!]{0,50})\b(?:just )?(?:ring|call|phone) (?:me on |me at )?(?:my|the) (house|landline|mobile|cell|office|home)\b/g,
    read: (match) => `calls to the ${match[1]}`,
  },
  {
    kind: 'prefers',
    pattern:
      /\b(?:please|just|better) (text|e-?mail|whatsapp|message)(?=[,.!]|$| instead| cos| because| as i\b| i (?:don't|never|can't|won't|hardly|rarely))/g,
    read: (match, sentence) =>
      /\b(?:i'll|i|we|you|they|can|to) (?:just )?$/.test(sentence.slice(0, match.index))
        ? undefined
        : wayOf(match[1] ?? ''),
  },
];
