import { scopeName, TemplateError } from '../templates/template.js';
import { createTemplateEngine, type TemplateEngine } from '../templates/template-engine.js';
import { systemValueNamed } from './system-value-named.js';

/** Of instructions or a greeting with tags in it; longer ones stay as they are. */
const CHARACTERS_MAX = 200_000;

/** Renders what an assistant says and is told. It keeps nothing, so one serves all assistants. */
export function createTextEngine(): TemplateEngine {
  return createTemplateEngine({ missing: 'kept', charactersMax: CHARACTERS_MAX });
}

/**
 * Instructions or a greeting with the values of their variables. A variable that is not set stays as it is written, `{{ full_name }}`,
 * and so does a whole text that is no good template: a conversation begins all the same. Values are not rendered again.
 */
export function renderText(
  engine: TemplateEngine,
  text: string,
  variables: Readonly<Record<string, unknown>>,
  now: Date,
): string {
  try {
    const template = engine.parse(text);
    const times = template.variables.flatMap(({ name }) => {
      const value = systemValueNamed(name, now);
      return value === undefined ? [] : [[scopeName(name), value] as const];
    });
    return template.render({ ...variables, ...Object.fromEntries(times) });
  } catch (error) {
    if (error instanceof TemplateError) return text;
    throw error;
  }
}
