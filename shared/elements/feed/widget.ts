import { defineWidget } from '../registry/declaration.ts';
import type { Feed } from './feed.ts';

export const widget = defineWidget<Feed>({
  tag: 'kantine-feed',
  title: {
    en: 'Walls of your groups',
    nl: 'Prikborden van je groepen',
    de: 'Pinnwände deiner Gruppen',
    fr: 'Murs de vos groupes',
  },
  description: {
    en: 'The walls of your groups, one at a time.',
    nl: 'De prikborden van je groepen, één tegelijk.',
    de: 'Die Pinnwände deiner Gruppen, eine nach der anderen.',
    fr: 'Les murs de vos groupes, un à la fois.',
  },
  icon: '<path d="M4 5h16v11H9l-5 4z"/><path d="M8 9h8M8 12h5"/>',
  surfaces: { homepageFeed: { key: 'home-feed' } },
  settings: {},
});
