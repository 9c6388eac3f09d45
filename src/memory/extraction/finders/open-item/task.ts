const WORDS_MAX = 12;
/** "Send it to me g pritchard at …": an address follows, which is no part of what is sent. */
const TO_ME_AND_MORE =
  / to (?:me|us)(?! (?:by|on|in|at|for|with|from|via|and|before|after|as|this|too|instead|please)\b)(?= \S).*$/i;

/**
 * What is to be done, in few words: "send you the quote by Friday" is `send the quote`.
 *
 * @param times where in the words days and times are
 */
export function taskOf(words: string, times: readonly { readonly start: number; readonly end: number }[]): string {
  let plain = words.replaceAll('’', "'");
  for (const { start, end } of [...times].reverse()) {
    const before = plain
      .slice(0, Math.max(start, 0))
      .replace(
        /(?<!\bpass (?:it|that|this|them)(?= on))\s(?:by|on|at|before|around|about|after|for|until|from|in|later|sometime|first thing|end of|the end of|close of business|over|the)*\s*$/i,
        ' ',
      );
    plain = `${before} ${plain.slice(Math.max(end, 0))}`;
  }
  return plain
    .replace(TO_ME_AND_MORE, ' to me')
    .replace(
      /\b(?:um+|uh+|er+m?|like|just|actually|also|please|definitely|(?<!\b(?:my|our|your|the|a|his|her|their) )(?:sir|madam|ma'am|love|mate|dear|darling))\b/gi,
      ' ',
    )
    .replace(/\bsending\b/gi, 'send')
    .replace(/^(call|ring)ing\b/gi, '$1')
    .replace(/^phoning\b/gi, 'phone')
    .replace(/\b(e-?mail|mail|post|text)ing\b/gi, '$1')
    .replace(/\bgive (?:you|ya|ye|me|us|y'all) (?:a )?(?:quick )?(call|ring|bell|buzz|shout|tinkle)\b/gi, 'give a $1')
    .replace(
      /\b(?:over |out |back |across )?to (?:you (?:people|guys|lot|folks|all)|you|ya|ye|me|us|y'all)\b/gi,
      (said) => (/^back/i.test(said) ? 'back' : ''),
    )
    .replace(/\bfor (?:you|me|us)\b/gi, '')
    .replace(
      /\b(send|e-?mail|mail|post|text|message|call|ring|phone|drop|give|get|let|remind|forward|tell|show|bring|whatsapp)( it)? (?:you (?:guys|lot|folks|people)|you|ya|ye|me|us|y'all)\b(?! know)/gi,
      '$1$2',
    )
    .replace(
      /\b(?:the )?(?:day|night|evening|morning|afternoon)? (?:before|after) (?:(?:your|the|his|her) (?:stay|appointment|visit|party|event|viewing)|this call)\b/gi,
      '',
    )
    .replace(
      /\bon (?:that|this) (?:number|one)\b|\bon the day$|\b(?:on )?(?:the )?(?:day |morning )?of (?:your|the|his|her) (?:arrival|visit|appointment|stay|party|wedding|move)\b|\b(?:by|before) then\b/gi,
      '',
    )
    .replace(/\b(?:your|my|our)\b/gi, 'the')
    .replace(/\bem\b/gi, 'them')
    .replace(
      /\b(?:the night|(?:in|within|inside of) an? (?:minute|moment|sec|second|tick|jiffy))\b(?! (?:before|after|of|shift|manager|desk|porter|staff|team|rate))/gi,
      '',
    )
    .replace(/\b(?:in|within|inside)(?: of)? (?:the next |the |an? |half an )+(?:half )?hour\b/gi, '')
    .replace(/\b(?:by|before) (?:the )?(?:end of (?:the )?(?:day|play|week)|close of (?:business|play))\b/gi, '')
    .replace(/[,;:.!?]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .split(' ')
    .slice(0, WORDS_MAX)
    .join(' ')
    .replace(
      /(?:\s(?:and|or|the|a|an|to|by|on|at|in|for|with|as|of|then|so|now|too|about|sorry|it you|thats|that's|and (?:get|give|see|have|send|let)|(?<=\b(?:tell|let|inform) .*)that))+$/i,
      '',
    )
    .trim()
    .replace(/\bpass (?:it|that|this|them|(?:the|a) message)$/i, '$& on');
}
