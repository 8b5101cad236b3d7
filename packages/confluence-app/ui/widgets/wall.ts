import { numberIn, textIn } from './widget.ts';
import type { Widget } from './widget.ts';

export const wall: Widget = {
  tag: 'kantine-wall',
  load: () => import('@kantine/elements/wall/define'),
  properties: ({ config }) => ({
    group: textIn(config, 'group'),
    posts: numberIn(config, 'posts', 10, 20),
    layout: textIn(config, 'layout') === 'compact' ? 'compact' : 'full',
  }),
  fields: (words) => [
    { kind: 'group', name: 'group' },
    { kind: 'number', name: 'posts', label: words.posts, min: 3, max: 20, usual: 10 },
    {
      kind: 'choice',
      name: 'layout',
      label: words.layout,
      options: [
        ['full', words.full],
        ['compact', words.compact],
      ],
    },
  ],
};
