import { z } from 'zod';
import { jsonObject } from '../json-object.js';

/** What every refusal is answered with: Telnyx's general format. */
export const ErrorAnswer = z
  .object({
    errors: z
      .array(
        z.object({
          code: z.string().describe("Of Telnyx's catalogue (`10005`), or of the query language (`RQ201`)."),
          title: z.string().describe('What the code means: the same each time.'),
          detail: z.string().describe('What is wrong with this request.'),
          source: z
            .object({
              parameter: z.string().optional().describe('The parameter of the query string.'),
              pointer: z.string().optional().describe('The place in the body, as a JSON pointer.'),
            })
            .optional()
            .describe('Where the culprit stands.'),
          meta: jsonObject
            .optional()
            .describe("`url`: the page of Telnyx's code. Of the query language: `location` in the text, and a `hint`."),
        }),
      )
      .describe('Every problem that was found: ten at most, of a policy file twenty.'),
  })
  .describe('Why a request was refused.')
  .meta({ id: 'Errors' });
