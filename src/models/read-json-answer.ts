/**
 * The JSON value in a model's answer: the whole answer, or what stands in its code fence, or from its first bracket to its last. Models
 * that are told to answer in JSON alone do the latter two all the same.
 *
 * @returns undefined where there is none
 */
export function readJsonAnswer(answer: string): { readonly value: unknown } | undefined {
  const fenced = /```(?:json)?[^\S\n]*\n([\s\S]*?)```/i.exec(answer)?.[1];
  const first = answer.search(/[{[]/);
  const last = Math.max(answer.lastIndexOf('}'), answer.lastIndexOf(']'));
  const bracketed = first >= 0 && last > first ? answer.slice(first, last + 1) : undefined;
  for (const text of [answer, fenced, bracketed]) {
    if (text === undefined) continue;
    try {
      return { value: JSON.parse(text) };
    } catch {
      // The next reading of it may be one.
    }
  }
  return undefined;
}
