/** The page behind every macro, page, feed and byline: the element that belongs to the module. */
import { authorOf } from './shell/author.ts';
import { show } from './shell/page.ts';
import { widgets } from './widgets/index.ts';

void show(async ({ community, context, words }, root) => {
  const widget = widgets[context.moduleKey];
  if (!widget) throw new RangeError(`No element belongs to the module ${context.moduleKey}.`);
  const { config = {}, content } = context.extension;
  const [author] = await Promise.all([
    widget.needsAuthor ? authorOf(content) : undefined,
    widget.load(),
  ]);
  const element = document.createElement(widget.tag);
  Object.assign(element, widget.properties({ config, author, words }), { community });
  root.append(element);
});
