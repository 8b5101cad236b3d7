/** Names of what says the same several times on a page. */
import { msg, str } from '@lit/localize';

/**
 * The name of a button where several say the same: its words as they stand on it, so that who speaks
 * them finds it, and then what it is about. French has a space before the colon.
 */
export const named = (text: string, about: string): string => msg(str`${text}: ${about}`);
