import { z } from 'zod';

type Io = 'input' | 'output';

/** Made of the examples of its fields (`.meta({ examples })`); undefined if it has none. */
export function exampleOf(schema: z.ZodType, io: Io): unknown {
  const [own] = (schema.meta()?.examples as unknown[] | undefined) ?? [];
  if (own !== undefined) return own;
  if (schema instanceof z.ZodObject) return exampleOfObject(schema, io);
  if (schema instanceof z.ZodArray) return exampleOfArray(schema, io);
  if (isWrapper(schema)) return exampleOf(schema.unwrap() as z.ZodType, io);
  if (schema instanceof z.ZodUnion) return exampleOf(schema.options[0] as z.ZodType, io);
  if (schema instanceof z.ZodEnum) return schema.options[0];
  if (schema instanceof z.ZodLiteral) return [...schema.values][0];
  if (schema instanceof z.ZodBoolean) return false;
  if (schema instanceof z.ZodISODateTime) return '2026-12-05T09:00:00.000Z';
  return schema instanceof z.ZodNumber ? Math.max(schema.minValue ?? 1, 1) : undefined;
}

function exampleOfObject(schema: z.ZodObject, io: Io) {
  const fields = Object.entries(schema.shape) as [string, z.ZodType][];
  const shown = fields.filter(([, field]) => io === 'input' || !(field instanceof z.ZodOptional));
  const examples = shown.map(([name, field]) => [name, exampleOf(field, io)] as const);
  return Object.fromEntries(examples.filter(([, example]) => example !== undefined));
}

function exampleOfArray({ element }: z.ZodArray, io: Io) {
  const one = exampleOf(element as z.ZodType, io);
  return one === undefined ? [] : [one];
}

function isWrapper(schema: z.ZodType) {
  return (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault
  );
}
