import type { Call } from '../../../src/memory/extraction/call.js';
import type { Extractor } from '../../../src/memory/extraction/extraction.js';
import { type Score, scoreTranscripts } from './score.js';
import type { Transcript } from './transcript.js';

/** Has an extractor read labelled calls, one after the other, and scores it. */
export async function scoreExtractor(extractor: Extractor, transcripts: readonly Transcript[]): Promise<Score> {
  const calls = [];
  for (const transcript of transcripts) {
    const { facts } = await extractor.extract(callOf(transcript), AbortSignal.timeout(60_000));
    calls.push({ transcript, facts });
  }
  return scoreTranscripts(calls);
}

/** A labelled call as an extractor gets it. */
export function callOf({ call, turns }: Transcript): Call {
  return {
    turns,
    startedAt: new Date(call.started_at).toISOString(),
    timeZone: call.time_zone,
    country: call.country,
    callerNumber: call.caller_number,
  };
}
