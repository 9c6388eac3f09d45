import { textProblem } from '../../../store/storable.js';
import type { BodyProblem } from '../../body-problem.js';

/** What the database would refuse of a fact's texts in a body. */
export function factTextProblems(body: {
  readonly text?: string | undefined;
  readonly value?: string | undefined;
}): readonly BodyProblem[] {
  return (['text', 'value'] as const).flatMap((field) => {
    const detail = textProblem(body[field] ?? '');
    return detail === undefined ? [] : [{ pointer: `/${field}`, detail: `"${field}" ${detail}` }];
  });
}
