import type { Widget } from './widget.ts';

export const groups: Widget = {
  tag: 'kantine-groups',
  load: () => import('@kantine/elements/groups/define'),
  properties: () => ({}),
};
