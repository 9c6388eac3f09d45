import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { asDatabaseError, DatabaseUnavailable } from '../../src/store/database-error.js';

function said(code: string, fields: { routine?: string; message?: string } = {}): pg.DatabaseError {
  const { message = 'what Postgres says', ...rest } = fields;
  return Object.assign(new pg.DatabaseError(message, 1, 'error'), { code, ...rest });
}

describe('a database that cannot write', () => {
  it.each([
    ['the disk is full', said('53100', { message: 'could not extend file "base/5/1": No space left on device' })],
    ['its memory is used up', said('53200')],
    ['its disk fails', said('58030')],
    ['a file may not grow', said('XX000', { routine: 'mdextend', message: 'could not extend file: File too large' })],
    ['a file may not grow by several pages', said('XX000', { routine: 'mdzeroextend' })],
  ])('does not answer, to be asked again later: %s', (_what, error) => {
    const found = asDatabaseError(error) as DatabaseUnavailable;
    expect(found).toBeInstanceOf(DatabaseUnavailable);
    expect(found.message).toBe('The database has no room to write.');
    expect(found.cause).toBe(error);
  });

  it.each([said('XX000', { routine: 'elsewhere' }), said('22012'), said('42P01')])(
    'is not any other error: %s',
    (error) => {
      expect(asDatabaseError(error)).toBe(error);
    },
  );
});
