/** What every page of the app begins with: where it is, in which language, in which theme. */
import { notLoadedText, useLanguage } from '@kantine/elements';
import { openConfluence } from '@kantine/confluence-host/page';
import type { Confluence } from '@kantine/confluence-host/page';
import { useAddressesOfSite } from './addresses.ts';
import { contextOfFrame } from './context.ts';
import type { Context } from './context.ts';
import { openLinks } from './links.ts';
import type { Reserve } from './reserve.ts';
import { wordsFor } from '../words/words.ts';
import type { Words } from '../words/words.ts';
import { standingNotice } from './standing.ts';

export interface Page extends Confluence {
  readonly context: Context;
  readonly words: Words;
}

/** Light or dark is set by Forge on the document, and follows the reader live; so do the tokens. */
async function enableTheme(enable: () => Promise<unknown>): Promise<void> {
  // Without the tokens Kantine's own colours stay, which can be read as well.
  await enable().catch(() => undefined);
}

/** The app's frames of one person on one page of a space call and listen together. */
const placeOf = ({ cloudId = '', accountId = '', extension: { space } }: Context): string =>
  JSON.stringify([cloudId, accountId, space?.id ?? '']);

async function openPage(): Promise<Page> {
  // The bridge looks for its window when it is loaded.
  const { NavigationTarget, router, view } = await import('@forge/bridge');
  openLinks(router.open);
  useAddressesOfSite({ router, NavigationTarget });
  const themed = enableTheme(() => view.theme.enable());
  const known = contextOfFrame();
  const place = known.then(placeOf);
  const [context, confluence] = await Promise.all([known, openConfluence({ place })]);
  // Some of Atlassian's products write nl_NL.
  const locale = context.locale.replaceAll('_', '-');
  document.documentElement.lang = locale;
  // Where a language cannot be loaded, the words stay English.
  const [words] = await Promise.all([
    wordsFor(locale),
    useLanguage(locale).catch(() => undefined),
    themed,
  ]);
  return { ...confluence, context, words };
}

/**
 * Fills the page, or says that it could not be filled.
 * @param reserve the height that is reserved for it, where one is
 */
export async function show(
  fill: (page: Page, root: HTMLElement) => Promise<void>,
  reserve?: Reserve,
): Promise<void> {
  const root = document.createElement('main');
  document.body.prepend(root);
  reserve?.fill(root);
  try {
    const page = await openPage();
    const { words, context } = page;
    root.before(standingNotice({ confluence: page, words, locale: context.locale }));
    await fill(page, root);
  } catch (error) {
    console.error(error);
    const notice = document.createElement('p');
    notice.setAttribute('role', 'alert');
    notice.textContent = notLoadedText();
    root.replaceChildren(notice);
  }
}
