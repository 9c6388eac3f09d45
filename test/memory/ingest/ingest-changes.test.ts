import { expect, test } from 'vitest';
import { ingestChanges } from '../../../src/memory/ingest/ingest-changes.js';
import { callersChange, memoryAddition, memoryChange } from '../../../src/store/change-feed.js';

const TARGET = '+13125550100';
const accepted = {
  status: 'accepted',
  conversationId: 'call',
  callerId: 'sarah',
  subUserId: `voice:${TARGET}`,
} as const;

test.each([
  ['a report', { isMore: true, mergedIds: [] }, [callersChange(7, TARGET), memoryAddition(7, 'sarah')]],
  // Copies of what is known stay good: nothing can be found that could not be before.
  ['the beginning of a call', { isMore: false, mergedIds: [] }, [callersChange(7, TARGET)]],
  [
    'a call that shows two callers to be one',
    { isMore: false, mergedIds: ['tom'] },
    [callersChange(7, TARGET), memoryChange(7, 'sarah'), memoryChange(7, 'tom')],
  ],
])('%s tells caches what has changed', (_name, { isMore, mergedIds }, changes) => {
  expect(ingestChanges(7, { ...accepted, jobId: null, isMore, mergedIds }, TARGET)).toEqual(changes);
});

test('what was told before, or is not kept, changes nothing', () => {
  const duplicate = { ...accepted, status: 'duplicate', jobId: null, isMore: false, mergedIds: [] } as const;
  expect(ingestChanges(7, duplicate, TARGET)).toEqual([]);
  expect(ingestChanges(7, { status: 'not-retained', subUserId: accepted.subUserId }, TARGET)).toEqual([]);
});
