import type { Config } from '../../config.js';
import { retellSetupSteps } from '../../platforms/retell/setup.js';
import { type SetupStep, setupTarget } from '../../platforms/setup-step.js';
import { telnyxSetupSteps } from '../../platforms/telnyx/setup.js';
import { vapiSetupSteps } from '../../platforms/vapi/setup.js';
import { CommandFailed } from '../command-failed.js';
import type { Api } from '../open-api.js';
import { printJson } from '../print.js';
import { withApi, workspacePath } from '../with-api.js';

export interface SetupOptions {
  readonly url: string;
  readonly workspace: string;
  /** An API key of the scope `platform`; absent: one is made. */
  readonly key?: string;
  readonly json: boolean;
}

export const SETUP_PLATFORMS = ['vapi', 'retell', 'telnyx'] as const;

/**
 * Prints what has to be pasted and clicked at a platform, for this server and workspace. Makes an API key of the scope `platform` where the
 * platform needs one and none is given.
 */
export async function setupCommand(platform: string, options: SetupOptions, config: Config): Promise<void> {
  const name = SETUP_PLATFORMS.find((known) => known === platform);
  if (name === undefined) {
    throw new CommandFailed(`There is no setup for "${platform}": there are ${SETUP_PLATFORMS.join(', ')}.`);
  }
  const url = publicUrlOf(options.url);
  const steps = await withApi(config, (api) => stepsFor(api, name, url, options));
  if (options.json) return printJson(steps);
  console.log(`${titleOf(name)} for the workspace "${options.workspace}", at ${url}`);
  for (const [index, { text, json, paste }] of steps.entries()) {
    console.log(`\n${index + 1}. ${text}`);
    if (json !== undefined) console.log(indented(JSON.stringify(json, null, 2)));
    if (paste !== undefined) console.log(indented(paste));
  }
  if (url.startsWith('http:')) {
    console.error(
      `\n${url} is not encrypted: what callers say, and the key, could be read on the way. Platforms want https.`,
    );
  }
}

async function stepsFor(
  api: Api,
  platform: (typeof SETUP_PLATFORMS)[number],
  url: string,
  { workspace, key }: SetupOptions,
): Promise<readonly SetupStep[]> {
  const target = setupTarget(url, workspace);
  const answer = await api.request('GET', workspacePath(workspace, 'secrets'));
  const secrets = (answer?.data ?? []) as readonly { readonly platform: string; readonly name: string }[];
  const has = (name: string): boolean => secrets.some((secret) => secret.platform === platform && secret.name === name);
  switch (platform) {
    case 'telnyx':
      return telnyxSetupSteps(target);
    case 'vapi':
      return vapiSetupSteps({
        ...target,
        key: has('hmac_secret') ? undefined : (key ?? (await makeKey(api, platform, workspace))),
      });
    case 'retell':
      return retellSetupSteps({
        ...target,
        hasApiKey: has('api_key'),
        key: key ?? (await makeKey(api, platform, workspace)),
      });
  }
}

async function makeKey(api: Api, platform: string, workspace: string): Promise<string> {
  const answer = await api.request('POST', '/v1/keys', {
    name: `${platform} (setup)`,
    scopes: ['platform'],
    workspace,
  });
  const made = answer?.data as { readonly key: string };
  return made.key;
}

/** As platforms reach the server: an address without anything behind it. */
function publicUrlOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain =
    url !== undefined && url.search === '' && url.hash === '' && url.username === '' && url.password === '';
  if (!isPlain || !['https:', 'http:'].includes(url.protocol)) {
    throw new CommandFailed(
      `--url is "${text}": it has to be the address of this server for the platform, such as https://memory.example.com.`,
    );
  }
  return url.href.replace(/\/+$/, '');
}

function titleOf(platform: (typeof SETUP_PLATFORMS)[number]): string {
  return { vapi: 'Vapi', retell: 'Retell', telnyx: 'Telnyx' }[platform];
}

function indented(text: string): string {
  return text.replace(/^/gm, '   ');
}
