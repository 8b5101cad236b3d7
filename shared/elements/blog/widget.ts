import { defineWidget } from '../registry/declaration.ts';
import type { Blog } from './blog.ts';

export const widget = defineWidget<Blog>({
  tag: 'kantine-blog',
  title: { en: 'Articles', nl: 'Artikelen', de: 'Artikel', fr: 'Articles' },
  description: {
    en: 'Articles of a group, or of all your groups: to read and to write.',
    nl: 'Artikelen van een groep, of van al je groepen: om te lezen en te schrijven.',
    de: 'Artikel einer Gruppe oder aller deiner Gruppen: zum Lesen und Schreiben.',
    fr: 'Les articles d’un groupe, ou de tous vos groupes : à lire et à écrire.',
  },
  icon: '<path d="M5 3h10l4 4v14H5z"/><path d="M14 3v5h5M8 12h8M8 16h6"/>',
  outline: { head: 60, row: 120, rows: 5 },
  surfaces: {
    webPart: {
      id: 'eeeeaca6-bc0d-4040-9a71-3f36a8ddf0c2',
      alias: 'BlogWebPart',
      toolbox: 'feeds',
      size: { columns: 22, rows: 40 },
    },
    macro: { key: 'blog' },
  },
  settings: { group: { kind: 'group' } },
});
