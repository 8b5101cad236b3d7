/** Addresses of messages: which one a page's address names, and the address that somebody passes on. */

/** A post of a group. */
export interface Linked {
  readonly group: string;
  readonly post: string;
}

/** The part of a page's address that names a post. */
export const linkParameter = 'kantine';

/** A group's id has no slash in it. */
const linkText = ({ group, post }: Linked): string => `${group}/${post}`;

/** @returns undefined where the text names no post. */
export function linkedBy(text: string): Linked | undefined {
  const slash = text.indexOf('/');
  return slash < 1 || slash === text.length - 1
    ? undefined
    : { group: text.slice(0, slash), post: text.slice(slash + 1) };
}

/** The page at hand shows the post: its address with the post's name. */
function addressHere(linked: Linked): string {
  const address = new URL(location.href);
  address.hash = '';
  address.searchParams.set(linkParameter, linkText(linked));
  return address.href;
}

type AddressOf = (linked: Linked) => string | Promise<string>;

let addressOf: AddressOf = addressHere;

/** For hosts whose pages show no more than a frame of ours: where a post is found there. */
export function useAddresses(of: AddressOf): void {
  addressOf = of;
}

/** The address of a post, for who may read it. */
export const messageAddress = async (linked: Linked): Promise<string> => addressOf(linked);
