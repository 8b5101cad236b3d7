/** The page in which an administrator of the site sees how full Kantine is, how long it keeps, removes messages and checks the site. */
import './check/site-check.ts';
import './settings/remove-message.ts';
import './settings/site-settings.ts';
import { show } from './shell/page.ts';

void show(async (page, root) => {
  const { community, settings, words, context } = page;
  const { locale } = context;
  const form = document.createElement('kantine-site-settings');
  const removal = document.createElement('kantine-remove-message');
  const check = document.createElement('kantine-confluence-check');
  root.append(
    Object.assign(form, { settings, words, locale }),
    Object.assign(removal, { community, settings, words }),
    Object.assign(check, { confluence: page, locale }),
  );
});
