import { type ErrorItem, errorItem } from './error-item.js';
import { unprocessable } from './request-error.js';

/** `page[number]` counts from 1. */
export interface Page {
  readonly pageNumber: number;
  readonly pageSize: number;
}

const SIZE = { name: 'page[size]', max: 100, fallback: 20 } as const;
const NUMBER = { name: 'page[number]', max: 1_000_000_000, fallback: 1 } as const;

/** The page a query string asks for. A RequestError (422) for a value that is no number in range; other parameters are ignored. */
export function readPage(queryString: string): Page {
  const parameters = new URLSearchParams(queryString);
  const problems: ErrorItem[] = [];
  const read = ({ name, max, fallback }: typeof SIZE | typeof NUMBER): number => {
    const text = parameters.get(name);
    if (text === null) return fallback;
    const value = /^\d{1,15}$/.test(text) ? Number(text) : 0;
    if (value < 1 || value > max) {
      const detail = `"${name}" is ${JSON.stringify(text)}; it has to be a whole number from 1 to ${max}.`;
      problems.push(errorItem('outOfRange', detail, { parameter: name }));
    }
    return value;
  };
  const page = { pageNumber: read(NUMBER), pageSize: read(SIZE) };
  if (problems.length > 0) throw unprocessable(problems);
  return page;
}
