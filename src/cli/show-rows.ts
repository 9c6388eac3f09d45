import Table from 'cli-table3';

const CELL_CHARACTERS_MAX = 60;

/**
 * Rows as a table for a terminal of `columns` characters, with their number (of conversations, or of another `noun`). Objects are shown as JSON, long texts are cut with an
 * ellipsis (`--json` shows everything), control characters cannot reach the terminal.
 */
export function showRows(
  rows: readonly Readonly<Record<string, unknown>>[],
  columns: number,
  noun = 'conversation',
): string {
  const [first] = rows;
  if (first === undefined) return `No ${noun} matches.`;
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) => names.map((name) => showValue(row[name])));
  const widths = widthsFor(
    names.map((name, index) => Math.max(name.length, ...cells.map((line) => line[index]!.length))),
    columns,
  );
  const table = new Table({ head: names, style: { head: [], border: [], compact: true } });
  for (const line of cells) table.push(line.map((text, index) => cut(text, widths[index]!)));
  const count = rows.length === 1 ? `1 ${noun}` : `${rows.length} ${noun}${noun.endsWith('x') ? 'es' : 's'}`;
  return `${table.toString()}\n${count}`;
}

function showValue(value: unknown): string {
  if (value === undefined || value === null) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '\uFFFD');
}

/** The widest columns give way until the table fits, each keeping enough to be read. */
function widthsFor(wanted: readonly number[], columns: number): readonly number[] {
  const widths = wanted.map((width) => Math.min(width, CELL_CHARACTERS_MAX));
  const frame = 3 * widths.length + 1;
  for (let excess = widths.reduce((sum, width) => sum + width, frame) - columns; excess > 0; excess--) {
    const widest = widths.indexOf(Math.max(...widths));
    if (widths[widest]! <= 12) break;
    widths[widest]! -= 1;
  }
  return widths;
}

const cut = (text: string, width: number) => (text.length > width ? `${text.slice(0, width - 1)}…` : text);
