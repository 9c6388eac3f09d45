import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readJson } from '../../../src/query/check/json.js';
import { readLikePattern } from '../../../src/query/check/like-pattern.js';
import { metadataValue } from '../../../src/query/check/metadata-value.js';
import { readRegularExpression } from '../../../src/query/check/regular-expression.js';
import { textSearchFault } from '../../../src/query/check/text-search.js';
import { TEXT_SEARCH_CONFIGURATIONS } from '../../../src/query/check/text-search-configuration.js';
import { readTime } from '../../../src/query/check/time.js';
import { RandomChoice } from './random-choice.js';
import { randomJson } from './random-json.js';
import { randomRegularExpression } from './random-regular-expression.js';
import { randomPlainText, randomTextSearch } from './random-text-search.js';

/**
 * What the check lets through, Postgres takes: found by random texts, most of which are nearly right. The other way
 * round nothing is promised: the check refuses what it is not sure of.
 */
const postgres = new PGlite();

/** Runs `statement` with each text as `$1` and gives what Postgres says against it; null where it takes it. */
const REFUSAL = (name: string, statement: string) => `
  CREATE FUNCTION ${name}(value text) RETURNS text LANGUAGE plpgsql AS $body$
  BEGIN
    ${statement};
    RETURN NULL;
  EXCEPTION WHEN OTHERS THEN
    RETURN sqlerrm;
  END $body$`;

const STATEMENTS = {
  match: `PERFORM ('aB 1'::text COLLATE "C") ~ value, ('aB 1'::text COLLATE "C") ~* value`,
  like_pattern: `PERFORM ('aB 1'::text COLLATE "C") LIKE value, ('aB 1'::text COLLATE "C") ILIKE value`,
  fts: `PERFORM to_tsvector('english', 'a coffee') @@ to_tsquery('english', value), to_tsquery('simple', value)`,
  plfts: `PERFORM to_tsvector('english', 'a coffee') @@ plainto_tsquery('english', value)`,
  phfts: `PERFORM to_tsvector('english', 'a coffee') @@ phraseto_tsquery('english', value)`,
  wfts: `PERFORM to_tsvector('english', 'a coffee') @@ websearch_to_tsquery('english', value)`,
  json: `PERFORM value::jsonb`,
  number: `PERFORM value::numeric`,
  time: `PERFORM value::timestamptz`,
} as const;

beforeAll(async () => {
  for (const [name, statement] of Object.entries(STATEMENTS))
    await postgres.exec(REFUSAL(`refuses_${name}`, statement));
}, 60_000);

afterAll(() => postgres.close());

/** The texts that Postgres refuses, with what it says. */
async function refused(name: keyof typeof STATEMENTS, texts: readonly string[]): Promise<readonly unknown[]> {
  const { rows } = await postgres.query(
    `SELECT value, refusal FROM unnest($1::text[]) AS value, refuses_${name}(value) AS refusal WHERE refusal IS NOT NULL`,
    [texts],
  );
  return rows;
}

/** So many random texts that the check lets through. The seed makes them the same each time. */
function accepted(seed: number, count: number, make: (random: RandomChoice) => string | undefined): readonly string[] {
  const random = new RandomChoice(seed);
  const texts = new Set<string>();
  for (let tries = 0; texts.size < count && tries < 20 * count; tries++) {
    const text = make(random);
    if (text?.includes('\0') === false) texts.add(text);
  }
  expect(texts.size).toBe(count);
  return [...texts];
}

describe('Postgres takes what the check lets through', () => {
  test.each([1, 2, 3])('regular expressions (seed %i)', async (seed) => {
    const texts = accepted(seed, 2000, (random) => {
      const pattern = randomRegularExpression(random);
      return readRegularExpression(pattern).kind === 'fault' ? undefined : pattern;
    });
    expect(await refused('match', texts)).toEqual([]);
  });

  test('patterns of like', async () => {
    const texts = accepted(1, 2000, (random) => {
      const read = readLikePattern(
        random.several(0, 8, () => random.of(['a', '*', '%', '_', '\\', '\\\\', '\\*', 'é'])),
      );
      return read.kind === 'fault' ? undefined : read.pattern;
    });
    expect(await refused('like_pattern', texts)).toEqual([]);
  });

  test.each([1, 2])('text searches (seed %i)', async (seed) => {
    const texts = accepted(seed, 3000, (random) => {
      const text = randomTextSearch(random);
      return textSearchFault('fts', text) === undefined ? text : undefined;
    });
    expect(await refused('fts', texts)).toEqual([]);
  });

  test.each(['plfts', 'phfts', 'wfts'] as const)('plain text of %s', async (operator) => {
    const texts = accepted(1, 1000, (random) => {
      const text = randomPlainText(random);
      return textSearchFault(operator, text) === undefined ? text : undefined;
    });
    expect(await refused(operator, texts)).toEqual([]);
  });

  test('text searches as long as they may be', async () => {
    for (const text of [
      'Ⱥ'.repeat(512),
      'a '.repeat(512),
      `a${'&a'.repeat(511)}`,
      `a${'<->b'.repeat(255)}`,
      `${'!'.repeat(8)}a`,
    ]) {
      for (const operator of ['fts', 'plfts', 'phfts', 'wfts'] as const) {
        if (textSearchFault(operator, text) === undefined) expect(await refused(operator, [text])).toEqual([]);
      }
    }
  });

  test('every text-search configuration', async () => {
    const { rows } = await postgres.query<{ cfgname: string }>('SELECT cfgname FROM pg_ts_config');
    const known = rows.map((row) => row.cfgname);
    expect(TEXT_SEARCH_CONFIGURATIONS.filter((name) => !known.includes(name))).toEqual([]);
  });

  test('JSON, and each element of an array', async () => {
    const texts = accepted(1, 3000, (random) => {
      const text = randomJson(random);
      const read = readJson(text);
      return read === undefined || read.kind === 'fault' ? undefined : text;
    });
    expect(await refused('json', texts)).toEqual([]);
    const elements = texts.flatMap((text) => {
      const read = readJson(text);
      if (read?.kind !== 'json' || read.jsonKind !== 'array') return [];
      expect(read.elements.map((element) => JSON.parse(element))).toEqual(JSON.parse(text));
      return read.elements;
    });
    expect(await refused('json', elements)).toEqual([]);
  });

  test('numbers', async () => {
    const texts = accepted(1, 100, (random) => {
      const text = random.several(1, 6, () => random.of(['0', '5', '12', '.', '-', 'e', 'E', '+', '99']));
      return metadataValue(text).number;
    });
    expect(await refused('number', texts)).toEqual([]);
  });

  test('times, and as the same instant', async () => {
    const random = new RandomChoice(1);
    const digits = (count: number, below: number) => String(random.below(below)).padStart(count, '0');
    const pairs = new Map<string, string>();
    while (pairs.size < 3000) {
      const zone = random.of(['', 'Z', '+02:00', '-0530', '+15', '-15:59', `+${digits(2, 17)}:${digits(2, 70)}`]);
      const fraction = random.of(['', '', '.5', '.123456', `.${digits(6, 1_000_000)}`]);
      const time = `T${digits(2, 26)}:${digits(2, 62)}${random.of(['', `:${digits(2, 62)}${fraction}`])}${zone}`;
      const year = random.of([digits(4, 10_000), '2024', '0001', '9999', '1900']);
      const text = `${year}-${digits(2, 14)}-${digits(2, 33)}${random.percent(80) ? time : ''}`;
      const read = readTime(text);
      if (read.kind === 'time') pairs.set(text, read.iso);
    }
    const isos = [...pairs.values()];
    expect(await refused('time', isos)).toEqual([]);
    await postgres.exec(`SET TIME ZONE 'UTC'`);
    const { rows } = await postgres.query(
      `SELECT text, iso FROM unnest($1::text[], $2::text[]) AS pairs (text, iso) WHERE text::timestamptz <> iso::timestamptz`,
      [[...pairs.keys()], isos],
    );
    expect(rows).toEqual([]);
  });
});
