/**
 * Runs a TypeScript module of the tests in a process of its own, which Node 20 cannot do by itself:
 *
 *     node test/support/run-source.js <path> <argument>…      calls the module's default export with the arguments
 */
import { runnerImport } from 'vite';

const [path = '', ...programArguments] = process.argv.slice(2);
/** @type {{ module: { default: (...all: string[]) => Promise<void> } }} */
const { module } = await runnerImport(path, { logLevel: 'silent', configFile: false });
await module.default(...programArguments);
