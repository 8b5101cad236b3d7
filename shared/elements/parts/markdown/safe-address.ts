const safeProtocols = new Set(['http:', 'https:', 'mailto:']);

/** @returns the address if a link may point to it: http, https or mailto, absolute. */
export function safeAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return safeProtocols.has(url.protocol) ? url.href : undefined;
}
