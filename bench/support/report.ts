import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import Table from 'cli-table3';

/** What a benchmark found, ready to be shown and kept. */
export interface Report {
  /** Names the file in `bench/results`. */
  readonly name: string;
  /** One sentence: what was measured, and how. */
  readonly title: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly tables: readonly ReportTable[];
  readonly targets: readonly Target[];
  /** Absent where no database took part. */
  readonly postgresVersion?: string;
}

export interface ReportTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Numbers are rounded by the benchmark; `null`: not measured. */
export type Cell = string | number | boolean | null;

/** What the figures must be, and whether they are. */
export interface Target {
  readonly what: string;
  readonly found: number | string;
  readonly met: boolean;
}

/** `.bench-build/support/…` or `bench/support/…`: the project is two folders up, either way. */
const RESULTS = new URL('../../bench/results/', import.meta.url);

export function printReport({ title, tables, targets }: Report): void {
  console.log(`\n${title}`);
  for (const table of tables) console.log(`\n${table.title}\n${drawTable(table)}`);
  for (const { what, found, met } of targets) console.log(`${met ? 'met   ' : 'MISSED'} ${what}: ${found}`);
}

/**
 * Keeps a report as JSON, with what has to be known of the machine. A run that is not the full one goes into a file that is not
 * committed.
 *
 * @returns the file's path
 */
export async function writeReport(report: Report, kind: 'full' | 'partial'): Promise<string> {
  const file = new URL(`${report.name}${kind === 'full' ? '' : '.tmp'}.json`, RESULTS);
  const { tables, postgresVersion, ...rest } = report;
  const kept = {
    ...rest,
    at: new Date().toISOString(),
    machine: {
      cpu: cpus()[0]?.model ?? 'unknown',
      cores: cpus().length,
      memory_gb: Math.round(totalmem() / 2 ** 30),
      platform: `${process.platform}-${process.arch}`,
      node: process.version,
      ...(postgresVersion === undefined ? {} : { postgres: postgresVersion }),
    },
    tables: tables.map(({ title, columns, rows }) => ({
      title,
      rows: rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]]))),
    })),
  };
  await mkdir(RESULTS, { recursive: true });
  await writeFile(file, `${JSON.stringify(kept, null, 2)}\n`);
  return fileURLToPath(file);
}

function drawTable({ columns, rows }: ReportTable): string {
  const isNumeric = columns.map((_, index) => rows.every((row) => typeof row[index] !== 'string'));
  const table = new Table({
    head: [...columns],
    colAligns: isNumeric.map((numeric) => (numeric ? 'right' : 'left')),
    style: { head: [], border: [], compact: true },
  });
  for (const row of rows) table.push(row.map((cell) => (cell === null ? '' : `${cell}`)));
  return table.toString();
}
