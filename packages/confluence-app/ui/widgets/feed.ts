import type { Widget } from './widget.ts';

export const feed: Widget = {
  tag: 'kantine-feed',
  load: () => import('./feed-element.ts'),
  properties: ({ words }) => ({ words }),
};
