import type { Words } from './words.ts';

/** The two layouts that several widgets have: for a wide column, and for a narrow one. */
export const layoutWords = {
  label: { en: 'Layout', nl: 'Weergave', de: 'Ansicht', fr: 'Présentation' },
  full: { en: 'Full', nl: 'Volledig', de: 'Vollständig', fr: 'Complète' },
  compact: { en: 'Compact', nl: 'Compact', de: 'Kompakt', fr: 'Compacte' },
} as const satisfies Readonly<Record<string, Words>>;
