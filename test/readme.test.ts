import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../src/config.js';
import { ago, conversations, prepare, print } from '../src/query/index.js';
import { ringback } from './support/command-line.js';
import { temporaryFolder } from './support/databases.js';

const text = (path: string) => readFile(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8');

/** How long a request took is another figure each time. */
const withoutTimes = (output: string) => output.replace(/in \d+ ms/g, 'in … ms');

/** The day is another one, too, and so is how long a part took. */
const withoutClock = (output: string) =>
  output
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
    .replace(/(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day/g, '<day>')
    .replace(/(?:ready|cached), [\d.]+ ms/g, 'ready');

/** "Tuesday" is another day each time, and ids are random. */
const withoutDays = (output: string) =>
  output
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<id>')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:[\d.]+Z/g, '<time>')
    .replace(/\d{4}-\d\d-\d\d/g, '<date>')
    .replace(/(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day )?\d{1,2} [A-Z][a-z]+(?: \d{4})?/g, '<day>');

describe('the README', () => {
  const dataDir = temporaryFolder();

  test('shows what the demo prints', async () => {
    const shown = /<!-- demo -->\n```\n\$ npx ringback demo\n([\s\S]*?)```\n<!-- \/demo -->/.exec(
      await text('README.md'),
    )?.[1];
    const { stdout } = await ringback(['demo']);
    expect(withoutTimes(stdout)).toBe(withoutTimes(shown ?? ''));
  });

  test('shows what the demo of calls prints', async () => {
    const shown = /<!-- demo calls -->\n```\n\$ npx ringback demo calls\n([\s\S]*?)```\n<!-- \/demo calls -->/.exec(
      await text('README.md'),
    )?.[1];
    const { stdout } = await ringback(['demo', 'calls']);
    expect(withoutDays(stdout)).toBe(withoutDays(shown ?? ''));
  });

  test.each(['last-five', 'group', 'everyone'])('shows what the policy %s gives', async (name) => {
    const command = `policies test examples/initialization.json --file examples/${name}.yaml`;
    const marked = new RegExp(`<!-- policy: ${name} -->\\n\`\`\`\\n([\\s\\S]*?)\`\`\`\\n<!-- /policy -->`);
    const shown = marked.exec(await text('README.md'))?.[1];
    const { stdout } = await ringback(command.split(' '), { RINGBACK_DATA_DIR: await dataDir });
    expect(withoutClock(`$ npx ringback ${command}\n${stdout}`)).toBe(withoutClock(shown ?? ''));
  });

  test('shows the error that the command line prints', async () => {
    const { stderr } = await ringback(['query', 'metadata->tier=eqq.gold']);
    expect(await text('README.md')).toContain(`$ npx ringback query 'metadata->tier=eqq.gold'\n${stderr}`);
  });

  test('names only variables that are read', async () => {
    const source = await text('src/config.ts');
    const named = (await text('README.md')).match(/`[A-Z]+(?:_[A-Z]+)*`(?= ?[,|])/g) ?? [];
    expect(named.length).toBeGreaterThan(5);
    // Both models' variables are read alike, by the part after their name.
    for (const variable of named) expect(source).toContain(variable.slice(1, -1).replace(/^(?:LLM|EMBEDDING)_/, '_'));
    expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 8787, dataDir: '.ringback', budgetMs: 700 });
  });
});

describe('docs/query-language.md', () => {
  test('shows what prepare and the builder print', async () => {
    const page = await text('docs/query-language.md');
    const bound = prepare('metadata->telnyx_end_user_target=eq.{{caller}}&limit=5').bind({
      caller: '+13128675309&limit=1000',
    });
    expect(page).toContain(`// ${print(bound)}\n`);
    const built = conversations()
      .metadata('telnyx_end_user_target')
      .eq('+13128675309')
      .where('last_message_at')
      .gte(ago('10d'))
      .order('last_message_at', 'desc')
      .limit(5);
    expect(page).toContain(`// ${built.toString()}\n`);
  });
});
