/** The page in which an administrator of a space enables Kantine there. */
import './settings/space-settings.ts';
import { show } from './shell/page.ts';

void show(async ({ context, settings, words }, root) => {
  const form = document.createElement('kantine-space-settings');
  root.append(Object.assign(form, { settings, words, locale: context.locale }));
});
