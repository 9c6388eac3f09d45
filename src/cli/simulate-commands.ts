import { type Command, InvalidArgumentError, Option } from 'commander';
import type { SimulateCallOptions } from './commands/simulate-call.js';
import type { Configure } from './configure.js';
import { wholeNumber } from './whole-number.js';

/** `ringback simulate …`. */
export function addSimulateCommands(program: Command, configure: Configure): void {
  const simulate = program
    .command('simulate')
    .description("Play a platform against a webhook, Ringback's or any other.");

  simulate
    .command('call')
    .description(
      'Send signed assistant.initialization events as Telnyx does, and say what is wrong with the answers, and how long they took.',
    )
    .requiredOption('--to <url>', 'the webhook: http://127.0.0.1:8787/telnyx/dynamic-variables')
    .requiredOption('--from <target>', 'who calls: a phone number, a SIP URI, or another identifier')
    .option('--callers <count>', 'how many call by turns: the numbers that follow', wholeNumber(1, 10_000_000), 1)
    .option('--agent <target>', 'the number that is called', '+13128675309')
    .option('--assistant <id>', 'the assistant that answers (nothing is said of it)')
    .option('--channel <channel>', 'phone_call, web_call, sms_chat, web_chat', 'phone_call')
    .addOption(
      new Option('--verified <verified>', 'what the carrier says of the caller id')
        .choices(['true', 'false', 'unknown'])
        .default('false'),
    )
    .option('--field <key=value>', 'another key of the payload, a custom header say; more than once', addField, {})
    .option('--count <calls>', 'how many calls', wholeNumber(1, 10_000_000), 1)
    .option('--rate <per-second>', 'send so many per second, whatever becomes of them (one after the other)', readRate)
    .option('--concurrency <calls>', 'how many are under way at most (1; with --rate 1000)', wholeNumber(1, 10_000))
    .option('--timeout-ms <ms>', 'when the platform gives up', wholeNumber(1, 600_000), 1_500)
    .option('--budget-ms <ms>', 'what is late', wholeNumber(1, 600_000), 1_000)
    .option(
      '--key-file <file>',
      'the Ed25519 key to sign with, made if it is not there (simulate-key.pem in the data directory)',
    )
    .option('--workspace <name>', "sign with this workspace's webhook key instead")
    .option('--json', 'print the figures as JSON', false)
    .addHelpText(
      'after',
      `
Exit code 1 when a call was late, timed out, was refused, or got an answer that Telnyx could not use.
An answer that says in x-ringback-left-out what it left out can be used, and is counted beside.

Examples:
  $ TELNYX_PUBLIC_KEY=$(ringback simulate key) ringback serve
  $ ringback simulate call --to http://127.0.0.1:8787/telnyx/dynamic-variables --from +13125550101
  $ ringback simulate call --to https://hooks.example/telnyx --from +13125550101 --callers 1000 --count 10000 --rate 200`,
    )
    .action(async (options: SimulateCallOptions) => {
      const { simulateCallCommand } = await import('./commands/simulate-call.js');
      await simulateCallCommand(options, configure());
    });

  simulate
    .command('key')
    .description('Print the public key that simulated events are signed with, to be set as TELNYX_PUBLIC_KEY.')
    .option('--key-file <file>', 'of this key, made if it is not there (simulate-key.pem in the data directory)')
    .action(async ({ keyFile }: { keyFile?: string }) => {
      const { keyFileOf } = await import('./commands/simulate-call.js');
      const { signingKeyOfFile } = await import('./simulate/signing-key.js');
      console.log((await signingKeyOfFile(keyFile ?? keyFileOf(configure()))).publicKey);
    });
}

function addField(text: string, fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('It has to be key=value.');
  return { ...fields, [text.slice(0, at)]: text.slice(at + 1) };
}

function readRate(text: string): number {
  const rate = /^\d{1,6}(?:\.\d{1,3})?$/.test(text) ? Number(text) : 0;
  if (rate > 0 && rate <= 100_000) return rate;
  throw new InvalidArgumentError('It has to be a number of calls per second, above 0.');
}
