import type { KudosValue } from '@kantine/core';
import type { Words } from '../registry/words.ts';

/** The company values in every language. */
export const valueWords: Readonly<Record<KudosValue, Words>> = {
  'helps-out': {
    en: 'Helps out',
    nl: 'Springt bij',
    de: 'Springt ein',
    fr: 'Donne un coup de main',
  },
  'shares-knowledge': {
    en: 'Shares knowledge',
    nl: 'Deelt kennis',
    de: 'Teilt Wissen',
    fr: 'Partage son savoir',
  },
  'dares-to-try': {
    en: 'Dares to try',
    nl: 'Durft te proberen',
    de: 'Traut sich was',
    fr: 'Ose essayer',
  },
  'keeps-promises': {
    en: 'Keeps promises',
    nl: 'Komt afspraken na',
    de: 'Hält Wort',
    fr: 'Tient parole',
  },
  'brings-joy': {
    en: 'Brings joy',
    nl: 'Brengt plezier',
    de: 'Macht Freude',
    fr: 'Apporte de la joie',
  },
};
