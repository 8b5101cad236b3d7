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
    en: 'What is new in all your groups, and the wall of each.',
    nl: 'Wat er nieuw is in al je groepen, en het prikbord van elk.',
    de: 'Was es in allen deinen Gruppen Neues gibt, und die Pinnwand jeder einzelnen.',
    fr: 'Les nouveautés de tous vos groupes, et le mur de chacun.',
  },
  icon: '<path d="M4 5h16v11H9l-5 4z"/><path d="M8 9h8M8 12h5"/>',
  outline: { head: 190, row: 150, rows: 5 },
  surfaces: { homepageFeed: { key: 'home-feed' } },
  settings: {},
});
