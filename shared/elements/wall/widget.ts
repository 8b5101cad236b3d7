import { defineWidget } from '../registry/declaration.ts';
import { layoutWords } from '../registry/layout-words.ts';
import type { Wall } from './wall.ts';

export const widget = defineWidget<Wall>({
  tag: 'kantine-wall',
  title: { en: 'Wall', nl: 'Prikbord', de: 'Pinnwand', fr: 'Mur' },
  description: {
    en: 'What a group writes, asks and answers.',
    nl: 'Wat een groep schrijft, vraagt en beantwoordt.',
    de: 'Was eine Gruppe schreibt, fragt und beantwortet.',
    fr: 'Ce qu’un groupe écrit, demande et répond.',
  },
  icon: '<path d="M4 5h16v11H9l-5 4z"/><path d="M8 9h8M8 12h5"/>',
  outline: { head: 150, row: 150, rows: 'posts', compact: { head: 130, row: 120 } },
  surfaces: {
    webPart: {
      id: '9c0f6a52-7a1e-4a53-8c1b-2f1de0f4b101',
      alias: 'WallWebPart',
      toolbox: 'feeds',
      size: { columns: 48, rows: 40 },
      presets: [
        {
          title: {
            en: 'Wall, compact',
            nl: 'Prikbord, compact',
            de: 'Pinnwand, kompakt',
            fr: 'Mur, compact',
          },
          description: {
            en: 'The newest posts of a group, for a narrow column.',
            nl: 'De nieuwste berichten van een groep, voor een smalle kolom.',
            de: 'Die neuesten Beiträge einer Gruppe, für eine schmale Spalte.',
            fr: 'Les dernières publications d’un groupe, pour une colonne étroite.',
          },
          sets: { posts: 3, layout: 'compact' },
        },
      ],
    },
    macro: { key: 'wall', opensOnInsert: true, exportsPosts: true },
  },
  settings: {
    group: { kind: 'group' },
    posts: {
      kind: 'number',
      label: {
        en: 'Posts shown at first',
        nl: 'Berichten die meteen te zien zijn',
        de: 'Beiträge, die gleich zu sehen sind',
        fr: 'Publications affichées d’abord',
      },
      least: 3,
      most: 20,
      usual: 10,
    },
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
