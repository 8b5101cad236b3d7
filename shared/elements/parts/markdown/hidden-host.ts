/** Links whose text looks like an address of another host than the one they lead to. */

import { letters } from './tokens.ts';

const part = String.raw`${letters}\-`;

/**
 * A name with dots, or what follows two slashes, with the path behind it. A name is tried where it
 * begins and nowhere else, so that a long one is read once.
 */
const name = String.raw`(?<![${part}.。])[.。]*(?<name>(?:[${part}]+[.。]+)+\p{L}[${part}]+|(?:\d+\.){3}\d+)`;
const other = String.raw`(?<=\/\/)(?<other>[${part}.。]+)`;
const hosts = new RegExp(String.raw`(?:${name}|${other})(?<path>(?::\d+)?[/\\?#]\S*)?`, 'gu');

/** None of these is a top-level domain: a name that ends so is a file's. */
const file = /\.(?:docx?|xls[mx]?|pptx?|pdf|txt|csv|msg|png|jpe?g|html?|aspx?)$/i;

/** @returns where an address leads, as browsers spell it; of a mail address, what follows the @. */
function hostOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const { hostname, pathname } = new URL(address);
  return hostname || hostOf(`http://${pathname.replace(/^.*(?:@|%40)/, '')}`);
}

/** @returns text as it looks: letters of any width are the same, invisible ones are gone. */
export const seen = (text: string): string => text.normalize('NFKC').replace(/\p{DI}/gu, '');

/** Neither `www.` nor `_`, which may be a mark of emphasis, makes another host. */
const core = (host: string): string => host.replace(/^www\.|_/g, '');

/** @returns the hosts that a text seems to name. */
function hostsIn(text: string): readonly string[] {
  const found = [...text.matchAll(hosts)].map(({ groups = {} }) => groups);
  return found.flatMap(({ name, other, path }) =>
    name && !path && file.test(name) ? [] : hostOf(`http://${name ?? other ?? ''}`),
  );
}

/**
 * @param text of a link as it was typed.
 * @returns the host that the link leads to, if its text looks like an address of another one.
 */
export function hiddenHost(text: string, url: string): string | undefined {
  const host = hostOf(url);
  const plain = seen(text).replace(/[*_`]/g, '');
  const shown = url.startsWith('mailto:') ? plain.replace(/(?<!\S)\S*@/g, '') : plain;
  const isOther = (named: string): boolean => core(named) !== core(host);
  // With controls of direction, text can look like anything.
  const hides = /\p{Bidi_C}/u.test(text) || hostsIn(shown).some(isOther);
  return hides && host !== '' ? host : undefined;
}
