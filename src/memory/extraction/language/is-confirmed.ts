import { readAnswer } from './assent.js';

/** A yes in other words: "you betcha", "that one, yes", "email is right", "nothing's changed", "that's me yeah". */
const IN_OTHER_WORDS =
  /^\W*(?:(?:oh|ah|aye|well|yes|yeah|haha?)[\s,]+)*(?:you bet(?:cha)?|you are(?=\W*$)|that'?ll be (?:it|right)|that'?s (?:us|me)|(?:that|same) (?:one|place|address|house|e-?mail)(?=[\s,]*(?:$|[.!?]|yes\b|yeah\b|still\b))|nothing'?s changed|(?:it |that )?(?:hasn'?t|has not) changed|(?:the |my )?(?:e-?mail|address|house|number)(?: address)?(?:'?s| is) (?:still )?(?:right|correct|fine|good|the same))\b(?!\s+(?:but|except|not))/i;

/** Whether an answer agrees with what was read out to the caller: a yes, or what stands for one. */
export const isConfirmed = (text: string): boolean =>
  readAnswer(text).kind === 'yes' || IN_OTHER_WORDS.test(text.replaceAll('’', "'"));
