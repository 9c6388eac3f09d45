import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LagGauge } from '../../../src/store/reads/lag-gauge.js';
import { ReplayMarks } from '../../../src/store/reads/replay-marks.js';
import { keysOfStatement, mayWrite } from '../../../src/store/reads/written-keys.js';

const ID = '11111111-1111-4111-8111-11111111111A';

describe('the marks of what was written', () => {
  it('stay until every standby has replayed the log up to where it was after the write', () => {
    const key = fc.constantFrom('a', 'b', 'c');
    const step = fc.oneof(
      fc.record({ kind: fc.constant('write' as const), key }),
      fc.record({ kind: fc.constant('look' as const), lag: fc.nat(5) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const marks = new ReplayMarks();
        let log = 0;
        let replayed = 0;
        const writtenAt = new Map<string, number>();
        for (const one of steps) {
          if (one.kind === 'write') {
            log += 1;
            writtenAt.set(one.key, log);
            marks.add([one.key]);
          } else {
            const written = marks.unplaced();
            marks.note(written, log);
            replayed = Math.max(replayed, log - one.lag);
            marks.replayed(replayed);
          }
          for (const [written, at] of writtenAt) if (at > replayed) expect(marks.has(written)).toBe(true);
        }
        marks.note(marks.unplaced(), log);
        marks.replayed(log);
        expect(marks.isEmpty).toBe(true);
      }),
    );
  });

  it('are of everything while there are too many of them, and end the same way', () => {
    const marks = new ReplayMarks();
    marks.add(Array.from({ length: 50_001 }, (_, index) => `key ${index}`));
    expect([marks.coversAll, marks.has('another')]).toEqual([true, true]);
    marks.note(marks.unplaced(), 10);
    marks.replayed(9);
    expect(marks.coversAll).toBe(true);
    marks.add(['late']);
    marks.replayed(10);
    expect(marks.coversAll).toBe(true);
    marks.note(marks.unplaced(), 11);
    marks.replayed(11);
    expect([marks.isEmpty, marks.has('another')]).toEqual([true, false]);
  });
});

describe('whether a standby is in time', () => {
  it('is told by where the log was so long ago', () => {
    const gauge = new LagGauge(1_000);
    expect(gauge.isInTime(100, 0)).toBe(false);
    gauge.note(0, 10);
    expect([gauge.isInTime(9, 100), gauge.isInTime(10, 100)]).toEqual([false, true]);
    gauge.note(500, 50);
    gauge.note(900, 90);
    expect([gauge.isInTime(10, 1_400), gauge.isInTime(10, 1_500), gauge.isInTime(50, 1_500)]).toEqual([
      true,
      false,
      true,
    ]);
    gauge.note(2_000, 200);
    expect([gauge.isInTime(89, 2_500), gauge.isInTime(90, 2_500), gauge.isInTime(199, 3_000)]).toEqual([
      false,
      true,
      false,
    ]);
    // A primary that says nothing any more makes nobody late.
    expect(gauge.isInTime(200, 99_000)).toBe(true);
  });
});

describe('what a statement names', () => {
  it.each([
    ['SELECT 1', false],
    ['INSERT INTO x VALUES (1)', true],
    ['WITH a AS (DELETE FROM x RETURNING 1) SELECT * FROM a', true],
    ['  update x set y = 1', true],
    ['SELECT updated_at FROM x', false],
  ])('%s may write: %s', (sql, expected) => expect(mayWrite(sql)).toBe(expected));

  it('is ids, also in lists, and callers in metadata and in what it returned', () => {
    const metadata = JSON.stringify({ a: 1, telnyx_end_user_target: 'sip:"x"@y' });
    expect(
      keysOfStatement([1, ID, [ID], metadata, 'text', null], [{ endUserTarget: '+1' }, { endUserTarget: null }]),
    ).toEqual([ID.toLowerCase(), ID.toLowerCase(), 'sip:"x"@y', '+1']);
  });
});
