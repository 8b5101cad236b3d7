/** What pages of the hosts say as the elements do. */
import { msg } from '@lit/localize';

/** The page could not fetch the code of a widget, as after an upgrade while it was open. */
export const notLoadedText = (): string =>
  msg('This part of the page could not be loaded. Reload the page.');

export const saveText = (): string => msg('Save');
export const tryAgainText = (): string => msg('Try again');
export const groupText = (): string => msg('Group');
