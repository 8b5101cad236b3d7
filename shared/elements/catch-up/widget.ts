import { defineWidget } from '../registry/declaration.ts';
import { layoutWords } from '../registry/layout-words.ts';
import type { CatchUp } from './catch-up.ts';

export const widget = defineWidget<CatchUp>({
  tag: 'kantine-catch-up',
  title: { en: 'For you', nl: 'Voor jou', de: 'Für dich', fr: 'Pour vous' },
  description: {
    en: 'Two minutes that end: who needs you, what was decided, what is worth a look.',
    nl: 'Twee minuten, en dan klaar: wie je nodig heeft, wat is besloten, wat het bekijken waard is.',
    de: 'Zwei Minuten, dann fertig: wer dich braucht, was entschieden wurde, was einen Blick wert ist.',
    fr: 'Deux minutes, puis c’est fini : qui a besoin de vous, ce qui est décidé, ce qui vaut un coup d’œil.',
  },
  icon: '<path d="M4 13h4l2 3h4l2-3h4"/><path d="M6.500 5h11L20 13v6H4v-6z"/>',
  outline: { head: 60, row: 110, rows: 3, compact: { head: 60 } },
  surfaces: {
    webPart: {
      id: '90336e0c-9651-4ed1-bcaa-1e3ccdd61eea',
      alias: 'CatchUpWebPart',
      toolbox: 'feeds',
      size: { columns: 22, rows: 24 },
      presets: [
        {
          title: {
            en: 'For you, compact',
            nl: 'Voor jou, compact',
            de: 'Für dich, kompakt',
            fr: 'Pour vous, compact',
          },
          description: {
            en: 'How much waits for you, and the list when you ask for it.',
            nl: 'Hoeveel er op je wacht, en de lijst als je erom vraagt.',
            de: 'Wie viel auf dich wartet, und die Liste, wenn du sie willst.',
            fr: 'Ce qui vous attend, et la liste quand vous la demandez.',
          },
          sets: { layout: 'compact' },
        },
      ],
    },
    card: { id: '0c2e7bc8-aa27-4960-9ffc-a692c26816f2', alias: 'CatchUpCard' },
    macro: { key: 'catch-up' },
  },
  settings: {
    layout: {
      kind: 'choice',
      label: layoutWords.label,
      options: {
        full: { words: layoutWords.full, icon: 'ThumbnailView' },
        compact: { words: layoutWords.compact, icon: 'GroupedList' },
      },
      usual: 'full',
    },
  },
});
