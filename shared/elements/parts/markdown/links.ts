/** Links, as they are typed and as bare addresses. Only those that are safe become one. */
import { hiddenTarget, seen } from './hidden-target.ts';
import { isBlank } from './lines.ts';
import { safeAddress } from './safe-address.ts';
import type { Inline, Link } from './tree.ts';

/** @param text of the link as it was typed. */
export const linkTo = (url: string, text: string, children: readonly Inline[]): Link => ({
  type: 'link',
  url,
  leadsTo: hiddenTarget(text, url),
  children,
});

/** @returns a link that shows its address as it was typed. */
export function bareLink(typed: string, mail: string | undefined): Link | undefined {
  const scheme = mail ? 'mailto:' : /^www/i.test(typed) ? 'http://' : '';
  const url = safeAddress(scheme + (mail ?? typed));
  return url === undefined ? undefined : linkTo(url, typed, [{ type: 'text', value: typed }]);
}

/**
 * @param target the content of the parentheses: an address, and maybe a title, which is dropped.
 * @returns the address, if it is safe and the text of the link shows anything.
 */
export function addressOf(target: string, text: string): string | undefined {
  const address = target.replace(/\s(?:"[^"]*"|'[^']*')\s*$/, '').trim();
  return isBlank(seen(text)) ? undefined : safeAddress(address.replace(/^<(.*)>$/, '$1'));
}
