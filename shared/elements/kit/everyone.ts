/** Everybody in a group, as a text mentions them. */
import { everybodyToken } from '@kantine/core';
import { msg } from '@lit/localize';

/** What stands behind the `@`. */
export const everyone = (): string => msg('everyone in this group');

/** A text of which tokens are no part of what people read. */
export const withEveryone = (text: string): string =>
  text.replaceAll(everybodyToken, () => `@${everyone()}`);
