/** Short forms as transcribers write them without their sign, where the letters are no other word: "its", "ill", "well", "were" stay. */
const SHORT_FORMS =
  /\b(?:(that|there|what|where|who|here|it(?=s (?:fine|grand|okay|ok|good|perfect|great|too|a bit))|let|he|she)s|(do|does|did|is|are|was|has|have|had|could|would|should|ca|wo|need)nt|(i)m|(you|they)re|(i|you|we|they)ve|(that|it|there|they|you)ll|(you|they|that|it)d)\b/gi;
const ENDS = ["'s", "n't", "'m", "'re", "'ve", "'ll", "'d"];

/** A text with straight signs in its short forms, for patterns that know them so: "thats" is "that's". Places in it are not those of the text. */
export function withApostrophes(text: string): string {
  return text.replaceAll('’', "'").replace(SHORT_FORMS, (whole: string, ...words: (string | undefined)[]) => {
    const at = words.slice(0, ENDS.length).findIndex((word) => typeof word === 'string');
    return at < 0 ? whole : `${words[at]}${ENDS[at]}`;
  });
}
