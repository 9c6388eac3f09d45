import type { Migration } from './migration.js';

/**
 * What the compiled queries ask of a metadata value. Each function is one expression, so that Postgres writes it into the statement
 * instead of calling it; none can fail, whatever the value holds.
 */
export const queryFunctions: Migration = {
  number: 2,
  name: 'query-functions',
  up: async (trx) => {
    for (const statement of STATEMENTS) await trx.raw(statement);
  },
};

/** conversation_query's number, without question marks, which Knex would take for bindings. */
const NUMBER = '^-{0,1}(0|[1-9][0-9]{0,29})([.][0-9]{1,30}){0,1}([eE][-+]{0,1}[0-9]{1,2}){0,1}$';

const STATEMENTS = [
  // An array's element: `->` would take a lone string or number for an array of one.
  `CREATE FUNCTION metadata_element(value jsonb, index integer) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN jsonb_typeof(value) = 'array' THEN value -> index END`,
  // The text of a string, a number or a boolean.
  `CREATE FUNCTION metadata_text(value jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN jsonb_typeof(value) IN ('string', 'number', 'boolean') THEN value #>> '{}' END`,
  // A number, or a string that is one. CASE sees to it that nothing else is cast.
  `CREATE FUNCTION metadata_number(value jsonb) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE jsonb_typeof(value)
    WHEN 'number' THEN value::numeric
    WHEN 'string' THEN CASE WHEN value #>> '{}' ~ '${NUMBER}' THEN (value #>> '{}')::numeric END
  END`,
  // Where a value stands in an order: numbers, other strings, booleans, the rest. JSON null has no place.
  `CREATE FUNCTION metadata_rank(value jsonb) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE jsonb_typeof(value)
    WHEN 'number' THEN 1
    WHEN 'string' THEN CASE WHEN metadata_number(value) IS NULL THEN 2 ELSE 1 END
    WHEN 'boolean' THEN 3
    WHEN 'array' THEN 4
    WHEN 'object' THEN 4
  END`,
];
