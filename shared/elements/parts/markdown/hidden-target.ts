/**
 * Where a link leads, if its text reads as an address that leads elsewhere.
 *
 * As an address reads what follows two slashes, and a name with dots that goes on with a path, begins with
 * `www.`, is four numbers, or ends in letters that end neither a file's name nor begin the next sentence.
 * An address without a page names its host; one with a page is that page's; one of mail is one person's.
 */

import { letter, letters } from './tokens.ts';

const part = String.raw`${letters}\-`;

/** What follows two slashes. */
const after = String.raw`(?<=\/\/)(?<after>[${part}.。]+|\[[\da-f:.]+\])`;

/** A name is tried where it begins and nowhere else, so that a long one is read once. */
const name = String.raw`(?<![${part}.。])[.。]*(?<name>(?:[${part}]+[.。]+)+\p{L}[${part}]+|(?:\d{1,3}\.){3}\d{1,3}(?![${part}.]))`;

/** What ends a question is no path. */
const path = String.raw`(?::\d+)?(?<path>[/\\]\S*|[?#]\S*${letter})?`;
const addresses = new RegExp(String.raw`(?:${after}|${name})${path}`, 'giu');

/** Hardly any of these is a top-level domain: a name that ends so is a file's. */
const file =
  /\.(?:docx?|xls[mx]?|pptx?|vsdx?|od[pst]|pdf|txt|rtf|md|csv|log|json|xml|ya?ml|[cm]?[jt]sx?|css|html?|aspx?|msg|eml|ics|zip|png|jpe?g|gif|svg|webp|mp[34]|mov)$/i;

/** What begins like a sentence behind the dot that ends another. */
const sentence = /[.。](?!Com$|Net$|Org$)\p{Lu}\p{Ll}+$/u;

const isName = (name: string): boolean =>
  /^www\./i.test(name) || !(file.test(name) || sentence.test(name));

/** @returns the host that an address leads to, as browsers spell it; of a mail address, what follows the @. */
function hostOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const { hostname, pathname } = new URL(address);
  return hostname || hostOf(`http://${pathname.replace(/^.*(?:@|%40)/, '')}`);
}

/** @returns text as it looks: letters of any width are the same, invisible ones are gone. */
export const seen = (text: string): string => text.normalize('NFKC').replace(/\p{DI}/gu, '');

/** Without what may be a mark of emphasis. */
const plain = (text: string): string => seen(text).replace(/[*_`]/g, '');

/** @returns an address, or a part of one, as people read it. */
function readable(address: string): string {
  try {
    return plain(decodeURIComponent(address)).toLowerCase();
  } catch {
    return plain(address).toLowerCase();
  }
}

/** Neither `www.` nor `_` makes another host. */
const core = (host: string): string => host.replace(/^www\.|_/g, '');

/** @returns the hosts that a text seems to name, each with what follows it. */
function addressesIn(text: string): readonly { host: string; behind: string }[] {
  return [...text.matchAll(addresses)].flatMap(({ 0: whole, index, groups = {} }) => {
    const { after, name = '', path = '' } = groups;
    if (after === undefined && path === '' && !isName(name)) return [];
    const host = hostOf(`http://${after ?? name}`);
    // What names no page, as a slash alone, says nothing of one.
    const behind = /[\p{L}\p{N}]/u.test(path) ? text.slice(index + whole.length - path.length) : '';
    return [{ host, behind }];
  });
}

/** Whether a text is an address, letter by letter, as every bare one is. */
const isWhole = (text: string, url: string): boolean =>
  [text, `http://${text}`].some((whole) => URL.canParse(whole) && new URL(whole).href === url);

/** @param behind the host in a text. @returns whether that is where an address leads. */
function leadsThere(behind: string, { pathname, search, hash }: URL): boolean {
  const text = readable(behind).replace(/^[\\/]?/, '/');
  const page = readable(pathname + search + (text.includes('#') ? hash : '')).replace(/\/$/, '');
  return text.startsWith(page) && /^\/?[^\p{L}\p{N}]*(?:\s|$)/u.test(text.slice(page.length));
}

const mailsIn = (text: string): readonly string[] =>
  text.split(/[\s<>()[\],;:!?"]+/).filter((word) => word.includes('@'));

/**
 * @param text of a link as it was typed.
 * @returns what the link leads to, without its scheme, if its text reads as an address that leads elsewhere:
 * the host, or where that is the same, the whole address.
 */
export function hiddenTarget(text: string, url: string): string | undefined {
  const target = new URL(url);
  const { protocol, pathname, search, hash } = target;
  const host = hostOf(url);
  const isMail = protocol === 'mailto:';
  const shown = isMail ? plain(text).replace(/(?<!\S)\S*@/g, '') : plain(text);
  const found = addressesIn(shown);
  // With controls of direction, text can look like anything.
  if (/\p{Bidi_C}/u.test(text) || found.some((named) => core(named.host) !== core(host))) {
    return host || undefined;
  }
  if (!isMail) {
    const isOther = ({ behind }: { behind: string }) =>
      behind !== '' && !leadsThere(behind, target);
    if (isWhole(text, url) || !found.some(isOther)) return undefined;
    return host + pathname + search + hash;
  }
  // Whoever else gets it may stand behind a question mark.
  if (/(?:^|[?&])(?:to|b?cc)=/i.test(readable(search)) && mailsIn(plain(text)).length > 0) {
    return pathname + search;
  }
  const who = readable(pathname);
  const isOther = (mail: string): boolean => ![who, `${who}.`].includes(mail.toLowerCase());
  return mailsIn(plain(text)).some(isOther) ? pathname : undefined;
}
