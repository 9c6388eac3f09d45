import { request } from 'node:http';

/** A GET whose path goes out byte for byte: URL classes encode `>` and `"` on the way. */
export function rawGet(
  base: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies freely
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: any }> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, headers: { ...headers } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: JSON.parse(text) }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}
