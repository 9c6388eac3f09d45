import { z } from 'zod';
import type { CheckedFilter } from '../query/checked-query.js';
import { QueryError } from '../query/index.js';
import type { AggregateField, AggregateQuery } from '../store/aggregate-conversation-insights.js';
import { textProblem } from '../store/storable.js';
import { readUuid } from '../uuid.js';
import { conditionsOf, metadataPath, type Parameter, windowOf } from './aggregate-conditions.js';
import { type ErrorItem, errorItem } from './error-item.js';
import { queryErrorItems } from './query-error-items.js';
import { unprocessable } from './request-error.js';

/** For the Operation. */
export const AggregateQueryParameters = z.object({
  group_by: z
    .string()
    .optional()
    .describe(
      "Fields to count by, separated by commas or as several parameters: a key of the results (`score`), `metadata.` and a key of the conversation's metadata (`metadata.assistant_id`), or `insight_id`. Ten at most, those of `show` included.",
    ),
  show: z
    .string()
    .optional()
    .describe(
      'More fields to have in each row, written as in `group_by`: they are part of the combination that is counted.',
    ),
  insight_id: z.string().optional().describe('Results of this insight alone.'),
  created_at: z
    .string()
    .optional()
    .describe(
      'When the run was decided on: `gte.2025-01-01T00:00:00Z`. For a window, two conditions, separated by a comma or as two parameters.',
    ),
  'metadata.assistant_id': z
    .string()
    .optional()
    .describe(
      "A condition on the conversation's metadata, as in List Conversations: `eq.assistant-1`. Any key, also written `metadata[assistant_id]` or `metadata->assistant_id`.",
    ),
});

const FIELDS_MAX = 10;
const FIELD_CHARACTERS_MAX = 512;
const CONDITIONS_MAX = 20;

/**
 * Reads what aggregates are asked for. Conditions are those of the query language; `group_by` and `show` together make the combination
 * that is counted, so that each row has every value that its count is of.
 *
 * @throws RequestError 422 with every problem, at most 10
 */
export function readAggregateQuery(queryString: string): AggregateQuery {
  const problems: ErrorItem[] = [];
  const fields = new Map<string, AggregateField>();
  const createdAt: CheckedFilter[] = [];
  const metadata: CheckedFilter[] = [];
  const insightIds = new Set<string>();

  for (const parameter of parametersOf(queryString)) {
    const { name, value } = parameter;
    const path = metadataPath(name);
    try {
      if (name === 'group_by' || name === 'show') {
        for (const field of fieldsOf(name, value, problems)) fields.set(field.name, field);
      } else if (name === 'insight_id') {
        insightIds.add(readInsightId(value, problems));
      } else if (name === 'created_at') {
        createdAt.push(...windowOf(parameter, queryString));
      } else if (path !== undefined) {
        metadata.push(...conditionsOf('metadata->key', path, parameter, queryString));
      } else {
        problems.push(unknownParameter(name));
      }
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      problems.push(...queryErrorItems(error, name));
    }
  }
  if (fields.size > FIELDS_MAX) {
    const detail = `"group_by" and "show" name ${fields.size} fields; ${FIELDS_MAX} are allowed.`;
    problems.push(errorItem('outOfRange', detail, { parameter: 'group_by' }));
  }
  if (insightIds.size > 1) {
    problems.push(errorItem('unprocessable', '"insight_id" takes one id.', { parameter: 'insight_id' }));
  }
  if (createdAt.length + metadata.length > CONDITIONS_MAX) {
    const detail = `There are ${createdAt.length + metadata.length} conditions; ${CONDITIONS_MAX} are allowed.`;
    problems.push(errorItem('outOfRange', detail));
  }
  if (problems.length > 0) throw unprocessable(problems);
  const [insightId] = insightIds;
  return { fields: [...fields.values()], ...(insightId === undefined ? {} : { insightId }), createdAt, metadata };
}

/** The pairs of a query string, with names and values decoded as those of a form. */
function parametersOf(queryString: string): readonly Parameter[] {
  const parameters: Parameter[] = [];
  let start = 0;
  for (const pair of queryString.split('&')) {
    const [decoded] = new URLSearchParams(pair);
    const equals = pair.indexOf('=');
    const valueStart = equals === -1 ? pair.length : equals + 1;
    if (decoded !== undefined) {
      const [name, value] = decoded;
      parameters.push({ name, value, raw: pair.slice(valueStart), start: start + valueStart });
    }
    start += pair.length + 1;
  }
  return parameters;
}

function fieldsOf(parameter: string, value: string, problems: ErrorItem[]): readonly AggregateField[] {
  const fields: AggregateField[] = [];
  for (const name of value.split(',').map((part) => part.trim())) {
    // Every row has it.
    if (name === '' || (parameter === 'show' && name === 'record_count')) continue;
    const detail = fieldProblem(name);
    if (detail !== undefined) {
      problems.push(errorItem('unprocessable', `"${parameter}" ${detail}`, { parameter }));
    } else if (name === 'insight_id') {
      fields.push({ name, source: 'insight_id' });
    } else if (name.startsWith('metadata.')) {
      fields.push({ name, source: 'metadata', key: name.slice('metadata.'.length) });
    } else {
      fields.push({ name, source: 'result', key: name });
    }
  }
  return fields;
}

function fieldProblem(name: string): string | undefined {
  if (name.length > FIELD_CHARACTERS_MAX) {
    return `has a field of ${name.length} characters; ${FIELD_CHARACTERS_MAX} are allowed.`;
  }
  const problem = textProblem(name);
  if (problem !== undefined) return `has a field that ${problem}`;
  if (name === 'record_count') return 'has the field "record_count", which is the count itself.';
  if (name === 'metadata' || name === 'metadata.') {
    return `has the field "${name}": write "metadata." and a key, such as "metadata.assistant_id".`;
  }
  return undefined;
}

/** Results of other platforms may be of insights whose id is no UUID. `eq.` is what the parameters beside it have. */
function readInsightId(value: string, problems: ErrorItem[]): string {
  const id = value.replace(/^eq\./, '');
  const detail = id === '' ? 'is empty.' : textProblem(id);
  if (detail !== undefined) {
    problems.push(errorItem('unprocessable', `"insight_id" ${detail}`, { parameter: 'insight_id' }));
  }
  return readUuid(id) ?? id;
}

/** A condition that is not read would count more than was asked for. */
function unknownParameter(name: string): ErrorItem {
  const detail = `${JSON.stringify(name.slice(0, 100))} is no parameter of the aggregates: they take "group_by", "show", "insight_id", "created_at" and "metadata.<key>".`;
  return errorItem('unprocessable', detail, { parameter: name.slice(0, 100) });
}
