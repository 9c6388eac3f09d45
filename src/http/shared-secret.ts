import { SecretShared } from '../store/workspace-secrets.js';
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
  { common, others, platform }: SecretShared,
  isOperator: boolean,
  pointer: '/value' | '/settings',
): RequestError {
  const names = isOperator
    ? `The ${others.length === 1 ? 'workspace' : 'workspaces'} ${others.map((name) => `"${name}"`).join(', ')}`
    : 'Another workspace';
  const have = isOperator && others.length > 1 ? 'have' : 'has';
  const shared = `${names} ${have} this ${platform} secret, too`;
  if (common !== undefined) {
    const detail =
      `${shared}, and "${common.entry}" in its ${common.list} as well: whose an event is would not be clear. ` +
      `Take it out of the ${common.list} of one of them, or use the secret of another account.`;
    const place = pointer === '/settings' ? `/settings/${common.list}` : pointer;
    return unprocessable([errorItem('unprocessable', detail, { pointer: place })]);
  }
  const rule =
    'Workspaces may share one only while all of them list their assistants, agents or numbers, so that it is clear whose an event is.';
  const wayOut =
    pointer === '/value'
      ? 'Set those lists first, in every one of them, or take the secret of another account.'
      : 'Keep a list, or remove the secret from one of them first.';
  return unprocessable([errorItem('unprocessable', `${shared}. ${rule} ${wayOut}`, { pointer })]);
}
