/** What is wrong with a URL that results are to be sent to, as the end of a sentence; undefined for a good one, and for none (`''`). */
export function webhookProblem(text: string): string | undefined {
  if (text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && (url.protocol === 'https:' || url.protocol === 'http:')) {
    return text.length > URL_CHARACTERS_MAX
      ? `has ${text.length} characters; ${URL_CHARACTERS_MAX} are allowed.`
      : undefined;
  }
  return 'has to be an http or https URL, or empty.';
}

const URL_CHARACTERS_MAX = 2048;
