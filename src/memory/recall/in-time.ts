/** What came of waiting for something. */
export type Outcome<Value> =
  | { readonly status: 'ready'; readonly value: Value }
  | { readonly status: 'failed'; readonly error: unknown }
  | { readonly status: 'late' };

/** Waits for something as long as there is time. Never rejects. */
export function inTime<Value>(promise: Promise<Value>, remainingMs: number): Promise<Outcome<Value>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ status: 'late' }), Math.max(0, remainingMs));
    promise.then(
      (value) => {
        clearTimeout(timer);
        resolve({ status: 'ready', value });
      },
      (error: unknown) => {
        clearTimeout(timer);
        resolve({ status: 'failed', error });
      },
    );
  });
}
