/**
 * Runs a TypeScript module of the tests in a process of its own, which Node 20 cannot do by itself:
 *
 *     node test/support/run-source.js <path> <argument>…      calls the module's default export with the arguments
 */
import { createServer } from 'vite';

const [path = '', ...programArguments] = process.argv.slice(2);
// Open for as long as the module runs: what it imports later is read by the same.
const source = await createServer({
  configFile: false,
  logLevel: 'silent',
  appType: 'custom',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
});
const { default: run } = /** @type {{ default: (...all: string[]) => Promise<void> }} */ (
  await source.ssrLoadModule(path)
);
await run(...programArguments);
await source.close();
