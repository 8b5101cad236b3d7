import { notEmulated } from '../errors.ts';

/** How much a JSON answer tells about itself, and in which version of OData it does so. */
export interface Format {
  readonly level: 'verbose' | 'minimal' | 'none';
  readonly version: 3 | 4;
}

/**
 * SharePoint reads the level from Accept: `application/json;odata=nometadata`, or in the words of
 * OData 4 `odata.metadata=none`. Plain `application/json` means minimal metadata. The header
 * OData-Version: 4.0, which SPHttpClient of SPFx sends, changes the names of the annotations.
 */
export function formatOf(headers: Headers): Format {
  const accept = (headers.get('accept') ?? '').toLowerCase();
  const level = /odata(\.metadata)?=([a-z]+)/.exec(accept.replaceAll(/[\s"]/g, ''))?.[2];
  const version = headers.get('odata-version')?.startsWith('4') ? 4 : 3;
  if (level === 'verbose') return { level: 'verbose', version: 3 };
  if (level === 'nometadata' || level === 'none') return { level: 'none', version };
  return { level: 'minimal', version };
}

/** Without a JSON type in Accept, SharePoint answers in Atom. That format is not built here. */
export function refuseAtom(headers: Headers): void {
  const accept = headers.get('accept');
  if (accept && /json/i.test(accept)) return;
  throw notEmulated('Atom answers; send "Accept: application/json"');
}

const LEVELS = { verbose: 'verbose', minimal: 'minimalmetadata', none: 'nometadata' } as const;
const LEVELS_4 = { verbose: 'verbose', minimal: 'minimal', none: 'none' } as const;

/** Clients check the level that they got, and @pnp/sp looks for JSON in it. */
export const contentTypeOf = (format: Format): string =>
  format.version === 4
    ? `application/json;odata.metadata=${LEVELS_4[format.level]};odata.streaming=true;charset=utf-8`
    : `application/json;odata=${LEVELS[format.level]};streaming=true;charset=utf-8`;

/** `odata.type` in version 3, `@odata.type` in version 4. */
export const annotation = (format: Format, name: string): string =>
  format.version === 4 ? `@odata.${name}` : `odata.${name}`;

/** SharePoint's own error JSON, one shape for each kind of client. */
export function errorBody(format: Format, code: string, message: string): object {
  if (format.version === 4) return { error: { code, message } };
  const error = { code, message: { lang: 'en-US', value: message } };
  return format.level === 'verbose' ? { error } : { 'odata.error': error };
}
