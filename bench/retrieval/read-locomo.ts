import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { InputError } from '../support/input-error.js';

/** A conversation between two people over months, with questions about it. */
export interface LocomoConversation {
  readonly id: string;
  readonly turns: readonly LocomoTurn[];
  readonly questions: readonly LocomoQuestion[];
}

export interface LocomoTurn {
  /** `D3:7`: the seventh turn of the third session. */
  readonly id: string;
  readonly session: string;
  /** From 0, in its session. */
  readonly position: number;
  readonly speaker: string;
  readonly text: string;
  /** What is to be seen on the photo that was sent with it, in a model's words. */
  readonly caption?: string | undefined;
  /** When its session began; taken as UTC, since the file has no zones. */
  readonly at: string;
}

export interface LocomoQuestion {
  readonly text: string;
  /** 1 to 5. */
  readonly category: number;
  /** The ids of the turns that answer it: at least one, each once, all of them there. */
  readonly gold: readonly string[];
}

const turnSchema = z.object({
  speaker: z.string(),
  dia_id: z.string(),
  text: z.string(),
  blip_caption: z.string().optional(),
});

const fileSchema = z.array(
  z.object({
    sample_id: z.string(),
    conversation: z.record(z.string(), z.unknown()),
    qa: z.array(z.object({ question: z.string(), category: z.number(), evidence: z.array(z.string()) })),
  }),
);

const SESSION = /^session_\d+$/;
const DATE_TIME = /^(\d{1,2}):(\d\d) (am|pm) on (\d{1,2}) (\w+), (\d{4})$/;
const TURN_ID = /^D:?(\d+):0*(\d+)$/;

/**
 * The conversations of a LoCoMo file (snap-research/LoCoMo).
 *
 * @throws InputError where there is no such file
 */
export async function readLocomo(path: string): Promise<LocomoConversation[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new InputError(code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read: ${code ?? error}.`);
  }
  return parseLocomo(text, path);
}

/** @param path for messages */
export function parseLocomo(text: string, path: string): LocomoConversation[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new InputError(`${path} is no LoCoMo file: it is not JSON.`);
  }
  const read = fileSchema.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new InputError(`${path} is no LoCoMo file: at ${issue?.path.join('.') || 'the top'}, ${issue?.message}.`);
  }
  return read.data.map(({ sample_id: id, conversation, qa }) => {
    const turns = readTurns(conversation, `${path}: ${id}`);
    const known = new Set(turns.map((turn) => turn.id));
    const questions = qa.map(({ question, category, evidence }) => ({
      text: question,
      category,
      gold: readGold(evidence).filter((turn) => known.has(turn)),
    }));
    return { id, turns, questions: questions.filter(({ gold }) => gold.length > 0) };
  });
}

function readTurns(conversation: Readonly<Record<string, unknown>>, where: string): LocomoTurn[] {
  return Object.keys(conversation)
    .filter((key) => SESSION.test(key))
    .flatMap((session) => {
      const turns = z.array(turnSchema).safeParse(conversation[session]);
      if (!turns.success) throw new InputError(`${where}: ${session} is no list of turns.`);
      const at = readDateTime(conversation[`${session}_date_time`]);
      if (at === undefined) throw new InputError(`${where}: ${session}_date_time is no date and time.`);
      return turns.data.map(({ speaker, dia_id: id, text, blip_caption: caption }, position) => ({
        ...{ id, session, position, speaker, text, caption, at },
      }));
    });
}

/** `7:48 pm on 21 May, 2023`, as ISO 8601. */
function readDateTime(value: unknown): string | undefined {
  const match = typeof value === 'string' ? DATE_TIME.exec(value.trim()) : null;
  if (match === null) return undefined;
  const [, hour, minute, half, day, month, year] = match;
  const hours = (Number(hour) % 12) + (half === 'pm' ? 12 : 0);
  const atMs = Date.parse(`${day} ${month} ${year} ${hours}:${minute}:00 UTC`);
  return Number.isNaN(atMs) ? undefined : new Date(atMs).toISOString();
}

/** Several ids in one text are separated; `D:11:26` is D11:26, and `D30:05` is D30:5. */
function readGold(evidence: readonly string[]): string[] {
  const ids = evidence.flatMap((text) => text.split(/[;,\s]+/)).filter((id) => id !== '');
  return [...new Set(ids.map((id) => id.replace(TURN_ID, 'D$1:$2')))];
}
