import { type Context, type Emitter, Output, type Template, toValue } from 'liquidjs';

/** An output of a template with what it was made of, as far as it is needed here. */
type RenderedOutput = Pick<Output, 'value' | 'token' | 'render'>;

/**
 * Lets `{{ full_name }}` stay as it is written where there is no such variable, as Telnyx's assistants do, at any depth of tags. An
 * output with the filter `default` has something else to say. Filters and tags work as they always do.
 *
 * @param templates what Liquid parsed; changed in place
 * @param rawOf the text between two places of the template
 */
export function keepUnset(templates: readonly Template[], rawOf: (start: number, end: number) => string): void {
  for (const template of templates) {
    if (template instanceof Output) keep(template, rawOf(template.token.begin, template.token.end));
    for (const child of childrenOf(template)) keepUnset([child], rawOf);
  }
}

function keep(output: RenderedOutput, raw: string): void {
  const { initial, filters } = output.value;
  if (filters.some(({ name }) => name === 'default')) return;
  output.render = function* (context: Context, emitter: Emitter): IterableIterator<unknown> {
    const start = yield initial.evaluate(context, true);
    const isUnset = start === undefined || start === null;
    const value = isUnset ? raw : yield toValue(yield output.value.value(context, false));
    emitter.write(value as string);
  };
}

/** Of a tag: what stands in it. A generator that asks for nothing where partials are not followed. */
function childrenOf(template: Template): readonly Template[] {
  const generator = template.children?.(false, true);
  if (generator === undefined) return [];
  let step = generator.next();
  while (step.done !== true) step = generator.next(step.value as never);
  return step.value;
}
