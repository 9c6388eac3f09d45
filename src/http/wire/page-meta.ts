import { z } from 'zod';
import type { Page } from '../page.js';

/** What Telnyx's paged lists say of their page. All four fields: without them the SDK asks for pages without end. */
export const PageMeta = z
  .object({
    page_number: z.number().int().describe('Counted from 1.'),
    page_size: z.number().int(),
    total_pages: z.number().int().describe('0 when there is nothing.'),
    total_results: z.number().int(),
  })
  .describe('The page, and how much there is in all.');

export function pageMeta({ pageNumber, pageSize }: Page, total: number): z.output<typeof PageMeta> {
  return {
    page_number: pageNumber,
    page_size: pageSize,
    total_pages: Math.ceil(total / pageSize),
    total_results: total,
  };
}

/** For the `query` of an Operation whose route uses `readPage`. */
export const PageQuery = z.object({
  'page[number]': z
    .number()
    .int()
    .min(1)
    .optional()
    .describe(
      'Which page, counted from 1 (the default). Telnyx calls this parameter 0-based, and gives it the minimum 1.',
    ),
  'page[size]': z.number().int().min(1).max(100).optional().describe('How many per page, 1 to 100; 20 by default.'),
});
