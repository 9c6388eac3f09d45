import { check, lint, parsePrepared, print, showProblem } from '../../query/index.js';

/**
 * Says what is valid in a query and yet likely wrong. Reads prepared queries too, so a policy's text can be linted as it is.
 * The exit code is 1 when there are warnings.
 */
export function lintCommand(text: string): void {
  const query = parsePrepared(text);
  if (!text.includes('{{')) check(query, text);
  const warnings = lint(query);
  console.log(`canonical: ${print(query)}`);
  for (const warning of warnings) console.log(`\n${showProblem(text, warning)}`);
  if (warnings.length === 0) console.log('No warnings.');
  else process.exitCode = 1;
}
