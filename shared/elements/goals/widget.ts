import { defineWidget } from '../registry/declaration.ts';
import type { Goals } from './goals.ts';

export const widget = defineWidget<Goals>({
  tag: 'kantine-goals',
  title: { en: 'Goals', nl: 'Doelen', de: 'Ziele', fr: 'Objectifs' },
  description: {
    en: 'What a group wants to be better, by when, and how it is going.',
    nl: 'Wat een groep beter wil, tegen wanneer, en hoe het gaat.',
    de: 'Was eine Gruppe besser machen will, bis wann und wie es läuft.',
    fr: 'Ce qu’un groupe veut améliorer, pour quand, et où il en est.',
  },
  icon: '<path d="M4 19V5M4 19h16"/><path d="M7 15l4-4 3 2 5-6"/>',
  surfaces: {
    webPart: {
      id: 'c3ceeb24-d23b-4ab5-88d5-19302fa5ae76',
      alias: 'GoalsWebPart',
      toolbox: 'feeds',
      size: { columns: 36, rows: 36 },
    },
    macro: { key: 'goals', opensOnInsert: true },
  },
  settings: {
    group: { kind: 'group' },
  },
});
