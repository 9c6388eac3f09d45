import { type Document, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { nearest } from '../../query/did-you-mean.js';
import { check, lint, type PreparedQuery, prepare, QueryError } from '../../query/index.js';
import { type Template, TemplateError } from '../templates/template.js';
import { createTemplateEngine } from '../templates/template-engine.js';
import { makePolicy } from './make-policy.js';
import { matchWarnings } from './match-warnings.js';
import type { ParsedPolicy } from './parsed-policy.js';
import type { Policy } from './policy.js';
import { type PolicyDocument, PolicyFile } from './policy-document.js';
import { PolicyError, type PolicyProblem } from './policy-problem.js';
import { PolicySource } from './policy-source.js';
import { type KnownNames, variableProblem } from './policy-variables.js';

/** The policies of a workspace, as one file has them. */
export interface PolicySet {
  /** The workspace that the file names. */
  readonly workspace?: string;
  /** In the order of the file: the first one that matches holds. */
  readonly policies: readonly Policy[];
  /** What is valid and likely wrong. */
  readonly warnings: readonly PolicyProblem[];
}

/** Longer files are a mistake. */
const CHARACTERS_MAX = 512 * 1024;
const PROBLEMS_MAX = 20;
/** `*alias` that points at itself again and again would make a gigabyte of a kilobyte. */
const ALIASES_MAX = 50;

/**
 * Reads `ringback.yaml` (JSON is YAML, too) and checks all of it: structure, templates, variables, queries.
 *
 * @throws PolicyError with every problem, each with its line and column
 */
export function readPolicies(text: string, fileName = 'ringback.yaml'): PolicySet {
  const reading = new Reading(text, fileName);
  return reading.read();
}

const LOOKUP_TIMEOUT_MS = 400;
const LOOKUP_CACHE_SECONDS = 60;

/** `{{ … }}` */
const OUTPUT = /\{\{(?:(?!\}\}).)*\}\}/gs;
const ENCODED = /\|\s*(?:url_encode|cgi_escape)\b/;

type Path = readonly (string | number)[];

class Reading {
  readonly #text: string;
  readonly #fileName: string;
  readonly #problems: PolicyProblem[] = [];
  readonly #engine = createTemplateEngine();
  readonly #source: PolicySource;
  readonly #value: unknown;

  constructor(text: string, fileName: string) {
    this.#text = text;
    this.#fileName = fileName;
    const lines = new LineCounter();
    const tooLong = text.length > CHARACTERS_MAX;
    const document = parseDocument(tooLong ? '' : text, { lineCounter: lines, uniqueKeys: false, merge: true });
    this.#source = new PolicySource(text, document, lines);
    if (tooLong) this.#add(this.#source.at([]), `The file is longer than ${CHARACTERS_MAX / 1024} KB.`);
    for (const { message, pos } of document.errors) {
      this.#add(this.#source.offset(...pos), `${message.split(' at line ')[0]?.replace(/[.:]$/, '')}.`);
    }
    if (document.errors.length === 0) this.#valueOf(() => this.#checkKeys(document));
    this.#value =
      this.#problems.length > 0 ? undefined : this.#valueOf(() => document.toJS({ maxAliasCount: ALIASES_MAX }));
  }

  read(): PolicySet {
    this.#stopOnErrors();
    const structure = PolicyFile.safeParse(this.#value ?? {}, { reportInput: true });
    if (!structure.success) for (const issue of structure.error.issues) this.#addIssue(issue);
    this.#stopOnErrors();
    const file = structure.data as PolicyFile;
    this.#checkNames(file);
    const parsed = file.policies.map((document, index) => this.#parsePolicy(document, ['policies', index]));
    this.#stopOnErrors();
    return {
      ...(file.workspace === undefined ? {} : { workspace: file.workspace }),
      policies: parsed.map(makePolicy),
      warnings: this.#problems,
    };
  }

  /** YAML's own check compares each key with each other one: a file of many keys would stop the process for minutes. */
  #checkKeys(document: Document.Parsed): void {
    visit(document, {
      Map: (_, { items }) => {
        const seen = new Set<string>();
        for (const { key } of items) {
          if (!isScalar(key) || !key.range) continue;
          const name = String(key.value);
          // Several "<<" are how several aliases are merged.
          if (seen.has(name) && name !== '<<') {
            this.#add(this.#source.offset(key.range[0], key.range[1]), 'Map keys must be unique.');
          }
          seen.add(name);
        }
      },
    });
  }

  #valueOf(read: () => unknown): unknown {
    try {
      return read();
    } catch (error) {
      this.#add(this.#source.at([]), `${(error as Error).message.replace(/\.$/, '')}.`);
      return undefined;
    }
  }

  #stopOnErrors(): void {
    const errors = this.#problems.filter(({ severity }) => severity === 'error');
    if (errors.length === 0) return;
    errors.sort((a, b) => a.line - b.line || a.column - b.column);
    throw new PolicyError(this.#fileName, this.#text, errors.slice(0, PROBLEMS_MAX));
  }

  #checkNames({ policies }: PolicyFile): void {
    for (const [index, { name }] of policies.entries()) {
      if (policies.findIndex((policy) => policy.name === name) === index) continue;
      this.#add(this.#source.at(['policies', index, 'name']), `There are two policies named "${name}".`);
    }
    const everything = policies.findIndex(({ match }) => match === undefined);
    const hidden = policies[everything + 1];
    if (everything < 0 || hidden === undefined) return;
    const message = `The policy "${hidden.name}" is never used: "${policies[everything]?.name}" before it matches everything.`;
    this.#add(this.#source.at(['policies', everything + 1, 'name']), message, 'Put it before.', 'warning');
  }

  #parsePolicy(document: PolicyDocument, path: Path): ParsedPolicy {
    const lookupNames = Object.keys(document.lookups ?? {});
    const known: KnownNames = { lookups: lookupNames, secrets: false };
    for (const { path: at, message, hint } of matchWarnings(document.match))
      this.#add(this.#source.at([...path, ...at]), message, hint, 'warning');
    // What a look-up asks for must be there before any look-up is.
    const ofLookups: KnownNames = { lookups: [], secrets: true };
    const templates = (values: Readonly<Record<string, string>> = {}, at: Path, names: KnownNames) =>
      Object.fromEntries(Object.entries(values).map(([key, text]) => [key, this.#template(text, [...at, key], names)]));
    const lookups = Object.entries(document.lookups ?? {}).map(([name, lookup]) => ({
      name,
      url: this.#urlTemplate(lookup.url, [...path, 'lookups', name, 'url'], ofLookups),
      headers: templates(lookup.headers, [...path, 'lookups', name, 'headers'], ofLookups),
      timeoutMs: lookup.timeout_ms ?? LOOKUP_TIMEOUT_MS,
      cacheSeconds: lookup.cache_seconds ?? LOOKUP_CACHE_SECONDS,
    }));
    const memoryQuery = this.#memoryQuery(
      document.memory?.conversation_query,
      [...path, 'memory', 'conversation_query'],
      known,
    );
    return {
      document,
      pins: templates(document.pin, [...path, 'pin'], known),
      lookups,
      variables: templates(document.dynamic_variables, [...path, 'dynamic_variables'], known),
      metadata: templates(document.conversation?.metadata, [...path, 'conversation', 'metadata'], known),
      ...(memoryQuery === undefined ? {} : { memoryQuery }),
    };
  }

  #template(text: string, path: Path, known: KnownNames): Template {
    const none: Template = { text, variables: [], render: () => '' };
    try {
      const template = this.#engine.parse(text);
      for (const { path: variable, start, end } of template.variables) {
        const problem = variableProblem(variable, known);
        if (problem !== undefined) this.#add(this.#source.within(path, start, end), problem.message, problem.hint);
      }
      return template;
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      this.#add(this.#source.within(path, error.start, error.end), error.message);
      return none;
    }
  }

  #urlTemplate(text: string, path: Path, known: KnownNames): Template {
    for (const { 0: output, index } of text.matchAll(OUTPUT)) {
      if (ENCODED.test(output)) continue;
      const place = this.#source.within(path, index, index + output.length);
      const message = `${JSON.stringify(output)} can hold "&", "/" and "+", and so more than one value of the URL.`;
      this.#add(place, message, 'Write "| url_encode" at its end.', 'warning');
    }
    return this.#template(text, path, known);
  }

  #memoryQuery(text: string | undefined, path: Path, known: KnownNames): PreparedQuery | undefined {
    if (text === undefined) return undefined;
    try {
      const prepared = prepare(text);
      checkWithSamples(prepared);
      for (const name of prepared.placeholders) {
        const problem = variableProblem(name.split('.'), known);
        if (problem === undefined) continue;
        const start = text.indexOf(name);
        this.#add(this.#source.within(path, start, start + name.length), problem.message, problem.hint);
      }
      for (const { code, message, hint, location } of lint(prepared.query)) {
        this.#add(this.#source.within(path, location.start, location.end), `${code} ${message}`, hint, 'warning');
      }
      return prepared;
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      for (const { code, message, hint, location } of error.problems) {
        this.#add(this.#source.within(path, location.start, location.end), `${code} ${message}`, hint);
      }
      return undefined;
    }
  }

  #addIssue(issue: z.core.$ZodIssue): void {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys.slice(0, PROBLEMS_MAX)) {
        const meant = nearest(key, KEYS);
        this.#add(
          this.#source.atKey(issue.path, key),
          `Unknown key "${key}".`,
          meant === undefined ? undefined : `Did you mean "${meant}"?`,
        );
      }
      return;
    }
    const name = issue.path.map(String).at(-1) ?? 'The file';
    const shown = issue.path.length === 0 ? 'The file' : `"${name}"`;
    this.#add(this.#source.at(issue.path), `${shown} ${wanted(issue)}`);
  }

  #add(
    place: Pick<PolicyProblem, 'line' | 'column' | 'length'>,
    message: string,
    hint?: string,
    severity: PolicyProblem['severity'] = 'error',
  ): void {
    this.#problems.push({ severity, message, ...place, ...(hint === undefined ? {} : { hint }) });
  }
}

/** Every key that the file knows, for a mistyped one. */
const KEYS = [
  ...[
    'version',
    'workspace',
    'policies',
    'name',
    'match',
    'assistants',
    'numbers',
    'channels',
    'unverified',
    'time_zone',
    'pin',
  ],
  ...['lookups', 'url', 'headers', 'timeout_ms', 'cache_seconds', 'dynamic_variables', 'memory', 'conversation_query'],
  ...['insight_query', 'conversation', 'metadata', 'record'],
];

function wanted(issue: z.core.$ZodIssue): string {
  if (issue.input === undefined && issue.code !== 'custom') return 'is missing.';
  if (issue.code === 'invalid_value')
    return `has to be one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}.`;
  if (issue.code === 'invalid_type') {
    const article = /^[aeio]/.test(issue.expected) ? 'an' : 'a';
    return `has to be ${article} ${issue.expected}.`;
  }
  if (issue.code === 'invalid_key' || issue.code === 'invalid_element')
    return wanted(issue.issues[0] as z.core.$ZodIssue);
  return `${issue.message.replace(/\.$/, '')}.`;
}

/** Values that are good for a field of each type: text, time and number, UUID. */
const SAMPLES = ['2025-01-01', '0', '00000000-0000-4000-8000-000000000000'];

/**
 * Tells what would be refused whatever is bound: unknown fields, operators, lists.
 *
 * @throws QueryError when no sample passes: that of the first
 */
function checkWithSamples(prepared: PreparedQuery): void {
  const failures: unknown[] = [];
  for (const sample of SAMPLES) {
    try {
      check(prepared.bind(nested(prepared.placeholders, sample)), prepared.text);
      return;
    } catch (error) {
      failures.push(error);
    }
  }
  throw failures[0];
}

/** `{{a.b}}` is also found under its whole name. */
function nested(names: readonly string[], sample: string): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, sample]));
}
