/** The page in which an administrator of the site sees how full Kantine is, and how long it keeps. */
import './settings/site-settings.ts';
import { show } from './shell/page.ts';

void show(async ({ settings, words, context }, root) => {
  const { locale } = context;
  const form = document.createElement('kantine-site-settings');
  root.append(Object.assign(form, { settings, words, locale }));
});
