/** The form digest that SharePoint asks of every request that is not a GET. */
import type { Environment } from './context.ts';

export interface Digest {
  value(): Promise<string>;
  /** The server refused it; the next request asks for a new one. */
  forget(): void;
}

interface ContextInfo {
  readonly FormDigestValue: string;
  readonly FormDigestTimeoutSeconds: number;
}

/** A digest is renewed this long before it runs out, for clocks that differ and slow requests. */
const margin = 60_000;

interface Held {
  readonly value: string;
  readonly until: number;
}

export function formDigest({ webUrl, fetch, now, formDigest: given }: Environment): Digest {
  const held = (value: string, seconds: number): Held => ({
    value,
    until: now() + seconds * 1000 - margin,
  });
  let current: Promise<Held> | undefined;
  if (given) current = Promise.resolve(held(given.value, given.seconds));
  const ask = async (): Promise<Held> => {
    const response = await fetch(`${webUrl}/_api/contextinfo`, {
      method: 'POST',
      headers: { Accept: 'application/json;odata=nometadata' },
      credentials: 'same-origin',
    });
    if (!response.ok) {
      throw Object.assign(new Error('No form digest.'), { response, status: response.status });
    }
    const info = (await response.json()) as ContextInfo;
    return held(info.FormDigestValue, info.FormDigestTimeoutSeconds);
  };
  const forget = (): void => void (current = undefined);
  return {
    forget,
    value: async () => {
      if (current && (await current).until <= now()) forget();
      current ??= ask().catch((error: unknown) => {
        forget();
        throw error;
      });
      return (await current).value;
    },
  };
}
