type Identities = readonly { readonly kind: string; readonly value: string }[];

/**
 * The caller `root` who is asked about, and with those that were merged into it `down`: by the columns `"callerId"` and `identities` (JSON)
 * of a row `asked`. By identities the first one that somebody owns counts; they are looked up one by one, too. `$1` is the workspace.
 */
export const ASKED_CALLER = `
  WITH RECURSIVE wanted AS (
    SELECT own.id
    FROM ROWS FROM (jsonb_to_recordset(asked.identities::jsonb) AS (kind text, value text)) WITH ORDINALITY AS w(kind, value, n)
    CROSS JOIN LATERAL (
      SELECT caller_id AS id FROM caller_identities
      WHERE workspace_id = $1 AND kind = w.kind AND value = w.value COLLATE "C" OFFSET 0
    ) AS own
    ORDER BY w.n LIMIT 1
  ), up AS (
    SELECT c.id, c.merged_into FROM callers c
    WHERE c.workspace_id = $1 AND c.id = COALESCE(asked."callerId", (SELECT id FROM wanted))
    UNION ALL
    SELECT c.id, c.merged_into FROM up JOIN callers c ON c.workspace_id = $1 AND c.id = up.merged_into
  ), root AS (SELECT id FROM up WHERE merged_into IS NULL), down AS (
    SELECT id FROM root
    UNION ALL
    SELECT c.id FROM down JOIN callers c ON c.workspace_id = $1 AND c.merged_into = down.id
  )
`;

/**
 * The rows of the callers `down`, looked up caller by caller: in one join the planner takes a few ids for a hundred, and reads all that
 * the workspace has where it has not counted the table yet. An OFFSET keeps it from joining.
 */
export function ofDown(table: string): string {
  return `down CROSS JOIN LATERAL (SELECT * FROM ${table} WHERE workspace_id = $1 AND caller_id = down.id OFFSET 0)`;
}

/**
 * Whether somebody who was found by a number has an external id, and another one than is asked for: two people with one telephone.
 * Nothing of the one is the other's, as when their calls are kept (see `linkCaller`).
 */
export function isAnothers(own: Identities, asked: Identities): boolean {
  const idsOf = (identities: Identities): readonly string[] =>
    identities.filter(({ kind }) => kind === 'external_id').map(({ value }) => value);
  const [ownIds, askedIds] = [idsOf(own), idsOf(asked)];
  return askedIds.length > 0 && ownIds.length > 0 && !askedIds.some((id) => ownIds.includes(id));
}
