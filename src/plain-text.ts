/**
 * A caller's words as they may stand in a summary or in what is recalled of them, which later stand in a prompt: no control characters, no markup or tags, no
 * template braces, nothing that looks like the start of another speaker's turn.
 */
export function plainText(line: string): string {
  return line
    .replace(NO_CHARACTERS, '')
    .replace(CONTROLS, ' ')
    .replace(TAGS, ' ')
    .replace(SECRETS, '($1 left out)')
    .replace(ASIDES, ' ')
    .replace(MARKUP, ' ')
    .replace(RULES, ' ')
    .replace(ROLE_MARKERS, '$1,')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** A text on one line, as it was said but for what cannot be seen. */
export function plainLine(text: string): string {
  return text.replace(NO_CHARACTERS, '').replace(CONTROLS, ' ').replace(/\s+/gu, ' ').trim();
}

/** Halves of surrogate pairs, and characters that are not seen: they would hide the rest from the patterns below. */
const NO_CHARACTERS = /[\p{Surrogate}\p{Cf}\p{Co}\p{Variation_Selector}]/gu;
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** With their full-width and small forms. Bounded, so that a line of nothing but openers takes linear time. */
const TAGS = /[<＜﹤][^<>＜＞﹤﹥]{0,200}[>＞﹥]/gu;
/** What stands for something that is not kept: a hole would read as if a word were missing. */
const SECRETS = /\[(card number|security code|password|account number|national id)\]/gu;
/** `[laughs]`, `[INST]`. */
const ASIDES = /[[［][^[\]［］]{0,60}[\]］]/gu;
const MARKUP = /[<>＜＞﹤﹥{}｛｝﹛﹜[\]［］`*|\\]|#{2,}|^\s*#\s/gu;
/** Lines that separate: `---`, `===`. */
const RULES = /[-=_~]{3,}/gu;
/** Who speaks is said by the summary alone. */
const ROLE_MARKERS =
  /(?<![\p{L}\p{N}])(agent|ai|assistant|bot|caller|customer|developer|function|human|instructions?|model|system|tool|user)\s*[:：︓﹕]/giu;
