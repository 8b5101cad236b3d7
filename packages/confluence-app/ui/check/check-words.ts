// In one file, since its sentences are translated side by side.
/** What the check of a site says, in every language at once: few people ever check a site. */

import { sharedAnswers } from '@kantine/elements/site-check/answers';
import type { FactWords } from '@kantine/elements/site-check/answers';

export type Language = 'en' | 'nl' | 'de' | 'fr';
export type Said = Readonly<Record<Language, string>>;

const said = (en: string, nl: string, de: string, fr: string): Said => ({ en, nl, de, fr });

export const pageWords = {
  title: said(
    'Check this site',
    'Deze site controleren',
    'Diese Website prüfen',
    'Vérifier ce site',
  ),
  intro: said(
    'Kantine tries what nobody promises of this site. Nothing is written, and the answers name nobody.',
    'Kantine probeert wat niemand over deze site belooft. Er wordt niets geschreven, en in de antwoorden staan geen namen.',
    'Kantine probiert aus, was niemand über diese Website verspricht. Es wird nichts geschrieben, und in den Antworten stehen keine Namen.',
    'Kantine essaie ce que personne ne promet de ce site. Rien n’est écrit, et les réponses ne nomment personne.',
  ),
  refused: said(
    'Only administrators of Confluence can check the site.',
    'Alleen beheerders van Confluence kunnen de site controleren.',
    'Nur die Administration von Confluence kann die Website prüfen.',
    'Seuls les administrateurs de Confluence peuvent vérifier le site.',
  ),
  notChecked: said(
    'The check ended early. Try again.',
    'De controle stopte te vroeg. Probeer het opnieuw.',
    'Die Prüfung brach ab. Versuch es noch einmal.',
    'La vérification s’est interrompue. Réessayez.',
  ),
} as const satisfies Readonly<Record<string, Said>>;

export const answerWords: Readonly<Record<string, Said>> = {
  ...sharedAnswers,
  serverError: said('Server error', 'Serverfout', 'Serverfehler', 'Erreur du serveur'),
  one: said('One point', 'Eén punt', 'Ein Punkt', 'Un point'),
  more: said('More than one point', 'Meer dan één punt', 'Mehr als ein Punkt', 'Plus d’un point'),
  unknown: said('Not known', 'Niet bekend', 'Nicht bekannt', 'Inconnu'),
  index: said('By an index', 'Met een index', 'Über einen Index', 'Par un index'),
  scan: said(
    'By reading everything',
    'Door alles te lezen',
    'Durch Lesen von allem',
    'En lisant tout',
  ),
  silent: said('Not heard', 'Niet gehoord', 'Nicht gehört', 'Pas entendu'),
};

export const failedMeans = said(
  'Nothing is known about this. Try again; the copied text has the code.',
  'Hierover is niets bekend. Probeer het opnieuw; de code staat in de gekopieerde tekst.',
  'Darüber ist nichts bekannt. Versuch es noch einmal; der Code steht im kopierten Text.',
  'On n’en sait rien. Réessayez ; le code figure dans le texte copié.',
);

/** Words that several facts share. */
const expected = said(
  'Kantine expects this.',
  'Dit verwacht Kantine.',
  'Das erwartet Kantine.',
  'Kantine s’y attend.',
);
const consent = said(
  'A scope is missing: install the app again and accept its scopes.',
  'Er ontbreekt een machtiging: installeer de app opnieuw en accepteer de machtigingen.',
  'Eine Berechtigung fehlt: Installiere die App noch einmal und nimm ihre Berechtigungen an.',
  'Une autorisation manque : réinstallez l’application et acceptez ses autorisations.',
);

export const factWords: Readonly<Record<string, FactWords>> = {
  rights: {
    fact: said(
      'Asking what somebody may do in a space',
      'Vragen wat iemand in een ruimte mag',
      'Fragen, was jemand in einem Bereich darf',
      'Demander ce que quelqu’un peut faire dans un espace',
    ),
    means: { works: expected, refused: consent },
  },
  people: {
    fact: said(
      'Asking for names of people',
      'Namen van mensen opvragen',
      'Namen von Personen abfragen',
      'Demander les noms des personnes',
    ),
    means: { works: expected, refused: consent },
  },
  search: {
    fact: said(
      'Finding somebody by name',
      'Iemand op naam vinden',
      'Jemanden über den Namen finden',
      'Trouver quelqu’un par son nom',
    ),
    means: {
      works: expected,
      refused: consent,
      serverError: said(
        'Colleagues cannot be found by name now. Try again later.',
        'Collega’s zijn nu niet op naam te vinden. Probeer het later opnieuw.',
        'Kolleginnen und Kollegen sind gerade nicht über den Namen zu finden. Versuch es später noch einmal.',
        'On ne peut pas trouver de collègues par leur nom pour l’instant. Réessayez plus tard.',
      ),
    },
  },
  points: {
    fact: said(
      'Confluence tells how many points of the hour are left',
      'Confluence vertelt hoeveel punten er dit uur over zijn',
      'Confluence teilt mit, wie viele Punkte der Stunde übrig sind',
      'Confluence indique combien de points de l’heure restent',
    ),
    means: {
      told: said(
        'The copied text has the numbers.',
        'De getallen staan in de gekopieerde tekst.',
        'Die Zahlen stehen im kopierten Text.',
        'Les nombres figurent dans le texte copié.',
      ),
      missing: said(
        'Kantine notices the quota only when it is used up. It waits then, and says so.',
        'Kantine merkt het quotum pas als het op is. Dan wacht ze, en zegt dat.',
        'Kantine bemerkt das Kontingent erst, wenn es aufgebraucht ist. Dann wartet sie und sagt das.',
        'Kantine ne remarque le quota que lorsqu’il est épuisé. Il attend alors et le dit.',
      ),
    },
  },
  cost: {
    fact: said(
      'What asking for somebody’s rights costs',
      'Wat een vraag naar iemands rechten kost',
      'Was eine Frage nach den Rechten einer Person kostet',
      'Ce que coûte une question sur les droits d’une personne',
    ),
    means: {
      one: said(
        'The arithmetic in the installation guide holds.',
        'De berekening in de installatiegids klopt.',
        'Die Rechnung in der Installationsanleitung stimmt.',
        'Le calcul du guide d’installation est valable.',
      ),
      more: said(
        'One app serves fewer people than the installation guide says: divide by the points in the copied text.',
        'Eén app kan minder mensen aan dan de installatiegids zegt: deel door de punten in de gekopieerde tekst.',
        'Eine App reicht für weniger Personen, als die Installationsanleitung sagt: Teile durch die Punkte im kopierten Text.',
        'Une application sert moins de personnes que ne le dit le guide d’installation : divisez par les points du texte copié.',
      ),
      unknown: said(
        'It could not be told apart from what others used.',
        'Het was niet te onderscheiden van wat anderen verbruikten.',
        'Es war nicht von dem zu unterscheiden, was andere verbrauchten.',
        'On n’a pas pu le distinguer de ce que d’autres ont consommé.',
      ),
    },
  },
  plans: {
    fact: said(
      'The database finds messages',
      'De database vindt berichten',
      'Die Datenbank findet Nachrichten',
      'La base de données trouve les messages',
    ),
    means: {
      index: said(
        'Walls stay fast however much is written.',
        'Prikborden blijven snel, hoeveel er ook geschreven wordt.',
        'Pinnwände bleiben schnell, wie viel auch geschrieben wird.',
        'Les murs restent rapides, quelle que soit la quantité écrite.',
      ),
      scan: said(
        'Some questions grow slower with what is written. Send the copied text to who maintains Kantine.',
        'Sommige vragen worden trager naarmate er meer geschreven is. Stuur de gekopieerde tekst aan wie Kantine onderhoudt.',
        'Manche Fragen werden mit der Menge langsamer. Schick den kopierten Text an die, die Kantine pflegen.',
        'Certaines questions ralentissent avec la quantité écrite. Envoyez le texte copié aux personnes qui maintiennent Kantine.',
      ),
      unknown: said(
        'The database does not say. Walls work all the same.',
        'De database zegt het niet. Prikborden werken toch.',
        'Die Datenbank sagt es nicht. Pinnwände funktionieren trotzdem.',
        'La base de données ne le dit pas. Les murs fonctionnent tout de même.',
      ),
    },
  },
  size: {
    fact: said(
      'The database tells how full it is',
      'De database vertelt hoe vol ze is',
      'Die Datenbank teilt mit, wie voll sie ist',
      'La base de données indique son remplissage',
    ),
    means: {
      told: said(
        'These settings can warn before it is full; the number is an estimate.',
        'Deze instellingen kunnen waarschuwen voordat ze vol is; het getal is een schatting.',
        'Diese Einstellungen können warnen, bevor sie voll ist; die Zahl ist eine Schätzung.',
        'Ces réglages peuvent avertir avant qu’elle soit pleine ; le nombre est une estimation.',
      ),
      missing: said(
        'Nobody is warned before it is full. Keep posts for a limited time.',
        'Niemand wordt gewaarschuwd voordat ze vol is. Bewaar berichten voor beperkte tijd.',
        'Niemand wird gewarnt, bevor sie voll ist. Behalte Beiträge nur eine begrenzte Zeit.',
        'Personne n’est averti avant qu’elle soit pleine. Conservez les publications pour une durée limitée.',
      ),
    },
  },
  realtime: {
    fact: said(
      'A page hears at once of something new',
      'Een pagina hoort meteen van iets nieuws',
      'Eine Seite hört sofort von Neuem',
      'Une page apprend aussitôt ce qui est nouveau',
    ),
    means: {
      works: expected,
      silent: said(
        'Pages look for something new every half a minute instead.',
        'Pagina’s kijken in plaats daarvan elke halve minuut of er iets nieuws is.',
        'Seiten sehen stattdessen jede halbe Minute nach Neuem.',
        'Les pages vérifient à la place toutes les trente secondes s’il y a du nouveau.',
      ),
      refused: said(
        'Realtime is not there or is busy. Pages look for something new every half a minute instead.',
        'Realtime is er niet of heeft het druk. Pagina’s kijken in plaats daarvan elke halve minuut of er iets nieuws is.',
        'Realtime ist nicht da oder beschäftigt. Seiten sehen stattdessen jede halbe Minute nach Neuem.',
        'Le temps réel manque ou est occupé. Les pages vérifient à la place toutes les trente secondes s’il y a du nouveau.',
      ),
    },
  },
  tokens: {
    fact: said(
      'A page tells other pages something by itself',
      'Een pagina vertelt uit zichzelf iets aan andere pagina’s',
      'Eine Seite teilt anderen von sich aus etwas mit',
      'Une page dit d’elle-même quelque chose aux autres',
    ),
    means: {
      refused: expected,
      works: said(
        'Somebody with a console could make pages ask again for nothing. Nobody reads more by it. Tell who maintains Kantine.',
        'Iemand met een console kan pagina’s voor niets opnieuw laten vragen. Niemand leest daardoor meer. Meld het aan wie Kantine onderhoudt.',
        'Wer eine Konsole hat, könnte Seiten umsonst neu fragen lassen. Niemand liest dadurch mehr. Melde es denen, die Kantine pflegen.',
        'Quelqu’un muni d’une console pourrait faire redemander les pages pour rien. Personne n’en lit davantage. Signalez-le aux personnes qui maintiennent Kantine.',
      ),
    },
  },
  pictures: {
    fact: said(
      'Pictures of people in the app’s frame',
      'Foto’s van mensen in het kader van de app',
      'Bilder von Personen im Rahmen der App',
      'Images des personnes dans le cadre de l’application',
    ),
    means: {
      works: expected,
      refused: said(
        'Initials stand in the place of pictures.',
        'In plaats van foto’s staan er initialen.',
        'Statt Bildern stehen Initialen.',
        'Des initiales remplacent les images.',
      ),
    },
  },
};

/** The language of a BCP 47 tag; English where we have no other. */
export function languageOf(tag: string): Language {
  const language = tag.toLowerCase().split(/[-_]/)[0];
  return language === 'nl' || language === 'de' || language === 'fr' ? language : 'en';
}
