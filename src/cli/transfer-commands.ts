import { type Command, Option } from 'commander';
import type { Configure } from './configure.js';
import { wholeNumber } from './whole-number.js';

/** `ringback import …` and `ringback export …`. */
export function addTransferCommands(program: Command, configure: Configure): void {
  const importing = program
    .command('import')
    .description('Bring conversations into the store. Safe to repeat: what is there already stays as it is.');
  addImportJsonl(importing, configure);
  addImportTelnyx(importing, configure);

  const exporting = program.command('export').description('Write conversations out of the store.');
  addExportJsonl(exporting, configure);
}

function addImportJsonl(importing: Command, configure: Configure): void {
  importing
    .command('jsonl')
    .description(
      'Import conversations, messages and insights from a file of JSON lines, as `ringback export jsonl` writes it.',
    )
    .argument('[file]', 'the file; one that ends in .gz is unpacked; - is standard input', '-')
    .option('--workspace <name>', 'into which workspace (default)')
    .addOption(
      new Option('--on-error <what>', 'at a line that cannot be stored: end there, or tell of it and go on')
        .choices(['stop', 'skip'])
        .default('stop'),
    )
    .option('--update', 'change name, metadata and end of conversations that are there to what their lines say', false)
    .option('--extract', 'end the imported conversations as calls end: their insights are run', false)
    .option('--dry-run', 'check every line, and store nothing', false)
    .addHelpText(
      'after',
      `
One JSON object in each line, a conversation before what belongs to it:
  {"type":"conversation","id":"<uuid>","name":"…","metadata":{…},"created_at":"…","last_message_at":"…","ended_at":"…"}
  {"type":"message","conversation_id":"<uuid>","id":"<uuid>","role":"user","text":"…","sent_at":"…"}
Only "type", and a message's "role", have to be there. What has no id gets one of its content, the same one every time.
After an interruption, run the same command again: it stores what is missing.

Examples:
  $ ringback import jsonl conversations.jsonl.gz
  $ zcat old/*.gz | ringback import jsonl - --workspace acme --on-error skip`,
    )
    .action(async (file: string, options: import('./commands/import-jsonl.js').ImportOptions) => {
      const { importJsonlCommand } = await import('./commands/import-jsonl.js');
      await importJsonlCommand(file, options, configure());
    });
}

function addImportTelnyx(importing: Command, configure: Configure): void {
  importing
    .command('telnyx')
    .description('Import all conversations and messages of a Telnyx account.')
    .option('--workspace <name>', 'into which workspace (default)')
    .option('--since <date>', 'only conversations that were created then or later, as 2025-04-01')
    .option('--extract', 'end the imported conversations as calls end: their insights are run (the default)', true)
    .option('--no-extract', 'store them only')
    .option('--concurrency <number>', 'of how many conversations messages are fetched at once (4)', wholeNumber(1, 16))
    .option('--base-url <url>', 'where the API is, with its /v2 (TELNYX_BASE_URL, https://api.telnyx.com/v2)')
    .option('--dry-run', 'count the conversations of the account, and store nothing', false)
    .addHelpText(
      'after',
      `
The API key of the account is TELNYX_API_KEY, or of another workspace than the default one its secret (telnyx api_key). Where there is
none it is asked for, or read from standard input; it is never an argument, which others on the machine could see.
It reads as fast as Telnyx's rate limit lets it. After an interruption, run the same command again: it goes on where it stopped.

Examples:
  $ TELNYX_API_KEY=… ringback import telnyx
  $ ringback import telnyx --workspace acme --since 2025-01-01 --no-extract`,
    )
    .action(async (options: import('./commands/import-telnyx.js').ImportTelnyxOptions) => {
      const { importTelnyxCommand } = await import('./commands/import-telnyx.js');
      await importTelnyxCommand(options, configure());
    });
}

function addExportJsonl(exporting: Command, configure: Configure): void {
  exporting
    .command('jsonl')
    .description(
      'Export conversations with their messages and insights as JSON lines, which `ringback import jsonl` takes.',
    )
    .argument(
      '[file]',
      'the file, there when it is complete; one that ends in .gz is packed; - is standard output',
      '-',
    )
    .option('--query <text>', 'only the conversations that these filters of a conversation_query find')
    .option('--workspace <name>', 'of which workspace (default)')
    .addHelpText(
      'after',
      `
Examples:
  $ ringback export jsonl conversations.jsonl.gz
  $ ringback export jsonl - --query 'metadata->tier=eq.gold&last_message_at=gte.now-30d' | jq -r 'select(.type=="message").text'`,
    )
    .action(async (file: string, options: import('./commands/export-jsonl.js').ExportOptions) => {
      const { exportJsonlCommand } = await import('./commands/export-jsonl.js');
      await exportJsonlCommand(file, options, configure());
    });
}
