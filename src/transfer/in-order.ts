/**
 * Works on several items at once, and gives the results in the items' order. So many are under way at most; the next item is asked
 * for when one of them was taken. When the reader stops, nothing further is begun.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  concurrency: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = [];
  const iterator = items[Symbol.asyncIterator]();
  try {
    let isOver = false;
    for (;;) {
      while (!isOver && underWay.length < concurrency) {
        const next = await iterator.next();
        if (next.done === true) isOver = true;
        else {
          const result = work(next.value);
          // It is awaited in its turn; until then its rejection is nobody's.
          result.catch(() => {});
          underWay.push(result);
        }
      }
      const first = underWay.shift();
      if (first === undefined) return;
      yield await first;
    }
  } finally {
    await iterator.return?.();
  }
}
