const DOUBLED = /^(?:sit|get|put|run|swim|stop|plan|shop|chat|cut|set|let|step|win|dip|nap|jog|grab|fit|pop)$/;

/** The doing of a verb: `sit` is `sitting`, `be` is `being`, `come` is `coming`. */
export function gerundOf(verb: string): string {
  if (DOUBLED.test(verb)) return `${verb}${verb.at(-1)}ing`;
  if (verb.endsWith('ie')) return `${verb.slice(0, -2)}ying`;
  return /[^eo]e$/.test(verb) && verb !== 'be' ? `${verb.slice(0, -1)}ing` : `${verb}ing`;
}
