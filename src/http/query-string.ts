/** What stands after the first `?` of a request's address, undecoded: the query language decodes it by its own rules. */
export function queryStringOf(url: string): string {
  const mark = url.indexOf('?');
  return mark === -1 ? '' : url.slice(mark + 1);
}
