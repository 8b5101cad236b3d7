import { defineWidget } from '../registry/declaration.ts';
import type { PeopleFinder } from './people-finder.ts';

export const widget = defineWidget<PeopleFinder>({
  tag: 'kantine-people-finder',
  title: {
    en: 'Find a colleague',
    nl: 'Zoek een collega',
    de: 'Jemanden finden',
    fr: 'Trouver un collègue',
  },
  description: {
    en: 'Colleagues by name, department, place, skill or interest, and why each was found.',
    nl: 'Collega’s op naam, afdeling, plaats, kennis of interesse, en waarom die gevonden zijn.',
    de: 'Menschen nach Name, Abteilung, Ort, Wissen oder Interesse, und warum sie gefunden wurden.',
    fr: 'Des collègues par nom, service, lieu, compétence ou intérêt, et pourquoi on les a trouvés.',
  },
  icon: '<circle cx="10" cy="8" r="3"/><path d="M4 19c0-3.500 2.500-5.500 6-5.500M20 20l-2.500-2.500"/><circle cx="15.500" cy="15.500" r="3"/>',
  outline: { head: 150, row: 0, rows: 0 },
  surfaces: {
    webPart: {
      id: '0f6cf9c6-6a3b-4f0e-9c53-8d2a7f54b1e6',
      alias: 'PeopleFinderWebPart',
      toolbox: 'people',
      size: { columns: 34, rows: 30 },
    },
    macro: { key: 'people-finder' },
  },
  settings: {},
});
