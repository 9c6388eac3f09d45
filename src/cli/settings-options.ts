import type { Command } from 'commander';
import { CommandFailed } from './command-failed.js';

/** A workspace's settings as options give them. */
export interface SettingsOptions {
  readonly assistants?: string;
  readonly agents?: string;
  readonly numbers?: string;
  readonly defaultCountry?: string;
  readonly timeZone?: string;
  readonly retentionDays?: string;
  readonly memoryScope?: string;
  readonly withholdSensitive?: string;
  readonly sipDomains?: string;
  readonly addsPerMonth?: string;
  readonly searchesPerMonth?: string;
  readonly trustedParameters?: string;
  readonly vapiAssistant?: string;
  readonly retellAgent?: string;
  readonly maxConcurrent?: string;
}

/** Adds the options to a command. */
export function withSettingsOptions(command: Command): Command {
  return command
    .option('--assistants <ids>', 'its assistants at Telnyx and Vapi, joined by commas; events for others are refused')
    .option('--agents <ids>', 'its agents at Retell, joined by commas')
    .option('--numbers <numbers>', 'its phone numbers and SIP URIs, joined by commas')
    .option('--default-country <code>', 'how numbers without a country code are read (RINGBACK_DEFAULT_COUNTRY)')
    .option('--time-zone <name>', 'of the days and times in what assistants are told (RINGBACK_TIME_ZONE)')
    .option(
      '--withhold-sensitive <yes|no>',
      'at Vapi and Retell, keep back what is sensitive when the number alone says who calls (no)',
    )
    .option('--sip-domains <domains>', "domains whose SIP URIs are each somebody's own, joined by commas")
    .option('--adds-per-month <count>', 'at most so many calls and texts are added to its memory in a month')
    .option('--searches-per-month <count>', 'at most so many recalls and searches in a month')
    .option('--retention-days <days>', 'conversations are deleted after so many days (RINGBACK_RETENTION_DAYS)')
    .option(
      '--memory-scope <scope>',
      'workspace: all share what one assistant hears of a caller (the default); agent: none does',
    )
    .option('--trusted-parameters <names>', 'values at Vapi that only you set and that say who calls, joined by commas')
    .option('--vapi-assistant <id>', 'the assistant that answers at Vapi (assistant-request)')
    .option('--retell-agent <id>', "the agent that answers at Retell, in the place of the number's own")
    .option('--max-concurrent <count>', 'so many requests of voice platforms are answered at once, others wait (64)');
}

/** The settings that the options name, as the API takes them. An option with an empty text takes its setting away. */
export function settingsOf(options: SettingsOptions): Record<string, unknown> {
  const { assistants, agents, numbers, defaultCountry, timeZone, retentionDays } = options;
  const settings = {
    assistants: listOf(assistants),
    agents: listOf(agents),
    numbers: listOf(numbers),
    default_country: textOf(defaultCountry),
    time_zone: textOf(timeZone),
    sip_domains: listOf(options.sipDomains),
    adds_per_month: numberOf('--adds-per-month', 'adds', options.addsPerMonth),
    searches_per_month: numberOf('--searches-per-month', 'searches', options.searchesPerMonth),
    retention_days: numberOf('--retention-days', 'days', retentionDays),
    memory_scope: textOf(options.memoryScope),
    withhold_sensitive: flagOf('--withhold-sensitive', options.withholdSensitive),
    trusted_parameters: listOf(options.trustedParameters),
    vapi_assistant: textOf(options.vapiAssistant),
    retell_agent: textOf(options.retellAgent),
    max_concurrent: numberOf('--max-concurrent', 'requests', options.maxConcurrent),
  };
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

function listOf(text: string | undefined): readonly string[] | null | undefined {
  if (text === undefined) return undefined;
  const entries = text.split(',').map((entry) => entry.trim());
  const given = entries.filter((entry) => entry !== '');
  return given.length === 0 ? null : given;
}

function textOf(text: string | undefined): string | null | undefined {
  return text === '' ? null : text;
}

function flagOf(option: string, text: string | undefined): boolean | null | undefined {
  if (text === undefined || text === '') return textOf(text) as null | undefined;
  if (text !== 'yes' && text !== 'no') throw new CommandFailed(`${option} is "${text}": it has to be yes or no.`);
  return text === 'yes';
}

function numberOf(option: string, unit: string, text: string | undefined): number | null | undefined {
  if (text === undefined || text === '') return textOf(text) as null | undefined;
  if (!/^\d{1,9}$/.test(text)) throw new CommandFailed(`${option} is "${text}": it has to be a number of ${unit}.`);
  return Number(text);
}
