import { defineWidget } from '../registry/declaration.ts';
import type { Kudos } from './kudos.ts';
import { valueWords } from '../parts/value-words.ts';

export const widget = defineWidget<Kudos>({
  tag: 'kantine-kudos',
  title: { en: 'Kudos', nl: 'Kudos', de: 'Kudos', fr: 'Kudos' },
  description: {
    en: 'Thanks between colleagues, with a value and a reason.',
    nl: 'Bedankjes tussen collega’s, met een waarde en een reden.',
    de: 'Dank unter Kolleginnen und Kollegen, mit einem Wert und einem Grund.',
    fr: 'Des remerciements entre collègues, avec une valeur et une raison.',
  },
  icon: '<path d="M12 20s-8-4.6-8-10.2A4.3 4.3 0 0 1 12 7.600a4.300 4.300 0 0 1 8 2.200C20 15.400 12 20 12 20z"/>',
  outline: { head: 110, row: 110, rows: 'count' },
  surfaces: {
    webPart: {
      id: '9c0f6a52-7a1e-4a53-8c1b-2f1de0f4b102',
      alias: 'KudosWebPart',
      toolbox: 'feeds',
      size: { columns: 22, rows: 30 },
    },
    macro: { key: 'kudos' },
    byline: {
      key: 'thank-author',
      title: {
        en: 'Thank the author',
        nl: 'Bedank de auteur',
        de: 'Dem Autor oder der Autorin danken',
        fr: 'Remercier l’auteur',
      },
      tooltip: {
        en: 'Say thanks for this page',
        nl: 'Bedank voor deze pagina',
        de: 'Für diese Seite danken',
        fr: 'Dire merci pour cette page',
      },
      author: 'recipient',
      sets: { count: 3 },
    },
  },
  settings: {
    count: {
      kind: 'number',
      label: {
        en: 'Thanks shown at first',
        nl: 'Bedankjes die meteen te zien zijn',
        de: 'Danksagungen, die gleich zu sehen sind',
        fr: 'Remerciements affichés d’abord',
      },
      least: 1,
      most: 20,
      usual: 5,
    },
    values: {
      kind: 'switches',
      label: {
        en: 'Values offered',
        nl: 'Waarden om uit te kiezen',
        de: 'Werte zur Auswahl',
        fr: 'Valeurs proposées',
      },
      options: valueWords,
    },
  },
});
