import { z } from 'zod';

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** A schema, and whether it is about what comes in or about what goes out. */
export interface SchemaUse {
  readonly schema: z.ZodType;
  readonly use: 'request' | 'answer';
}

export interface ConvertedSchemas {
  /** The JSON Schema of one that was among those to be converted. */
  schemaOf(schema: z.ZodType, use: SchemaUse['use']): JsonSchema;
  /** Those that have an `id` in their `meta`, by it: the others refer to them. */
  readonly components: Readonly<Record<string, JsonSchema>>;
}

const USES = { request: 'input', answer: 'output' } as const;

/** All schemas of a document at once, so that what several have is written once. */
export function convertSchemas(uses: readonly SchemaUse[]): ConvertedSchemas {
  const converted = { request: new Map<z.ZodType, JsonSchema>(), answer: new Map<z.ZodType, JsonSchema>() };
  const components: Record<string, JsonSchema> = {};
  for (const use of ['answer', 'request'] as const) {
    const schemas = [...new Set(uses.filter((each) => each.use === use).map(({ schema }) => schema))];
    const all = z.toJSONSchema(z.object(Object.fromEntries(schemas.map((schema, index) => [`s${index}`, schema]))), {
      io: USES[use],
      unrepresentable: 'any',
      override: ({ zodSchema, jsonSchema }) => tidy(zodSchema, jsonSchema),
    });
    const names = new Map<string, string>();
    for (const [name, schema] of Object.entries(all.$defs ?? {})) {
      const isTaken = components[name] !== undefined && JSON.stringify(components[name]) !== JSON.stringify(schema);
      names.set(name, isTaken ? `${name}In${use === 'answer' ? 'Answer' : 'Request'}` : name);
    }
    for (const [name, schema] of Object.entries(all.$defs ?? {})) {
      components[names.get(name) as string] = withReferences(schema, names) as JsonSchema;
    }
    schemas.forEach((schema, index) => {
      converted[use].set(schema, withReferences(all.properties?.[`s${index}`], names) as JsonSchema);
    });
  }
  return {
    components,
    schemaOf(schema, use) {
      const found = converted[use].get(schema);
      if (found === undefined) throw new Error('The schema is not among those that were converted.');
      return found;
    },
  };
}

/** Leaves out what zod says beyond what a reader, or a generated client, has a use for. */
function tidy(zodSchema: z.core.$ZodTypes, jsonSchema: z.core.JSONSchema.BaseSchema): void {
  // "Not among the documented fields" is no promise of an answer: fields may be added.
  const { def } = zodSchema._zod;
  if (def.type === 'object' && def.catchall === undefined) delete jsonSchema.additionalProperties;
  // `format` says as much as zod's pattern of it, and is shorter. An id that was imported may be of any version.
  if (jsonSchema.format === 'uuid' || jsonSchema.format === 'date-time') delete jsonSchema.pattern;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}

function withReferences(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((each) => withReferences(each, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => {
      // Where it stands says which one it is.
      if (key === 'id' && typeof member === 'string' && names.has(member)) return [];
      if (key !== '$ref' || typeof member !== 'string') return [[key, withReferences(member, names)]];
      const name = member.replace('#/$defs/', '');
      return [[key, `#/components/schemas/${names.get(name) ?? name}`]];
    }),
  );
}
