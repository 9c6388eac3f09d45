import { pino } from 'pino';
import type { Config } from '../../config.js';
import { serve } from '../../serve.js';

/** A connection that hangs does not keep the process when all is stopped. */
const LINGER_MS = 300;

/** Runs the server until it is told to stop (SIGINT, SIGTERM); a second signal does not wait. */
export async function serveCommand(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel });
  const server = await serve(config, log);
  await new Promise<void>((resolve, reject) => {
    let stopping = false;
    const onSignal = (signal: NodeJS.Signals) => {
      if (stopping) process.exit(1);
      stopping = true;
      log.info({ signal }, 'stopping');
      server.stop().then(resolve, reject);
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  }).finally(() => setTimeout(() => process.exit(), LINGER_MS).unref());
}
