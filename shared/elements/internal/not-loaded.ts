import { msg } from '@lit/localize';

/** For a host whose page could not fetch the code of a widget, as after an upgrade while it was open. */
export const notLoadedText = (): string =>
  msg('This part of the page could not be loaded. Reload the page.');
