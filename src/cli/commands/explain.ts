import type { Config } from '../../config.js';
import { check, parse } from '../../query/index.js';
import { openStore } from '../open-store.js';
import { showExplanation } from '../show-explanation.js';

/** Prints how a query is run: canonical text, SQL, bindings, Postgres's plan, the index it uses, and what is slow about it. */
export async function explainCommand(text: string, options: { json: boolean }, config: Config): Promise<void> {
  check(parse(text), text);
  const store = await openStore(config);
  try {
    const explanation = await store.explain(text);
    console.log(options.json ? JSON.stringify(explanation, null, 2) : showExplanation(explanation));
  } finally {
    await store.close();
  }
}
