import { isLasting, LASTING_MARK } from './lasting.js';

/** A way to say how, or when, one wants to be reached or served; the whole wish is in the match. */
export interface WholeFrame {
  readonly kind: 'prefers' | 'dislikes';
  readonly pattern: RegExp;
  /** @param sentence plain text of the whole sentence */
  read(match: RegExpExecArray, sentence: string): string | undefined;
}

/** A way of reaching somebody, as one or the other: "text", "ringing", "e-mails". */
const WAY =
  '(?:phone calls?|voice ?mails?|text messages?|texts?|texted|texting|e-?mails?|e-?mailed|e-?mailing|calls?|called|calling|rings?|rang|rung|ringing|phones?|phoned|phoning|messages?|messaged|messaging|whatsapps?|sms|letters?|post|the post|the phone|a call|a text|an e-?mail|a message|a phone call|a ring|the app|paper|paperless|on the phone|over the phone|by phone)';

const RATHER =
  "(?:(?:mind,? )?(?:and )?(?:rather than|instead of|not)(?: to)?|over|than|don't|do not|dont|never|please don't|and don't|as opposed to)";

/** The way as a thing: "texted" is about `texts`. */
export function wayOf(said: string): string {
  const word = said.replace(/^(?:by|via|through|on|over|the|a|an) /g, '').replace(/-/g, '');
  if (/^(?:text|sms)/.test(word)) return 'texts';
  if (/^email/.test(word)) return 'emails';
  if (/^phon/.test(word)) return 'phone calls';
  if (/^(?:call|ring|rang|rung)/.test(word)) return 'calls';
  if (/^message/.test(word)) return 'messages';
  if (/^whatsapp/.test(word)) return 'WhatsApp';
  if (/^voice/.test(word)) return 'voicemails';
  if (/^(?:letter|post)/.test(word)) return 'letters';
  return word;
}

function overOther(way: string, other: string | undefined): string | undefined {
  if (other === undefined) return wayOf(way);
  const [first, second] = [wayOf(way), wayOf(other)];
  return first === second ? undefined : `${first} rather than ${second}`;
}

const ME = '(?: (?:me|us))?(?: (?:first|please|back))?,?';
const BETTER = '(?:best|better|easier|easiest|preferable|preferred|simplest|simpler|handier|handiest|quickest|ideal)';
const MUCH =
  '(?:(?:always|usually|generally|normally|much|way|far|a lot|probably|definitely|really|honestly|just|often|a bit|the) )*';

/** Not what is done this once: "call me back", "email me the quote". */
const THIS_ONCE =
  /^(?: (?:me|us))? (?:back|the |a copy|it|that|over|through|when you|once|today|tomorrow|later|in (?:a|an|ten|five|half)|with the|confirmation|as soon)/;

export const CONTACT_FRAMES: readonly WholeFrame[] = [
  {
    kind: 'prefers',
    pattern: new RegExp(
      `(?:^|[,.;] ?|\\b(?:and|so|but|please) )(${WAY}) only(?=$|[,.]| (?:please|for|with|because|cos|i)\\b)`,
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
      `\\b(?:by |via |over )?(${WAY})(?: is| are|'s|'re| works?| would be| suits me) ${MUCH}${BETTER}(?: for me| for us| to reach me)?(?: than (?:a |the |an )?(${WAY}))?\\b`,
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
    pattern: new RegExp(
      `\\b(?:just |please |always |can you |could you |only )+(?:always |only |just |please )*(${WAY})(?: me| us)?\\b`,
      'g',
    ),
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
    kind: 'dislikes',
    pattern:
      /\b(?:don't|do not|dont|never|not to|stop)(?: ever| please)? (?:call|ring|phone|contact|text|email|be calling|be ringing|calling|ringing|phoning|texting)(?:ing)? (?:me |us |my |the |my mobile |the house )?((?:at work|at home|before|after|during|on (?:the|my) (?:landline|home phone|house phone|work (?:phone|number))|on (?:[a-z]+days|weekends)|in (?:the )?(?:mornings?|evenings?|afternoons?)|landline|house phone|home phone|work (?:number|phone|mobile)|at (?:night|the weekend|weekends|the office)|late)(?: [a-z0-9':]+){0,4})/g,
    read: (match, sentence) => {
      if (/\b(?:i|we|they|you|he|she|did|why)(?:'ll)? (?:[a-z]+ )?$/.test(sentence.slice(0, match.index)))
        return undefined;
      const when = cutAtNew(match[1] ?? '');
      return /\b(?:today|tomorrow|tonight|you|they|he|she|it)\b/.test(when)
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
      / (?:so|but|because|cause|cos|since|if|as|please|thanks|thank|ok|okay|is|are|can|could|i|i'm|i'll|we|you|he|she|it|and|just|that|which|when|or|then|text|email|call|ring|use|try|my)\b.*$/,
      '',
    )
    .trim();
}
