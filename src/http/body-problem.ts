import type { z } from 'zod';
import { jsonPointer } from '../store/json-pointer.js';
import { type ErrorItem, errorItem } from './error-item.js';
import { unprocessable } from './request-error.js';

/** A problem of a body, with the place as a JSON pointer: `/metadata/customer`. */
export interface BodyProblem {
  readonly pointer: string;
  readonly detail: string;
}

/** The value of a body as its schema has it; a RequestError (422) that points at every culprit otherwise. */
export function readBodyAs<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  throw unprocessable(read.error.issues.flatMap((issue) => issueItems(issue, body)));
}

/** Throws a RequestError (422) when there are problems. */
export function refuseProblems(problems: readonly BodyProblem[]): void {
  if (problems.length === 0) return;
  throw unprocessable(problems.map(({ pointer, detail }) => errorItem('unprocessable', detail, { pointer })));
}

/** One for most issues, and one for each field that nobody knows. */
function issueItems(issue: z.core.$ZodIssue, body: unknown): readonly ErrorItem[] {
  if (issue.code !== 'unrecognized_keys') return [issueItem(issue, body)];
  return issue.keys.map((key) => {
    const path = [...issue.path, key];
    const detail = `"${path.map(String).join('.')}" is no field of this body.`;
    return errorItem('unprocessable', detail, { pointer: jsonPointer(path) });
  });
}

function issueItem(issue: z.core.$ZodIssue, body: unknown): ErrorItem {
  const pointer = jsonPointer(issue.path);
  const source = { pointer };
  if (valueAt(body, issue.path) === undefined) {
    return errorItem('missingParameter', `${nameOf(issue)} is missing.`, source);
  }
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map((value) => JSON.stringify(value)).join(', ');
    return errorItem('invalidEnum', `${nameOf(issue)} has to be one of ${allowed}.`, source);
  }
  return errorItem('unprocessable', `${nameOf(issue)} ${wanted(issue)}`, source);
}

function nameOf(issue: z.core.$ZodIssue): string {
  return issue.path.length === 0 ? 'The body' : `"${issue.path.map(String).join('.')}"`;
}

/** Our schemas say in their own words what they want; for a plain type of which they say nothing zod knows only its name. */
function wanted(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_type' || !issue.message.startsWith('Invalid input')) {
    return `${issue.message.replace(/\.$/, '')}.`;
  }
  const article = /^[aeio]/.test(issue.expected) ? 'an' : 'a';
  return `has to be ${article} ${issue.expected}.`;
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  let value = body;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}
