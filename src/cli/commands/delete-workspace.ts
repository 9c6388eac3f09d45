import { createInterface } from 'node:readline/promises';
import type { Config } from '../../config.js';
import { CommandFailed } from '../command-failed.js';
import { withApi, workspacePath } from '../with-api.js';

/** Deletes a workspace after its name was given twice: it cannot be undone. */
export async function deleteWorkspaceCommand(
  name: string,
  { confirm }: { confirm?: string },
  config: Config,
): Promise<void> {
  await withApi(config, async (api) => {
    // A name that was mistyped is told before anybody is asked.
    await api.request('GET', workspacePath(name));
    const given = confirm ?? (await askFor(name));
    if (given !== name) throw new CommandFailed(`That is not "${name}": nothing was deleted.`);
    await api.request('DELETE', workspacePath(name));
  });
  console.log(`The workspace "${name}" is deleted.`);
}

async function askFor(name: string): Promise<string> {
  if (!process.stdin.isTTY) {
    throw new CommandFailed(`Nobody can be asked here: say --confirm ${name} to delete it with everything it has.`);
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (
      await terminal.question(
        `This deletes all conversations, insights, keys and secrets of "${name}". Type its name to go on: `,
      )
    ).trim();
  } finally {
    terminal.close();
  }
}
