import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server far away: hands bytes on between clients and a server of this machine, and what comes back so much later. */
export interface DelayingProxy {
  readonly port: number;
  /** Holds for what arrives from now on, in the order of its arrival. */
  delayMs: number;
  close(): Promise<void>;
}

export async function delayingProxy(port: number): Promise<DelayingProxy> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };
  const server = createServer((client) => {
    const behind = connect(port, '127.0.0.1');
    keep(client);
    keep(behind);
    client.pipe(behind);
    let before = Promise.resolve();
    const later = (work: () => void): void => {
      const atMs = performance.now() + proxy.delayMs;
      before = before.then(() => sleep(Math.max(0, atMs - performance.now()), undefined, { ref: false })).then(work);
    };
    behind.on('data', (bytes) => later(() => void client.write(bytes)));
    behind.on('close', () => later(() => void client.destroy()));
    client.on('close', () => behind.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const proxy: DelayingProxy = {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    delayMs: 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
  return proxy;
}
