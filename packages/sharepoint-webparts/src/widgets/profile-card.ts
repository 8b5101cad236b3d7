import type { CardForm, ProfileCard } from '@kantine/elements';
import { loadPeoplePicker, personField } from '../pane/pickers.ts';
import type { Widget } from './widget.ts';

export interface ProfileCardProperties {
  /** Empty for whoever reads the page. */
  readonly person: string;
  readonly layout: Exclude<CardForm, 'edit'>;
}

export const profileCard: Widget<ProfileCardProperties> = {
  tag: 'kantine-profile-card',
  load: () =>
    import(/* webpackChunkName: 'profile-card' */ '@kantine/elements/profile-card/define'),
  apply(element, { person, layout }) {
    const card = element as HTMLElement & Pick<ProfileCard, 'person' | 'form'>;
    card.person = person === '' ? undefined : person;
    // Somebody who is editing their own profile goes on with that.
    if (card.form !== 'edit') card.form = layout;
  },
  loadPane: loadPeoplePicker,
  pane: ({ words, community, properties }) => [
    personField('person', words.Person, properties.person, community),
    {
      kind: 'choice',
      name: 'layout',
      label: words.Layout,
      options: [
        { key: 'full', text: words.LayoutFull, icon: 'ContactCard' },
        { key: 'compact', text: words.LayoutCompact, icon: 'ContactInfo' },
      ],
    },
  ],
};
