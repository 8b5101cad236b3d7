/** The page in which an administrator of a space enables Kantine there. */
import './settings/space-settings.ts';
import { show } from './shell/page.ts';

void show(async ({ settings, words }, root) => {
  root.append(Object.assign(document.createElement('kantine-space-settings'), { settings, words }));
});
