import { isLasting } from './lasting.js';
import type { WholeFrame } from './whole-frame.js';

/** How, or when, one does not want to be reached: "don't ring after nine", "no voicemails", "never call my work number". */
export const REFUSED_CONTACT: readonly WholeFrame[] = [
  {
    kind: 'dislikes',
    pattern:
      /\b(?:don't|do not|dont|never|not to|stop)(?: ever| please)? (?:call|ring|phone|contact|text|email|be calling|be ringing|calling|ringing|phoning|texting|disturb|bother|wake)(?:ing)? (?:me |us |my |the |my mobile |the house )?((?:at work|at home|before|after|during|on (?:the|my) (?:landline|home phone|house phone|work (?:phone|number))|on (?:[a-z]+days|weekends)|in (?:the )?(?:mornings?|evenings?|afternoons?)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day(?=$|[,.])|at (?:the|my) (?:store|shop|office|school|job|factory|surgery|hospital|depot|workplace)|landline|house phone|home phone|work (?:number|phone|mobile)|at (?:night|the weekend|weekends|the office)|late)(?: [a-z0-9':]+){0,4})/g,
    read: (match, sentence) => {
      if (/\b(?:i|we|they|you|he|she|did|why)(?:'ll)? (?:[a-z]+ )?$/.test(sentence.slice(0, match.index)))
        return undefined;
      const when = cutAtNew(match[1] ?? '');
      return /\b(?:today|tomorrow|tonight|you|they|he|she|it)\b|\b(?:before|after|during|on|at|in)$/.test(when)
        ? undefined
        : `${/\b(?:text|email)/.exec(match[0])?.[0] ?? 'call'}s ${when.replace(/^(?=landline|house|home|work)/, 'to the ')}`;
    },
  },
  {
    kind: 'dislikes',
    pattern:
      /\bno (?:phone )?((?:calls?|texts?|visits|viewings|deliveries|emails|visitors|appointments|knocking|callers|sales calls|cold calls|marketing(?: calls| emails)?)(?: please)?(?: (?:before|after|on|at|during|in)(?: [a-z0-9':]+){1,4}| please| ever|$))/g,
    read: (match, sentence) => {
      if (
        /\b(?:there(?:'s| is| are| were| was)|had|got|have|get|received|with|seen|heard|been|has|is|are|says?) $/.test(
          sentence.slice(0, match.index),
        )
      )
        return undefined;
      const what = cutAtNew(match[1] ?? '')
        .replace(/ (?:please|ever)$/, '')
        .replace(/ please /, ' ');
      return isLasting(what) && /\b(?:before|after|during|on|at|in|sales|cold|marketing)\b/.test(what)
        ? what
        : undefined;
    },
  },
  {
    kind: 'dislikes',
    pattern:
      /\b(?:and |but |just |please |so )*never ((?:before|after|on) (?:[a-z0-9':]+)(?: (?:o'clock|thirty|fifteen|a ?m|p ?m|a\.m|p\.m|in the (?:morning|evening|afternoon)|at night))?)/g,
    read: (match) => {
      const when = (match[1] ?? '').replace(/ (?:please|thanks)$/, '');
      return /\b(?:before|after) (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midday|lunch|dark|school|work|half|quarter)|\bon (?:an? )?[a-z]+days?\b/.test(
        when,
      )
        ? `times ${when}`
        : undefined;
    },
  },
  {
    kind: 'dislikes',
    pattern:
      /(?:^|[,;.] ?|\b(?:and|please|but|so|um|just|okay|ok) )no (?:more )?(texts|text messages|phone calls|calls|emails|e-mails|voice ?mails?|letters|leaflets|marketing|spam|cold calls|sales calls|visitors|small talk)(?=[,.!]|$| please| thanks| from you| i\b| i've| just| thank)/g,
    read: (match) => match[1],
  },
  {
    kind: 'dislikes',
    pattern:
      /\b(?:don't|do not|dont|never) (?:be )?(?:leave|leaving|send|sending) (?:me |us )?(?:any |a |no |anymore |more |me )*(voice ?mails?|texts|text messages|leaflets|letters|paper|brochures|marketing|messages on the machine)\b/g,
    read: (match, sentence) =>
      /\b(?:i|we|they|you|why) $/.test(sentence.slice(0, match.index)) ? undefined : match[1],
  },
  {
    kind: 'dislikes',
    pattern:
      /\b(?:i|we) (?:don't|do not|dont|never|hardly ever|rarely) (?:really |ever |usually |actually )*(?:listen to|check|read|look at|open|use) (?:my |the |any |them )?(voice ?mails?|texts|text messages|letters|post)\b/g,
    read: (match) => match[1],
  },
  {
    kind: 'dislikes',
    pattern:
      /\b(?:don't|do not|dont|never) (?:ever )?(?:use|ring|call|try) (?:me on )?(?:my|the) (mobile|cell|cell phone|landline|house phone|home phone|work (?:phone|number))(?=[,.]|$| (?:i'm|im|i|because|cos|as|it's|please|ever)\b)/g,
    read: (match) => `calls on the ${match[1]}`,
  },
];

/** A clause's words up to where another begins. */
function cutAtNew(words: string): string {
  return words
    .replace(
      / (?:ever|any ?more|at all|so|but|its|it's|that|because|cause|cos|since|if|as|please|thanks|thank|ok|okay|is|are|can|could|i|i'm|i'll|we|you|he|she|it|and|just|that|which|when|or|then|text|email|call|ring|use|try|my)\b.*$/,
      '',
    )
    .trim();
}
