import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Table from 'cli-table3';

/** The long form, by hand: `RINGBACK_LONG_FAULTS=1 npm run test:faults`. */
export const IS_LONG = process.env.RINGBACK_LONG_FAULTS === '1';

/**
 * Where a run leaves what it counted, for `scripts/faults-page.js`. What the long form found, which takes half an hour, is kept with the
 * tests.
 */
const FOLDER = fileURLToPath(
  new URL(IS_LONG ? '../faults/long-form' : '../../node_modules/.cache/ringback-faults', import.meta.url),
);

/** What became of one kind of fault or attack. */
export interface FaultOutcome {
  /** `server killed (kill -9) during writes` */
  readonly injected: string;
  readonly tried: number;
  /** Of what was tried: came out as it should. */
  readonly survived: number;
  /** Acknowledged, and not there afterwards. */
  readonly lost: number;
  /** Left behind (connections, jobs, files), or seen by someone who must not. */
  readonly leaked: number;
  /** What else was counted, in a few words. */
  readonly note: string;
}

/** The rows of one test file: printed when it ends, and kept for the page. */
export interface FaultOutcomes {
  add(outcome: FaultOutcome): void;
  report(): void;
}

/** @param section file name of the rows, and their title: `storage` */
export function faultOutcomes(section: string, title: string): FaultOutcomes {
  const rows = new Map<string, FaultOutcome>();
  return {
    add(outcome) {
      // A test that is tried again counts once.
      rows.set(outcome.injected, outcome);
    },
    report() {
      const table = new Table({
        head: ['injected', 'tried', 'survived', 'lost', 'leaked', ''],
        colAligns: ['left', 'right', 'right', 'right', 'right', 'left'],
        style: { head: [], border: [], compact: true },
      });
      for (const { injected, tried, survived, lost, leaked, note } of rows.values()) {
        table.push([injected, tried, survived, lost, leaked, note]);
      }
      console.log(`${title}\n${table.toString()}`);
      mkdirSync(FOLDER, { recursive: true });
      const at = new Date().toISOString().slice(0, 10);
      writeFileSync(
        join(FOLDER, `${section}.json`),
        `${JSON.stringify({ title, at, rows: [...rows.values()] }, null, 2)}\n`,
      );
    },
  };
}

/** How often something is tried: in the short form, which CI runs, and in the long one. */
export function turns(short: number, long: number): number {
  return IS_LONG ? long : short;
}
