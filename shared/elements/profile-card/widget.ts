import { defineWidget } from '../registry/declaration.ts';
import { layoutWords } from '../registry/layout-words.ts';
import type { ProfileCard } from './profile-card.ts';

export const widget = defineWidget<ProfileCard>({
  tag: 'kantine-profile-card',
  title: { en: 'Profile card', nl: 'Profielkaart', de: 'Profilkarte', fr: 'Carte de profil' },
  description: {
    en: 'Who somebody is, what to ask them about, what you have in common.',
    nl: 'Wie iemand is, waarover je vragen kunt stellen, wat jullie delen.',
    de: 'Wer jemand ist, wozu man sie oder ihn fragen kann, was euch verbindet.',
    fr: 'Qui est quelqu’un, sur quoi l’interroger, ce que vous avez en commun.',
  },
  icon: '<rect x="3" y="5" width="18" height="14" rx="2"/><circle cx="9" cy="11" r="2"/><path d="M6 16c.8-1.600 5.200-1.600 6 0M15 10h3M15 14h3"/>',
  outline: { head: 250, row: 0, rows: 0, compact: { head: 90 } },
  surfaces: {
    webPart: {
      id: '9c0f6a52-7a1e-4a53-8c1b-2f1de0f4b103',
      alias: 'ProfileCardWebPart',
      toolbox: 'people',
      size: { columns: 22, rows: 24 },
    },
    macro: { key: 'profile-card' },
  },
  settings: {
    person: {
      kind: 'person',
      label: {
        en: 'Person (empty: whoever reads the page)',
        nl: 'Persoon (leeg: wie de pagina leest)',
        de: 'Person (leer: wer die Seite liest)',
        fr: 'Personne (vide : qui lit la page)',
      },
    },
    form: {
      kind: 'choice',
      keptAs: 'layout',
      label: layoutWords.label,
      options: {
        full: { words: layoutWords.full, icon: 'ContactCard' },
        compact: { words: layoutWords.compact, icon: 'ContactInfo' },
      },
      usual: 'full',
    },
  },
});
