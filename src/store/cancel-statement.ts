import type { Socket } from 'node:net';
import pg from 'pg';

/** A connection that only cancels must not outlive its use. */
const CANCEL_MS = 2_000;

/** What `pg` has and its types don't. */
interface CancellingConnection extends pg.Connection {
  readonly stream: Socket;
  connect(portOrPath: number | string, host?: string): void;
  requestSsl(): void;
  cancel(processId: number, secretKey: number): void;
}

interface RunningClient {
  readonly host: string;
  readonly port: number;
  readonly ssl: pg.ClientConfig['ssl'];
  readonly sslNegotiation: 'postgres' | 'direct';
  readonly processID: number | null;
  readonly secretKey: number | null;
}

/**
 * Asks the server to end what a client runs. The request travels on a connection of its own, as the protocol wants it.
 *
 * Resolves when the server has taken note, or cannot be asked: then no later statement of the client can be hit. Never rejects.
 */
export function cancelStatement(client: pg.Client): Promise<void> {
  const { host, port, ssl, sslNegotiation, processID, secretKey } = client as unknown as RunningClient;
  if (processID === null || secretKey === null) return Promise.resolve();
  return new Promise((resolve) => {
    const connection = new pg.Connection({
      ssl: ssl || false,
      sslNegotiation,
    } as pg.ClientConfig) as CancellingConnection;
    const timer = setTimeout(() => connection.stream.destroy(), CANCEL_MS);
    const end = (): void => {
      clearTimeout(timer);
      connection.stream.destroy();
      resolve();
    };
    const cancel = (): void => connection.cancel(processID, secretKey);
    connection.on('error', end);
    connection.on('end', end);
    connection.on('connect', () => {
      if (!ssl) cancel();
      else if (sslNegotiation !== 'direct') connection.requestSsl();
    });
    connection.on('sslconnect', cancel);
    if (host.startsWith('/')) connection.connect(`${host}/.s.PGSQL.${port}`);
    else connection.connect(port, host);
  });
}
