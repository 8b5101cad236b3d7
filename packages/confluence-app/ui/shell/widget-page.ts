/** Fills the page behind every macro, page, feed and byline with the element that belongs to the module. */
import { applySettings } from '@kantine/elements/registry';
import { modules } from '../modules/index.ts';
import type { Linked } from '@kantine/elements';
import { pageType, showLinked } from './addresses.ts';
import { authorOf } from './author.ts';
import { show } from './page.ts';
import type { Page } from './page.ts';
import { fillUnlessRefused } from './refusal.ts';
import type { Reserve } from './reserve.ts';

/** @param reserve the height that is reserved until the element has its content */
export const showWidget = (reserve: Reserve): Promise<void> => show(fill, reserve);

/** A link to a post leads to the app's own page. */
async function showLinkedPost({ community }: Page, root: HTMLElement): Promise<void> {
  const [{ view }] = await Promise.all([
    import('@forge/bridge'),
    import('@kantine/elements/conversation/define'),
  ]);
  const make = (linked: Linked): HTMLElement =>
    Object.assign(document.createElement('kantine-conversation'), linked, {
      community,
      closable: true,
    });
  await showLinked({ view }, make, root);
}

async function fill(page: Page, root: HTMLElement): Promise<void> {
  const { context } = page;
  const module = modules[context.moduleKey];
  if (!module) throw new RangeError(`No element belongs to the module ${context.moduleKey}.`);
  const { config = {}, content } = context.extension;
  const { author, sets } = module;
  const [writer] = await Promise.all([
    author === undefined ? undefined : authorOf(content),
    module.load(),
  ]);

  fillUnlessRefused(page, root, (community) => {
    const element = document.createElement(module.tag);
    applySettings(element, module.settings, config);
    const about = author === undefined ? {} : { [author]: writer };
    return Object.assign(element, sets, about, { community });
  });
  if (context.extension.type === pageType) await showLinkedPost(page, root);
}
