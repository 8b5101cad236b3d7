import { omit } from './omit.ts';
import { invalidQuery } from '../errors.ts';

export type JsonObject = Record<string, unknown>;

/** Reads a JSON body; an empty one counts as an object without properties. */
export function readJsonBody(bytes: Uint8Array): JsonObject {
  const text = new TextDecoder().decode(bytes).trim();
  if (!text) return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw invalidQuery('Invalid JSON. The body of the request could not be read.');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw invalidQuery('Invalid JSON. A JSON object was expected as the body of the request.');
  }
  return unwrap(parsed) as JsonObject;
}

/** Takes away what verbose JSON adds: `__metadata` inside of values and `results` around arrays. */
function unwrap(content: unknown): unknown {
  if (Array.isArray(content)) return (content as unknown[]).map(unwrap);
  if (typeof content !== 'object' || content === null) return content;
  const entries = Object.entries(content as JsonObject).filter(
    ([key]) => !/^(@?odata\.|.+@odata\.)/.test(key),
  );
  const others = entries.filter(([key]) => key !== '__metadata');
  const results = others.length === 1 && others[0]?.[0] === 'results' ? others[0][1] : undefined;
  if (Array.isArray(results)) return (results as unknown[]).map(unwrap);
  return Object.fromEntries(
    entries.map(([key, each]) => [key, key === '__metadata' ? each : unwrap(each)]),
  );
}

/** The type that the client claims for what it sends, or undefined. */
export function claimedType(body: Readonly<JsonObject>): string | undefined {
  const metadata = body.__metadata as { type?: unknown } | undefined;
  return typeof metadata?.type === 'string' ? metadata.type : undefined;
}

export function withoutMetadata(body: Readonly<JsonObject>): JsonObject {
  return omit(body, ['__metadata']);
}
