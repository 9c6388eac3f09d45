import { SecretShared } from '../store/workspace-secrets.js';
import { listsNamedBy } from '../store/workspace-settings.js';
import { errorItem } from './error-item.js';
import type { Principal } from './keyring.js';
import { type RequestError, unprocessable } from './request-error.js';

/**
 * Runs what may be refused because two workspaces would share a platform's secret; 422 then, with the way out. Who runs the
 * server is told which workspaces those are, others are not.
 *
 * @param pointer to the culprit in the body
 */
export async function refusingShared<Result>(
  { isOperator }: Pick<Principal, 'isOperator'>,
  pointer: '/value' | '/settings',
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SecretShared) throw refusal(error, isOperator, pointer);
    throw error;
  }
}

function refusal(
  { confusion, others, platform }: SecretShared,
  isOperator: boolean,
  pointer: '/value' | '/settings',
): RequestError {
  const names = isOperator
    ? `The ${others.length === 1 ? 'workspace' : 'workspaces'} ${others.map((name) => `"${name}"`).join(', ')}`
    : 'Another workspace';
  const have = isOperator && others.length > 1 ? 'have' : 'has';
  const shared = `${names} ${have} this ${platform} secret, too`;
  if (confusion.kind === 'common') {
    const detail =
      `${shared}, and "${confusion.entry}" in its ${confusion.list} as well: whose an event is would not be clear. ` +
      `Take it out of the ${confusion.list} of one of them, or use the secret of another account.`;
    const place = pointer === '/settings' ? `/settings/${confusion.list}` : pointer;
    return unprocessable([errorItem('unprocessable', detail, { pointer: place })]);
  }
  if (confusion.kind === 'kinds') {
    const [one, other] = listsNamedBy(platform);
    const detail =
      `${shared}, but what is listed there and here is of different kinds: an event that names one of each would be both's. ` +
      `List the ${one} of all of them, or the ${other} of all of them, or use the secret of another account.`;
    return unprocessable([errorItem('unprocessable', detail, { pointer })]);
  }
  const rule =
    'Workspaces may share one only while all of them list their assistants, agents or numbers, so that it is clear whose an event is.';
  const wayOut =
    pointer === '/value'
      ? 'Set those lists first, in every one of them, or take the secret of another account.'
      : 'Keep a list, or remove the secret from one of them first.';
  return unprocessable([errorItem('unprocessable', `${shared}. ${rule} ${wayOut}`, { pointer })]);
}
