import * as v from 'valibot';

/** @returns what a schema accepts of written JSON; undefined for what was not written by Kantine. */
export function parsed<Schema extends v.GenericSchema>(
  schema: Schema,
  written: string | undefined,
): v.InferOutput<Schema> | undefined {
  if (written === undefined) return undefined;
  try {
    const result = v.safeParse(schema, JSON.parse(written));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}
