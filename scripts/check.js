// npm run check: everything that can be said of the code without running it. Runs every step, then says which failed.
import { spawnSync } from 'node:child_process';

/** @type {readonly (readonly [string, readonly string[]])[]} */
const STEPS = [
  ['format and lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']],
  ['generated parser is fresh', ['scripts/build.js', '--check']],
  ['types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json']],
  ['types of the benchmarks', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.bench.json']],
  ['import direction', ['scripts/import-direction.js']],
  ['licences', ['scripts/licences.js', '--check']],
  ['figures in the README', ['scripts/readme-figures.js', '--check']],
];

const failed = STEPS.filter(([name, args]) => {
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  return status !== 0;
});
process.exit(failed.length === 0 ? 0 : 1);
