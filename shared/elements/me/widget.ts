import { defineWidget } from '../registry/declaration.ts';
import type { Me } from './me.ts';

export const widget = defineWidget<Me>({
  tag: 'kantine-me',
  title: {
    en: 'You in Kantine',
    nl: 'Jij in Kantine',
    de: 'Du in Kantine',
    fr: 'Vous dans Kantine',
  },
  description: {
    en: 'What came of what you gave, and what is stored about you: to see, download and erase.',
    nl: 'Wat er kwam van wat je gaf, en wat er over je is opgeslagen: bekijken, downloaden en wissen.',
    de: 'Was aus deinen Beiträgen wurde, und was über dich gespeichert ist: ansehen, herunterladen und löschen.',
    fr: 'Ce que vos contributions ont apporté, et ce qui est enregistré à votre sujet : voir, télécharger, effacer.',
  },
  icon: '<circle cx="12" cy="8" r="4"/><path d="M4 20c1-4 4-6 8-6s7 2 8 6"/>',
  outline: { head: 120, row: 70, rows: 8 },
  surfaces: {
    webPart: {
      id: '02be981f-750f-4ac7-ba4e-92adbdc2e08b',
      alias: 'MeWebPart',
      toolbox: 'people',
      size: { columns: 36, rows: 40 },
    },
    macro: { key: 'me' },
  },
  settings: {},
});
