import { Liquid, type LiquidError, type Template as LiquidTemplate } from 'liquidjs';
import { keepUnset } from './keep-unset.js';
import { SLASH, scopeName, type Template, TemplateError, type TemplateVariable } from './template.js';

export interface TemplateEngineOptions {
  /** A missing variable is empty (the default), or stays as it is written, `{{ full_name }}`. */
  readonly missing?: 'empty' | 'kept';
  /** Of a template's text (20,000). */
  readonly charactersMax?: number;
}

export interface TemplateEngine {
  /** @throws TemplateError */
  parse(text: string): Template;
}

/** Of a template's text, unless said otherwise. */
const TEMPLATE_CHARACTERS_MAX = 20_000;

const RENDER_MS_MAX = 50;
/** In Liquid's own count: characters and array elements that a rendering makes. */
const MEMORY_MAX = 200_000;

/** What reaches for other templates: there are none. */
const FORBIDDEN_TAGS = ['include', 'render', 'layout', 'block'];

/**
 * Liquid, as Telnyx's and Vapi's own templates are, confined: no file system and no other templates, own properties only, limits
 * on the text, on time and on memory.
 */
export function createTemplateEngine({
  missing = 'empty',
  charactersMax = TEMPLATE_CHARACTERS_MAX,
}: TemplateEngineOptions = {}): TemplateEngine {
  const liquid = new Liquid({
    ownPropertyOnly: true,
    strictFilters: true,
    strictVariables: false,
    templates: {},
    relativeReference: false,
    dynamicPartials: false,
    parseLimit: charactersMax,
    renderLimit: RENDER_MS_MAX,
    memoryLimit: MEMORY_MAX,
  });
  for (const tag of FORBIDDEN_TAGS) delete liquid.tags[tag];

  return {
    parse(text) {
      if (text.length > charactersMax) {
        throw new TemplateError(`The template is longer than ${charactersMax} characters.`, 0, 0);
      }
      // The usual case, and the fast one.
      if (!text.includes('{{') && !text.includes('{%')) return { text, variables: [], render: () => text };
      const source = withoutSlashes(text);
      const parsed = attempt(text, () => liquid.parse(source));
      if (missing === 'kept') keepUnset(parsed, (start, end) => text.slice(start, end));
      return {
        text,
        variables: attempt(text, () => variablesOf(liquid, parsed, text)),
        render: (scope) => attempt(text, () => String(liquid.renderSync(parsed, scope))),
      };
    },
  };
}

/** One character for one, so that places stay what they are. */
function withoutSlashes(text: string): string {
  return text.replace(/\btelnyx_current_[a-z_]+_[A-Z][\w+-]*(?:\/[\w+-]+)+/g, (name) => scopeName(name));
}

function variablesOf(liquid: Liquid, parsed: LiquidTemplate[], text: string): TemplateVariable[] {
  const lineStarts = startsOfLines(text);
  const { globals } = liquid.analyzeSync(parsed, { partials: false });
  const variables = Object.values(globals)
    .flat()
    .map(({ segments, location }) => {
      // A segment that is a variable of its own (`a[b]`) can be anything: it counts as what is before it.
      const known = segments.findIndex((segment) => typeof segment === 'object');
      const path = (known < 0 ? segments : segments.slice(0, known)).map((segment) =>
        typeof segment === 'number' ? segment : String(segment).replaceAll(SLASH, '/'),
      );
      const name = path.join('.');
      const start = (lineStarts[location.row - 1] ?? 0) + location.col - 1;
      return { path, name, start, end: Math.min(text.length, start + name.length) };
    });
  return variables.sort((a, b) => a.start - b.start);
}

function startsOfLines(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

function attempt<Result>(text: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const { token, message } = error as LiquidError & { token?: { begin: number; end: number } };
    // Liquid's own message ends with the place, which is said in another way here.
    const sentence = String(message)
      .replaceAll(SLASH, '/')
      .replace(/, line:\d+, col:\d+.*$/s, '');
    const start = Math.min(token?.begin ?? 0, text.length);
    throw new TemplateError(sentenceOf(sentence), start, Math.min(token?.end ?? text.length, text.length));
  }
}

function sentenceOf(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return capital.endsWith('.') ? capital : `${capital}.`;
}
