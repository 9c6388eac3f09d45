import { z } from 'zod';
import { PolicyError } from '../assistants/policy/policy-problem.js';
import type { PolicySet } from '../assistants/policy/read-policies.js';
import { textProblem } from '../store/storable.js';
import { refuseProblems } from './body-problem.js';
import { errorItem } from './error-item.js';
import { RequestError } from './request-error.js';

/** The body of what applies or tries a policy file. */
export const PolicySourceBody = z.object({
  source: z.string().describe('The text of `ringback.yaml`; JSON is YAML, too.'),
  file_name: z.string().max(255).optional().describe('How the file is called in errors (ringback.yaml).'),
});

/**
 * Reads and checks a policy file. A RequestError (422) with every problem: its line and column are in `meta`, and so is the text
 * that a terminal shows (`shown`), with a caret.
 */
export async function readPolicySource({ source, file_name }: z.output<typeof PolicySourceBody>): Promise<PolicySet> {
  const problem = textProblem(source);
  if (problem !== undefined) refuseProblems([{ pointer: '/source', detail: `"source" ${problem}` }]);
  const { readPolicies } = await import('../assistants/policy/read-policies.js');
  try {
    return readPolicies(source, file_name);
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    const items = error.problems.map(({ message, hint, line, column }) => {
      const item = errorItem('unprocessable', message, { pointer: '/source' });
      return { ...item, meta: { ...item.meta, line, column, ...(hint === undefined ? {} : { hint }) } };
    });
    const [first, ...rest] = items;
    const shown = first === undefined ? [] : [{ ...first, meta: { ...first.meta, shown: error.message } }];
    throw new RequestError(422, [...shown, ...rest]);
  }
}
