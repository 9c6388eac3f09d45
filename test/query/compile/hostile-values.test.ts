import { beforeAll, expect, test } from 'vitest';
import { compile } from '../../../src/query/compile/compile.js';
import { describeOnBothDatabases } from '../../support/databases.js';
import {
  by,
  compare,
  cs,
  distinct,
  equal,
  id,
  is,
  NOW,
  name,
  not,
  ov,
  path,
  pattern,
  query,
  search,
} from './checked.js';
import { found, foundBy, type Labelled, storeLabelled } from './found.js';

/** Texts that a careless writer of SQL, JSON, jsonpath or array literals stumbles over. */
const TEXTS = [
  "'",
  '"',
  '\\',
  '\\\\',
  '""',
  '\\"',
  '{',
  '}',
  '{}',
  '{a,b}',
  '[',
  '(',
  ')',
  ',',
  'NULL',
  'null',
  '?',
  '??',
  '\\?',
  '$1',
  '$',
  '$"x"',
  '@',
  '@ == "x"',
  '" || true || "',
  '")',
  '/*',
  '--',
  ';',
  '%',
  '_',
  '\n',
  '\r\n',
  '\t',
  '\u0001',
  '\u007f',
  '\u2028',
  '\ufeff',
  'é',
  '\u{1f600}',
  ' ',
  '',
  ' x ',
  '0',
  '-0',
  '1e5',
  '1E+5',
  '99999999999999999999',
  'last',
  'strict',
  'true',
  '::text',
  ':name',
  '\\u0041',
  '\\b',
  'a"b\\c\'d',
  'x'.repeat(5000),
];

describeOnBothDatabases('a text of any kind', (database) => {
  let asValues: Labelled;
  let asKeys: Labelled;

  beforeAll(async () => {
    asValues = await storeLabelled(
      database(),
      TEXTS.map((text) => ({ label: text, name: text, metadata: JSON.stringify({ v: text, list: [text] }) })),
    );
    asKeys = await storeLabelled(
      database(),
      TEXTS.map((text) => ({ label: text, metadata: JSON.stringify({ [text]: { [text]: ['x'] } }) })),
    );
  });

  test.each(TEXTS.map((text) => [text]))('%j is a value like any other', async (text) => {
    const v = path('v');
    // Numbers are equal by value: "0" and "-0", "1e5" and "1E+5" are texts all the same, so each finds its own row.
    expect(await foundBy(asValues, equal(v, text))).toEqual([text]);
    expect(await foundBy(asValues, equal(v, text, 'nobody'))).toEqual([text]);
    expect(await foundBy(asValues, equal(name, text))).toEqual([text]);
    expect(await foundBy(asValues, equal(name, text, 'nobody'))).toEqual([text]);
    expect(await foundBy(asValues, not(distinct(v, text)))).toEqual([text]);
    expect(await foundBy(asValues, cs(path('list'), [text]))).toEqual([text]);
    expect(await foundBy(asValues, cs(path('list'), JSON.stringify([text])))).toEqual([text]);
    expect(await foundBy(asValues, ov(path('list'), [text, 'nobody']))).toEqual([text]);
    expect(await foundBy(asValues, ov(path('list'), JSON.stringify([text, {}])))).toEqual([text]);
    expect(await foundBy(asValues, not(equal(v, text)))).toEqual(TEXTS.filter((other) => other !== text));
    expect(await foundBy(asValues, distinct(v, text))).toEqual(TEXTS.filter((other) => other !== text));
    expect(await foundBy(asValues, not(equal(v, text, 'nobody')))).toEqual(TEXTS.filter((other) => other !== text));
    const escaped = text.replace(/[\\%_]/g, '\\$&');
    expect(await foundBy(asValues, pattern(v, 'like', escaped), pattern(v, 'ilike', [escaped, 'nobody']))).toContain(
      text,
    );
    expect(await foundBy(asValues, compare(name, 'gte', text), compare(name, 'lte', text))).toEqual([text]);
    await foundBy(asValues, compare(v, 'gte', [text, 'x']), search(v, 'plfts', text));
  });

  test.each(TEXTS.map((text) => [text]))('%j is a key like any other', async (text) => {
    expect(await foundBy(asKeys, equal(path(text, text, 0), 'x'))).toEqual([text]);
    expect(await foundBy(asKeys, cs(path(text, text), '["x"]'))).toEqual([text]);
    expect(await foundBy(asKeys, not(is(path(text), 'null')))).toEqual([text]);
    expect(await foundBy(asKeys, not(equal(path(text, text, 0), 'y')))).toEqual([text]);
    expect((await found(asKeys, query([], { order: [by(path(text, text))], limit: 1 })))[0]).toBe(text);
  });

  test('a selected key of any kind is answered', async () => {
    const select = TEXTS.map((text) => ({ name: text, target: path(text, text, 0), as: 'text' }) as const);
    const { database: db, workspaceId } = asKeys;
    const { sql, bindings } = compile(query([], { select, order: [by(id)], limit: 1000 }), { workspaceId, now: NOW });
    const rows = await db.run(sql, bindings);
    expect(rows.map((row, index) => row[`c${index}`])).toEqual(TEXTS.map(() => 'x'));
  });

  test('a list of any length finds its rows', async () => {
    const long = [...TEXTS.slice(0, 40), ...Array.from({ length: 460 }, (_, index) => String(index + 2))];
    expect(await foundBy(asValues, equal(path('v'), ...long))).toEqual(TEXTS.slice(0, 40));
    expect(await foundBy(asValues, not(equal(path('v'), ...long)))).toEqual(TEXTS.slice(40));
    expect(await foundBy(asValues, ov(path('list'), long))).toEqual(TEXTS.slice(0, 40));
    const numbers = Array.from({ length: 8000 }, (_, index) => String(index + 2));
    expect(await foundBy(asValues, ov(path('list'), [...numbers, ';']))).toEqual([';']);
    expect(await foundBy(asValues, cs(path('list'), [...numbers, ';']))).toEqual([]);
  });
});
