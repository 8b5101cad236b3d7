import { defineWidget } from '../registry/declaration.ts';
import type { Groups } from './groups.ts';

export const widget = defineWidget<Groups>({
  tag: 'kantine-groups',
  title: { en: 'Groups', nl: 'Groepen', de: 'Gruppen', fr: 'Groupes' },
  description: {
    en: 'Find, start, join and leave groups; let people into closed ones.',
    nl: 'Groepen vinden, beginnen, lid worden en verlaten; mensen toelaten tot besloten groepen.',
    de: 'Gruppen finden, gründen, beitreten und verlassen; andere in geschlossene aufnehmen.',
    fr: 'Trouver, créer, rejoindre et quitter des groupes ; admettre des personnes dans les groupes fermés.',
  },
  icon: '<circle cx="9" cy="9" r="3"/><path d="M3 19c0-3.500 2.500-5.500 6-5.500s6 2 6 5.500M16 6.200a3 3 0 0 1 0 5.600M18 14c2 .8 3 2.500 3 5"/>',
  outline: { head: 130, row: 100, rows: 4 },
  surfaces: {
    webPart: {
      id: '9c0f6a52-7a1e-4a53-8c1b-2f1de0f4b104',
      alias: 'GroupsWebPart',
      toolbox: 'people',
      size: { columns: 34, rows: 36 },
    },
    macro: { key: 'groups' },
    spacePage: { key: 'space-groups', route: 'kantine' },
    globalPage: { key: 'all-groups', route: 'kantine' },
  },
  settings: {},
});
