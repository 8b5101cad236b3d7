/** The answers of a check in every language, and what several facts mean alike. */
import type { Words } from '../registry/words.ts';
import { sharedAnswers } from './table-words.ts';

export const words = (en: string, nl: string, de: string, fr: string): Words => ({
  en,
  nl,
  de,
  fr,
});

/** The answers' own names. */
export const answerWords: Readonly<Record<string, Words>> = {
  ...sharedAnswers,
  ignored: words('Ignored', 'Genegeerd', 'Übergangen', 'Ignoré'),
  throttled: words('Too many rows', 'Te veel rijen', 'Zu viele Zeilen', 'Trop de lignes'),
  sent: words('Sent', 'Verstuurd', 'Gesendet', 'Envoyé'),
  enforced: words('In force', 'Van kracht', 'In Kraft', 'En vigueur'),
  reported: words('Reported only', 'Alleen gemeld', 'Nur gemeldet', 'Signalé seulement'),
  none: words('None', 'Geen', 'Keine', 'Aucune'),
  notFound: words(
    'Not found (404)',
    'Niet gevonden (404)',
    'Nicht gefunden (404)',
    'Introuvable (404)',
  ),
  serverError: words(
    'Server error (500)',
    'Serverfout (500)',
    'Serverfehler (500)',
    'Erreur du serveur (500)',
  ),
  current: words('Up to date', 'Actueel', 'Aktuell', 'À jour'),
  behind: words('Behind', 'Loopt achter', 'Im Rückstand', 'En retard'),
  moves: words('Changes', 'Verandert', 'Ändert sich', 'Change'),
  stays: words('Stays', 'Blijft', 'Bleibt', 'Reste'),
  kept: words('Kept', 'Nageleefd', 'Eingehalten', 'Respecté'),
  liftedByEdit: words(
    'Not for the level Edit',
    'Niet voor het niveau Bewerken',
    'Nicht für die Stufe Bearbeiten',
    'Pas pour le niveau Modification',
  ),
  open: words('Not kept', 'Niet nageleefd', 'Nicht eingehalten', 'Non respecté'),
  alike: words('The same', 'Hetzelfde', 'Gleich', 'Identique'),
  differ: words('Different', 'Verschillend', 'Verschieden', 'Différent'),
  readable: words('Can be read', 'Leesbaar', 'Lesbar', 'Lisible'),
};

/** Holds for every fact. */
export const failedMeans = words(
  'Nothing is known. Try again later.',
  'Er is niets bekend. Probeer het later opnieuw.',
  'Nichts ist bekannt. Versuch es später noch einmal.',
  'Rien n’est connu. Réessayez plus tard.',
);

export const asExpected = words(
  'Kantine expects this. Nothing to do.',
  'Kantine verwacht dit. Je hoeft niets te doen.',
  'Kantine erwartet das. Du musst nichts tun.',
  'Kantine s’y attend. Rien à faire.',
);

export const betterThanExpected = words(
  'Kantine does not need this. Nothing to do.',
  'Kantine heeft dit niet nodig. Je hoeft niets te doen.',
  'Kantine braucht das nicht. Du musst nichts tun.',
  'Kantine n’en a pas besoin. Rien à faire.',
);

export const pagesEnd = words(
  'Walls cannot be read beyond their first messages. Tell the developers of Kantine.',
  'Prikborden zijn niet verder te lezen dan de eerste berichten. Meld het aan de ontwikkelaars van Kantine.',
  'Pinnwände lassen sich nicht über die ersten Nachrichten hinaus lesen. Melde es den Entwicklern von Kantine.',
  'Les murs ne se lisent pas au-delà des premiers messages. Signalez-le aux développeurs de Kantine.',
);

export const slowLists = words(
  'Long walls cannot be read. Tell the developers of Kantine before a wall has 5,000 messages.',
  'Lange prikborden zijn niet te lezen. Meld het aan de ontwikkelaars van Kantine voordat een prikbord 5.000 berichten heeft.',
  'Lange Pinnwände lassen sich nicht lesen. Melde es den Entwicklern von Kantine, bevor eine Pinnwand 5.000 Nachrichten hat.',
  'Les longs murs ne se lisent pas. Signalez-le aux développeurs de Kantine avant qu’un mur ait 5 000 messages.',
);

export const leak = words(
  'People may see what is not meant for them. Do not use closed groups, and tell the developers of Kantine.',
  'Mensen zien misschien wat niet voor hen is bedoeld. Gebruik geen besloten groepen en meld het aan de ontwikkelaars van Kantine.',
  'Menschen sehen vielleicht, was nicht für sie bestimmt ist. Nutze keine geschlossenen Gruppen und melde es den Entwicklern von Kantine.',
  'Des personnes peuvent voir ce qui ne leur est pas destiné. N’utilisez pas de groupes fermés et signalez-le aux développeurs de Kantine.',
);
