import { defineWidget } from '../registry/declaration.ts';
import type { CommunitySettings } from './community-settings.ts';

export const widget = defineWidget<CommunitySettings>({
  tag: 'kantine-community-settings',
  title: {
    en: 'Settings of the community',
    nl: 'Instellingen van de community',
    de: 'Einstellungen der Community',
    fr: 'Réglages de la communauté',
  },
  description: {
    en: 'Values, kudos a week, languages and the list of staff: owners change them, everybody sees what applies.',
    nl: 'Waarden, kudos per week, talen en de personeelslijst: eigenaren veranderen ze, iedereen ziet wat geldt.',
    de: 'Werte, Kudos pro Woche, Sprachen und die Personalliste: Besitzer ändern sie, alle sehen, was gilt.',
    fr: 'Valeurs, kudos par semaine, langues et liste du personnel : les propriétaires les changent, tous voient ce qui s’applique.',
  },
  icon: '<circle cx="12" cy="12" r="3"/><path d="M12 3v3M12 18v3M3 12h3M18 12h3M5.600 5.600l2.200 2.200M16.200 16.200l2.200 2.200M18.400 5.600l-2.200 2.200M7.800 16.200l-2.200 2.200"/>',
  outline: { head: 120, row: 45, rows: 6 },
  surfaces: {
    webPart: {
      id: '5d0a3b0e-2f5c-4a9d-9a40-61c3a7d1f2b8',
      alias: 'CommunitySettingsWebPart',
      toolbox: 'people',
      size: { columns: 34, rows: 40 },
    },
    macro: { key: 'community-settings' },
  },
  settings: {},
});
