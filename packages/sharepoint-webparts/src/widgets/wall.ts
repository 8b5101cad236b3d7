import type { Wall, WallLayout } from '@kantine/elements';
import { groupField, loadGroupPicker } from '../pane/pickers.ts';
import type { Widget } from './widget.ts';

export interface WallProperties {
  readonly group: string;
  readonly posts: number;
  readonly layout: WallLayout;
}

export const wall: Widget<WallProperties> = {
  tag: 'kantine-wall',
  load: () => import(/* webpackChunkName: 'wall' */ '@kantine/elements/wall/define'),
  apply(element, { group, posts, layout }) {
    const shown = element as HTMLElement & Pick<Wall, 'group' | 'posts' | 'layout'>;
    shown.group = group;
    shown.posts = posts;
    shown.layout = layout;
  },
  loadPane: loadGroupPicker,
  pane: ({ words, community, properties }) => [
    groupField('group', properties.group, community),
    { kind: 'number', name: 'posts', label: words.Posts, min: 3, max: 20 },
    {
      kind: 'choice',
      name: 'layout',
      label: words.Layout,
      options: [
        { key: 'full', text: words.LayoutFull, icon: 'ThumbnailView' },
        { key: 'compact', text: words.LayoutCompact, icon: 'GroupedList' },
      ],
    },
  ],
};
