/** Where an operation answers, as OpenAPI writes it. */
export interface Address {
  /** The template that all its addresses end with: `/ai/conversations/{conversation_id}`. */
  readonly path: string;
  /** What may stand before it; empty where that is nothing, which is what the document's own `servers` say. */
  readonly servers: readonly { readonly url: string; readonly description: string; readonly variables?: object }[];
}

/**
 * The addresses of a route as one path and what may stand before it, the first one first.
 *
 * @param patterns as Express writes them; the shortest one ends all of them
 */
export function addressOf(patterns: readonly string[]): Address {
  const templates = patterns.map(templateOf);
  const path = templates.reduce((shortest, template) => (template.length < shortest.length ? template : shortest));
  const prefixes = templates.map((template) => {
    if (template.endsWith(path)) return template.slice(0, template.length - path.length);
    throw new Error(`${template} does not end with ${path}: they cannot be the addresses of one operation.`);
  });
  return { path, servers: prefixes.length === 1 ? [] : prefixes.map(serverOf) };
}

/** `/ai/assistants/:assistant_id` as `/ai/assistants/{assistant_id}`. */
function templateOf(pattern: string): string {
  return pattern.replace(/:(\w+)/g, '{$1}');
}

function serverOf(prefix: string): Address['servers'][number] {
  switch (prefix) {
    case '':
      return { url: '/', description: 'This server.' };
    case '/v2':
      return { url: prefix, description: 'This server, with the beginning that addresses have at Telnyx.' };
    case '/w/{workspace}':
      return {
        url: prefix,
        description: 'A workspace of this server, by its name.',
        variables: { workspace: { default: 'default', description: 'The name of the workspace.' } },
      };
    default:
      return { url: prefix, description: 'The same.' };
  }
}
