import type { Widget } from './widget.ts';

export const groups: Widget<object> = {
  tag: 'kantine-groups',
  load: () => import(/* webpackChunkName: 'groups' */ '@kantine/elements/groups/define'),
  apply: () => undefined,
  pane: () => [],
};
