import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

/** A checkout as `npm ci --omit=dev` finds it when it runs `prepare`: without the compiler. */
let checkout: string;

beforeEach(async () => {
  checkout = await mkdtemp(join(tmpdir(), 'ringback-build-'));
  await cp(fileURLToPath(new URL('../../scripts', import.meta.url)), join(checkout, 'scripts'), { recursive: true });
  await writeFile(join(checkout, 'package.json'), '{"type":"module"}');
});

afterEach(() => rm(checkout, { recursive: true, force: true }));

function build(): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(checkout, 'scripts/build.js')], (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr });
    });
  });
}

test('an installation without development dependencies leaves a build as it is', async () => {
  for (const path of ['dist/cli/main.js', 'dist/embedded-template/template.json']) {
    await mkdir(join(checkout, path, '..'), { recursive: true });
    await writeFile(join(checkout, path), '');
  }
  expect(await build()).toEqual({
    code: 0,
    output: 'build: dist stays as it is, without the development dependencies\n',
  });
});

test('without a build, it says in one line what to do', async () => {
  expect(await build()).toEqual({
    code: 1,
    output:
      'build: there is no build, and without the development dependencies none can be made: npm ci, then npm prune --omit=dev\n',
  });
});
