/** The page behind every macro, page, feed and byline: the element that belongs to the module. */
import { authorOf } from './shell/author.ts';
import { show } from './shell/page.ts';
import { fillUnlessRefused } from './shell/refusal.ts';
import { widgets } from './widgets/index.ts';

void show(async (page, root) => {
  const { context, words } = page;
  const widget = widgets[context.moduleKey];
  if (!widget) throw new RangeError(`No element belongs to the module ${context.moduleKey}.`);
  const { config = {}, content } = context.extension;
  const [author] = await Promise.all([
    widget.needsAuthor ? authorOf(content) : undefined,
    widget.load(),
  ]);

  fillUnlessRefused(page, root, (community) => {
    const element = document.createElement(widget.tag);
    return Object.assign(element, widget.properties({ config, author, words }), { community });
  });
});
