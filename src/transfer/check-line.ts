import type { z } from 'zod';
import { jsonProblems, metadataProblems, nameProblems, type StorableProblem, textProblem } from '../store/storable.js';
import {
  type CheckedConversation,
  type CheckedConversationInsight,
  type CheckedLine,
  type CheckedMessage,
  ConversationInsightLine,
  ConversationLine,
  ExportHeaderLine,
  MessageLine,
} from './transfer-line.js';
import { TransferProblem } from './transfer-problem.js';

const SCHEMAS = {
  ringback_export: ExportHeaderLine,
  conversation: ConversationLine,
  message: MessageLine,
  conversation_insight: ConversationInsightLine,
} as const;

const TYPES = ['"conversation"', '"message"', '"conversation_insight"'].join(', ');

/**
 * A line as it can be stored: its fields are of their types, and hold nothing that the API would refuse.
 *
 * @throws TransferProblem
 */
export function checkLine(value: unknown, lineNumber: number): CheckedLine {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TransferProblem(lineNumber, undefined, 'The line is no JSON object.');
  }
  const { type } = value as { type?: unknown };
  if (type === undefined) throw new TransferProblem(lineNumber, 'type', `"type" is missing: it is one of ${TYPES}.`);
  if (typeof type !== 'string' || !Object.hasOwn(SCHEMAS, type)) {
    throw new TransferProblem(lineNumber, 'type', `"type" has to be one of ${TYPES}.`);
  }
  const read = SCHEMAS[type as keyof typeof SCHEMAS].safeParse(value);
  if (!read.success) throw schemaProblem(read.error.issues[0] as z.core.$ZodIssue, value, lineNumber);
  const [problem] = storableProblems(read.data);
  if (problem === undefined) return read.data;
  const field = problem.pointer.slice(1).replaceAll('/', '.');
  throw new TransferProblem(lineNumber, field, problem.detail);
}

function schemaProblem(issue: z.core.$ZodIssue, line: object, lineNumber: number): TransferProblem {
  if (issue.code === 'unrecognized_keys') {
    const [key] = issue.keys;
    const field = [...issue.path.map(String), key].join('.');
    const detail = `${JSON.stringify(field)} is no field of such a line: leave it out, or put it into "metadata".`;
    return new TransferProblem(lineNumber, field, detail);
  }
  const field = issue.path.map(String).join('.');
  return new TransferProblem(lineNumber, field, `"${field}" ${wanted(issue, line)}.`);
}

function wanted(issue: z.core.$ZodIssue, line: object): string {
  const isMissing = issue.path.length === 1 && !Object.hasOwn(line, issue.path[0] as string);
  if (isMissing) return 'is missing';
  if (issue.code === 'invalid_value')
    return `has to be one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
  if (issue.code !== 'invalid_type') return issue.message.replace(/\.$/, '');
  return `has to be ${/^[aeio]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`;
}

function storableProblems(line: CheckedLine): readonly StorableProblem[] {
  switch (line.type) {
    case 'message':
      return messageProblems(line);
    case 'conversation':
      return conversationProblems(line);
    case 'conversation_insight':
      return insightProblems(line);
    default:
      return [];
  }
}

function conversationProblems({ name, metadata }: CheckedConversation): readonly StorableProblem[] {
  return [
    ...(typeof name === 'string' ? nameProblems(name) : []),
    ...(metadata === undefined || metadata === null ? [] : metadataProblems(metadata)),
  ];
}

const NONE: readonly StorableProblem[] = [];

function messageProblems(line: CheckedMessage): readonly StorableProblem[] {
  return firstOf(
    textProblems(line.text, 'text'),
    textProblems(line.name, 'name'),
    textProblems(line.tool_call_id, 'tool_call_id'),
    valueProblems(line.tool_calls, 'tool_calls'),
    valueProblems(line.tool_choice, 'tool_choice'),
    valueProblems(line.metadata, 'metadata'),
  );
}

function insightProblems(line: CheckedConversationInsight): readonly StorableProblem[] {
  return firstOf(
    textProblems(line.insight_group_id, 'insight_group_id'),
    textProblems(line.reason, 'reason'),
    ...(line.results ?? []).flatMap(({ insight_id, result, result_json }, index) => [
      textProblems(insight_id, `results/${index}/insight_id`),
      textProblems(result, `results/${index}/result`),
      valueProblems(result_json, `results/${index}/result_json`),
    ]),
  );
}

function textProblems(text: string | null | undefined, place: string): readonly StorableProblem[] {
  const detail = text === undefined || text === null ? undefined : textProblem(text);
  return detail === undefined ? NONE : [{ pointer: `/${place}`, detail: `"${place.replaceAll('/', '.')}" ${detail}` }];
}

function valueProblems(value: unknown, place: string): readonly StorableProblem[] {
  return value === undefined || value === null ? NONE : jsonProblems(value, `/${place}`);
}

function firstOf(...lists: readonly (readonly StorableProblem[])[]): readonly StorableProblem[] {
  return lists.find((list) => list.length > 0) ?? NONE;
}
