/** The page behind every macro, page, feed and byline: the element that belongs to the module. */
import { applySettings } from '@kantine/elements/registry';
import { modules } from './modules/index.ts';
import { authorOf } from './shell/author.ts';
import { show } from './shell/page.ts';
import { fillUnlessRefused } from './shell/refusal.ts';

void show(async (page, root) => {
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
});
