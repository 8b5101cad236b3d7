import { defineWidget } from '../registry/declaration.ts';
import type { Ideas } from './ideas.ts';

export const widget = defineWidget<Ideas>({
  tag: 'kantine-ideas',
  title: { en: 'Ideas', nl: 'Ideeën', de: 'Ideen', fr: 'Idées' },
  description: {
    en: 'Ideas of a group, half ones too, and what became of them.',
    nl: 'Ideeën van een groep, ook halve, en wat ervan geworden is.',
    de: 'Ideen einer Gruppe, auch halbe, und was daraus geworden ist.',
    fr: 'Les idées d’un groupe, même à moitié mûres, et ce qu’elles sont devenues.',
  },
  icon: '<path d="M9 18h6M10 21h4"/><path d="M8.500 15a6.500 6.500 0 1 1 7 0v.500h-7z"/>',
  outline: { head: 110, row: 185, rows: 'count' },
  surfaces: {
    webPart: {
      id: 'f477cb0b-fd7f-445c-b17f-77e1edc43472',
      alias: 'IdeasWebPart',
      toolbox: 'feeds',
      size: { columns: 36, rows: 36 },
    },
    macro: { key: 'ideas', opensOnInsert: true },
  },
  settings: {
    group: { kind: 'group' },
    count: {
      kind: 'number',
      label: {
        en: 'Ideas shown at first',
        nl: 'Ideeën die meteen te zien zijn',
        de: 'Ideen, die gleich zu sehen sind',
        fr: 'Idées affichées d’abord',
      },
      least: 3,
      most: 40,
      usual: 10,
    },
  },
});
