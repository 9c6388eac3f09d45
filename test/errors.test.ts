import { describe, expect, test } from 'vitest';
import { describeError } from '../src/errors.js';
import { DatabaseUnavailable } from '../src/store/database-error.js';

describe('a log says of an error', () => {
  test('what our own code is at fault for', () => {
    const error = new TypeError('x is not a function');
    expect(describeError(error)).toEqual({
      name: 'TypeError',
      message: 'x is not a function',
      frames: expect.arrayContaining([expect.stringMatching(/^at .*errors\.test\.ts/)]),
    });
  });

  test('why the database is away', () => {
    expect(describeError(new DatabaseUnavailable('The database does not answer: ECONNREFUSED.'))).toMatchObject({
      name: 'DatabaseUnavailable',
      message: 'The database does not answer: ECONNREFUSED.',
    });
  });

  test.each([
    [
      'of the database',
      Object.assign(new Error('invalid input: "+13128675309"'), { code: '22P02', detail: '+13128675309' }),
    ],
    ['of a parser', syntaxError()],
    ['of a library', Object.assign(new Error('Sarah Johnson'), { name: 'ZodError' })],
    ['over two lines', new Error('first\nSarah Johnson\n    at +13128675309')],
  ])('no word of the data: an error %s', (_whose, error) => {
    const text = JSON.stringify(describeError(error));
    expect(text).not.toMatch(/Sarah|3128675309/);
  });

  test.each(['text', 5, null, undefined, { message: 'Sarah' }])('only the kind of %j that was thrown', (thrown) => {
    expect(describeError(thrown)).toEqual({ name: `thrown ${typeof thrown}` });
  });
});

function syntaxError(): unknown {
  try {
    return JSON.parse('{"name": Sarah Johnson +13128675309');
  } catch (error) {
    return error;
  }
}
