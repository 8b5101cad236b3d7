import { textIn } from './widget.ts';
import type { Widget } from './widget.ts';

export const profileCard: Widget = {
  tag: 'kantine-profile-card',
  load: () => import('@kantine/elements/profile-card/define'),
  properties({ config }) {
    const person = textIn(config, 'person');
    return {
      person: person === '' ? undefined : person,
      form: textIn(config, 'layout') === 'compact' ? 'compact' : 'full',
    };
  },
  fields: (words) => [
    { kind: 'person', name: 'person', label: words.person },
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
