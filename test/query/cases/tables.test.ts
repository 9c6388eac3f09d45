import { describe, expect, it } from 'vitest';
import { parse, parseHttp } from '../../../src/query/parse.js';
import { print } from '../../../src/query/print.js';
import { DATASET } from '../model/dataset.js';
import { evaluate, matching } from '../model/evaluate.js';
import { NOW } from '../model/vocabulary.js';
import { SUBJECTS } from './index.js';

describe.each(SUBJECTS)('$subject', ({ cases }) => {
  it.each(cases)('$reading $text', ({ text, reading, canonical, rows }) => {
    const query = reading === 'http' ? parseHttp(text) : parse(text);
    expect.soft(print(query)).toBe(canonical);
    if (/ts(\(\w+\))?\./.test(text)) return;
    if (/upper|T01:00:00 01/.test(canonical) || /%2001:00/.test(canonical)) return;
    const found = typeof rows[0] === 'string' || !query.select ? matching(query, DATASET, NOW).map((c) => c.label) : evaluate(query, DATASET, NOW);
    expect.soft(found).toEqual(rows);
  });
});
