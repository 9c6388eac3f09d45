import fc from 'fast-check';
import type { Schema } from './api-document.js';

export interface JsonSchemaArbitraryOptions {
  /** What a reference is of. */
  readonly resolve: (reference: string) => Schema;
  /** What a member of this name is like, in the place of what its schema says. */
  readonly member: (name: string) => fc.Arbitrary<unknown> | undefined;
}

/** Values that a JSON Schema allows; what only code checks (`format`, `pattern`) they may lack. */
export function jsonSchemaArbitrary(
  schema: Schema,
  options: JsonSchemaArbitraryOptions,
  depth = 0,
): fc.Arbitrary<unknown> {
  const inner = (each: unknown) => jsonSchemaArbitrary(each as Schema, options, depth + 1);
  if (depth > 6) return fc.constant(null);
  if (typeof schema.$ref === 'string') return inner(options.resolve(schema.$ref));
  if ('const' in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(choices)) return fc.oneof(...choices.map(inner));
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type) => inner({ ...schema, type })));
  switch (schema.type) {
    case 'string':
      return fc.string({
        minLength: Number(schema.minLength ?? 0),
        maxLength: Math.min(Number(schema.maxLength ?? 12), Number(schema.minLength ?? 0) + 12),
      });
    case 'integer':
    case 'number':
      return fc.integer({ min: Number(schema.minimum ?? -5), max: Math.min(Number(schema.maximum ?? 200), 1e6) });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(inner(schema.items ?? {}), { minLength: Number(schema.minItems ?? 0), maxLength: 3 });
    case 'object':
      return objectArbitrary(schema, options, inner);
    default:
      return plainJson;
  }
}

const plainJson = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string({ maxLength: 4 }), { maxLength: 2 }),
);

function objectArbitrary(
  schema: Schema,
  { member }: JsonSchemaArbitraryOptions,
  inner: (each: unknown) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
  if (properties.length === 0) {
    const value = typeof schema.additionalProperties === 'object' ? inner(schema.additionalProperties) : plainJson;
    return fc.dictionary(fc.constantFrom('a', 'b', 'assistant_id', 'tier'), value, { maxKeys: 3 });
  }
  const required = (schema.required ?? []) as readonly string[];
  return fc.record(Object.fromEntries(properties.map(([name, property]) => [name, member(name) ?? inner(property)])), {
    requiredKeys: [...required],
  });
}
