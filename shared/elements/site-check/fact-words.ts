/**
 * What a check of a site tells, in every language at once. These words are not among the elements'
 * translations, which every reader of a page loads: few people ever check a site.
 */
import type { Words } from '../registry/words.ts';
import type { FactWords } from './answers.ts';
import { sharedAnswers } from './table-words.ts';

const words = (en: string, nl: string, de: string, fr: string): Words => ({ en, nl, de, fr });

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
  'Nichts ist bekannt. Versuche es später noch einmal.',
  'Rien n’est connu. Réessayez plus tard.',
);

const asExpected = words(
  'Kantine expects this. Nothing to do.',
  'Kantine verwacht dit. Je hoeft niets te doen.',
  'Kantine erwartet das. Du musst nichts tun.',
  'Kantine s’y attend. Rien à faire.',
);

const betterThanExpected = words(
  'Kantine does not need this. Nothing to do.',
  'Kantine heeft dit niet nodig. Je hoeft niets te doen.',
  'Kantine braucht das nicht. Du musst nichts tun.',
  'Kantine n’en a pas besoin. Rien à faire.',
);

const pagesEnd = words(
  'Walls cannot be read beyond their first messages. Tell the developers of Kantine.',
  'Prikborden zijn niet verder te lezen dan de eerste berichten. Meld het aan de ontwikkelaars van Kantine.',
  'Pinnwände lassen sich nicht über die ersten Nachrichten hinaus lesen. Melde es den Entwicklern von Kantine.',
  'Les murs ne se lisent pas au-delà des premiers messages. Signalez-le aux développeurs de Kantine.',
);

const slowLists = words(
  'Long walls cannot be read. Tell the developers of Kantine before a wall has 5,000 messages.',
  'Lange prikborden zijn niet te lezen. Meld het aan de ontwikkelaars van Kantine voordat een prikbord 5.000 berichten heeft.',
  'Lange Pinnwände lassen sich nicht lesen. Melde es den Entwicklern von Kantine, bevor eine Pinnwand 5.000 Nachrichten hat.',
  'Les longs murs ne se lisent pas. Signalez-le aux développeurs de Kantine avant qu’un mur ait 5 000 messages.',
);

const leak = words(
  'People may see what is not meant for them. Do not use closed groups, and tell the developers of Kantine.',
  'Mensen zien misschien wat niet voor hen is bedoeld. Gebruik geen gesloten groepen en meld het aan de ontwikkelaars van Kantine.',
  'Menschen sehen vielleicht, was nicht für sie bestimmt ist. Nutze keine geschlossenen Gruppen und melde es den Entwicklern von Kantine.',
  'Des personnes peuvent voir ce qui ne leur est pas destiné. N’utilisez pas de groupes fermés et signalez-le aux développeurs de Kantine.',
);

export const factWords: Readonly<Record<string, FactWords>> = {
  dateHeader: {
    fact: words(
      'The server says what time it is',
      'De server zegt hoe laat het is',
      'Der Server sagt, wie spät es ist',
      'Le serveur donne l’heure',
    ),
    means: {
      sent: asExpected,
      missing: words(
        'Times follow the clock of each device. A wrong clock shows wrong times.',
        'Tijden volgen de klok van elk apparaat. Een verkeerde klok toont verkeerde tijden.',
        'Zeiten folgen der Uhr jedes Geräts. Eine falsche Uhr zeigt falsche Zeiten.',
        'Les heures suivent l’horloge de chaque appareil. Une horloge fausse montre des heures fausses.',
      ),
    },
  },
  pagePolicy: {
    fact: words(
      'The page has a policy for scripts (CSP)',
      'De pagina heeft een beleid voor scripts (CSP)',
      'Die Seite hat eine Richtlinie für Skripte (CSP)',
      'La page a une règle pour les scripts (CSP)',
    ),
    means: {
      enforced: words(
        'Kantine runs under this policy: you see this page.',
        'Kantine werkt onder dit beleid: je ziet deze pagina.',
        'Kantine läuft unter dieser Richtlinie: Du siehst diese Seite.',
        'Kantine fonctionne sous cette règle : vous voyez cette page.',
      ),
      reported: words(
        'SharePoint blocks nothing yet. Kantine needs no exception.',
        'SharePoint blokkeert nog niets. Kantine heeft geen uitzondering nodig.',
        'SharePoint blockiert noch nichts. Kantine braucht keine Ausnahme.',
        'SharePoint ne bloque encore rien. Kantine n’a besoin d’aucune exception.',
      ),
      none: words(
        'Nothing is blocked. Kantine needs no exception later.',
        'Er wordt niets geblokkeerd. Kantine heeft later geen uitzondering nodig.',
        'Nichts wird blockiert. Kantine braucht auch später keine Ausnahme.',
        'Rien n’est bloqué. Kantine n’aura besoin d’aucune exception.',
      ),
    },
  },
  severalTitles: {
    fact: words(
      'Several lists are found in one request',
      'Meerdere lijsten in één verzoek vinden',
      'Mehrere Listen in einer Anfrage finden',
      'Trouver plusieurs listes en une requête',
    ),
    means: {
      works: asExpected,
      refused: words(
        'Open pages do not hear of new messages. Reload a page to see them, and tell the developers of Kantine.',
        'Open pagina’s horen niet van nieuwe berichten. Laad een pagina opnieuw om ze te zien en meld het aan de ontwikkelaars van Kantine.',
        'Offene Seiten erfahren nicht von neuen Nachrichten. Lade eine Seite neu, um sie zu sehen, und melde es den Entwicklern von Kantine.',
        'Les pages ouvertes n’apprennent pas les nouveaux messages. Rechargez la page pour les voir et signalez-le aux développeurs de Kantine.',
      ),
    },
  },
  pageTokens: {
    fact: words(
      'Reading goes on behind a value',
      'Lezen gaat verder achter een waarde',
      'Lesen geht hinter einem Wert weiter',
      'La lecture reprend derrière une valeur',
    ),
    means: { works: asExpected, refused: pagesEnd, ignored: pagesEnd },
  },
  missingPerson: {
    fact: words(
      'Asking for a person who is not there',
      'Vragen naar iemand die er niet is',
      'Nach jemandem fragen, den es nicht gibt',
      'Demander une personne absente',
    ),
    means: {
      notFound: asExpected,
      serverError: words(
        'Kantine knows this answer as well. Nothing to do.',
        'Kantine kent ook dit antwoord. Je hoeft niets te doen.',
        'Kantine kennt auch diese Antwort. Du musst nichts tun.',
        'Kantine connaît aussi cette réponse. Rien à faire.',
      ),
    },
  },
  peopleSearch: {
    fact: words(
      'The people search knows the newest people',
      'De zoekfunctie kent de nieuwste mensen',
      'Die Personensuche kennt die neuesten Menschen',
      'La recherche connaît les dernières personnes',
    ),
    means: {
      current: asExpected,
      behind: words(
        'New colleagues are found by search some hours later, or a day.',
        'Nieuwe collega’s zijn pas na enkele uren of een dag te vinden.',
        'Neue Kolleginnen und Kollegen findet die Suche erst nach Stunden oder einem Tag.',
        'La recherche trouve les nouveaux collègues après quelques heures ou un jour.',
      ),
      refused: words(
        'People are found by the people picker only. Ask the administrator of SharePoint about search.',
        'Mensen zijn alleen via de personenkiezer te vinden. Vraag de beheerder van SharePoint naar de zoekfunctie.',
        'Menschen findet nur die Personenauswahl. Frage die Administration von SharePoint nach der Suche.',
        'Les personnes ne se trouvent que par le sélecteur. Interrogez l’administrateur de SharePoint sur la recherche.',
      ),
    },
  },
  uniqueBesideReadSecurity: {
    fact: words(
      'Unique values in a list where people read their own rows',
      'Unieke waarden in een lijst waar mensen hun eigen rijen lezen',
      'Eindeutige Werte in einer Liste, in der alle nur ihre Zeilen lesen',
      'Valeurs uniques dans une liste où chacun lit ses lignes',
    ),
    means: { refused: asExpected, works: betterThanExpected },
  },
  deletedDate: {
    fact: words(
      'The date of a list when a row is deleted',
      'De datum van een lijst als een rij wordt verwijderd',
      'Das Datum einer Liste, wenn eine Zeile gelöscht wird',
      'La date d’une liste quand une ligne est supprimée',
    ),
    means: {
      moves: asExpected,
      stays: words(
        'Open pages may show a removed message until the next change.',
        'Open pagina’s tonen een verwijderd bericht misschien tot de volgende wijziging.',
        'Offene Seiten zeigen eine entfernte Nachricht vielleicht bis zur nächsten Änderung.',
        'Les pages ouvertes peuvent montrer un message retiré jusqu’au prochain changement.',
      ),
    },
  },
  groupOwner: {
    fact: words(
      'A group becomes the owner of a group, by REST',
      'Een groep wordt eigenaar van een groep, via REST',
      'Eine Gruppe wird Besitzerin einer Gruppe, über REST',
      'Un groupe devient propriétaire d’un groupe, par REST',
    ),
    means: { refused: asExpected, ignored: asExpected, works: betterThanExpected },
  },
  clientObjects: {
    fact: words(
      'A group becomes the owner of a group, by client.svc',
      'Een groep wordt eigenaar van een groep, via client.svc',
      'Eine Gruppe wird Besitzerin einer Gruppe, über client.svc',
      'Un groupe devient propriétaire d’un groupe, par client.svc',
    ),
    means: {
      works: words(
        'Closed groups can be approved.',
        'Gesloten groepen kunnen worden goedgekeurd.',
        'Geschlossene Gruppen können genehmigt werden.',
        'Les groupes fermés peuvent être approuvés.',
      ),
      refused: words(
        'Closed groups cannot be approved. Ask the administrator of SharePoint whether scripts may use client.svc.',
        'Gesloten groepen kunnen niet worden goedgekeurd. Vraag de beheerder van SharePoint of scripts client.svc mogen gebruiken.',
        'Geschlossene Gruppen können nicht genehmigt werden. Frage die Administration von SharePoint, ob Skripte client.svc nutzen dürfen.',
        'Les groupes fermés ne peuvent pas être approuvés. Demandez à l’administrateur de SharePoint si les scripts peuvent utiliser client.svc.',
      ),
    },
  },
  longSorting: {
    fact: words(
      'Sorting more than 5,000 rows',
      'Meer dan 5.000 rijen sorteren',
      'Mehr als 5.000 Zeilen sortieren',
      'Trier plus de 5 000 lignes',
    ),
    means: { works: asExpected, throttled: slowLists },
  },
  longTokens: {
    fact: words(
      'Reading goes on behind a value in more than 5,000 rows',
      'Lezen gaat verder achter een waarde in meer dan 5.000 rijen',
      'Lesen geht in mehr als 5.000 Zeilen hinter einem Wert weiter',
      'La lecture reprend derrière une valeur parmi plus de 5 000 lignes',
    ),
    means: { works: asExpected, refused: pagesEnd, ignored: pagesEnd, throttled: slowLists },
  },
  authorFirst: {
    fact: words(
      'One person’s rows among more than 5,000',
      'De rijen van één persoon tussen meer dan 5.000',
      'Die Zeilen einer Person unter mehr als 5.000',
      'Les lignes d’une personne parmi plus de 5 000',
    ),
    means: { works: asExpected, throttled: slowLists },
  },
  uniquenessOff: {
    fact: words(
      'Unique values end in a list of more than 20,000 rows',
      'Unieke waarden uitzetten in een lijst van meer dan 20.000 rijen',
      'Eindeutige Werte enden in einer Liste mit mehr als 20.000 Zeilen',
      'Les valeurs uniques prennent fin dans une liste de plus de 20 000 lignes',
    ),
    means: {
      works: asExpected,
      refused: words(
        'Sites from version 0.1 with so many messages cannot be updated. Tell the developers of Kantine first.',
        'Sites van versie 0.1 met zoveel berichten kunnen niet worden bijgewerkt. Meld het eerst aan de ontwikkelaars van Kantine.',
        'Sites der Version 0.1 mit so vielen Nachrichten lassen sich nicht aktualisieren. Melde es zuerst den Entwicklern von Kantine.',
        'Les sites de la version 0.1 avec autant de messages ne peuvent pas être mis à jour. Signalez-le d’abord aux développeurs de Kantine.',
      ),
    },
  },
  itemSecurity: {
    fact: words(
      'A list in which people keep to their own rows',
      'Een lijst waarin mensen bij hun eigen rijen blijven',
      'Eine Liste, in der alle bei ihren eigenen Zeilen bleiben',
      'Une liste où chacun s’en tient à ses lignes',
    ),
    means: {
      kept: asExpected,
      liftedByEdit: words(
        'Kantine gives nobody the level Edit in its lists. Do not give it by hand.',
        'Kantine geeft niemand het niveau Bewerken in zijn lijsten. Geef het ook niet met de hand.',
        'Kantine gibt in seinen Listen niemandem die Stufe Bearbeiten. Vergib sie auch nicht von Hand.',
        'Kantine ne donne à personne le niveau Modification dans ses listes. Ne le donnez pas à la main.',
      ),
      open: leak,
    },
  },
  hiddenRows: {
    fact: words(
      'A hidden row answers like one that is not there',
      'Een verborgen rij antwoordt als een rij die er niet is',
      'Eine verborgene Zeile antwortet wie eine, die es nicht gibt',
      'Une ligne cachée répond comme une ligne absente',
    ),
    means: {
      alike: asExpected,
      differ: words(
        'People can learn that a row exists, not what it says. Tell the developers of Kantine.',
        'Mensen kunnen merken dat een rij bestaat, niet wat er staat. Meld het aan de ontwikkelaars van Kantine.',
        'Menschen können merken, dass es eine Zeile gibt, nicht, was darin steht. Melde es den Entwicklern von Kantine.',
        'On peut apprendre qu’une ligne existe, pas ce qu’elle dit. Signalez-le aux développeurs de Kantine.',
      ),
    },
  },
  sharedRow: {
    fact: words(
      'A list of which one row is shared',
      'Een lijst waarvan één rij is gedeeld',
      'Eine Liste, von der eine Zeile geteilt ist',
      'Une liste dont une ligne est partagée',
    ),
    means: {
      works: asExpected,
      refused: words(
        'Members do not find their closed groups. Tell the developers of Kantine.',
        'Leden vinden hun gesloten groepen niet. Meld het aan de ontwikkelaars van Kantine.',
        'Mitglieder finden ihre geschlossenen Gruppen nicht. Melde es den Entwicklern von Kantine.',
        'Les membres ne trouvent pas leurs groupes fermés. Signalez-le aux développeurs de Kantine.',
      ),
    },
  },
  attachments: {
    fact: words(
      'The file of a hidden row, by its address',
      'Het bestand van een verborgen rij, via het adres',
      'Die Datei einer verborgenen Zeile, über ihre Adresse',
      'Le fichier d’une ligne cachée, par son adresse',
    ),
    means: {
      refused: asExpected,
      readable: words(
        'Kantine keeps no files in such lists. Nothing to do.',
        'Kantine bewaart in zulke lijsten geen bestanden. Je hoeft niets te doen.',
        'Kantine bewahrt in solchen Listen keine Dateien auf. Du musst nichts tun.',
        'Kantine ne garde aucun fichier dans ces listes. Rien à faire.',
      ),
    },
  },
  stamps: {
    fact: words(
      'A colleague changes the author or date of a row',
      'Een collega verandert auteur of datum van een rij',
      'Jemand ändert Autor oder Datum einer Zeile',
      'Un collègue change l’auteur ou la date d’une ligne',
    ),
    means: {
      refused: asExpected,
      works: words(
        'A colleague with technical skill can write in another’s name. Tell the developers of Kantine before you go on.',
        'Een technisch handige collega kan onder andermans naam schrijven. Meld het aan de ontwikkelaars van Kantine voordat je verdergaat.',
        'Wer sich technisch auskennt, kann unter fremdem Namen schreiben. Melde es den Entwicklern von Kantine, bevor du weitermachst.',
        'Un collègue averti peut écrire au nom d’un autre. Signalez-le aux développeurs de Kantine avant de continuer.',
      ),
    },
  },
  uniqueRights: {
    fact: words(
      'Members are told that a list has its own permissions',
      'Leden horen dat een lijst eigen machtigingen heeft',
      'Mitglieder erfahren, dass eine Liste eigene Rechte hat',
      'Les membres apprennent qu’une liste a ses propres autorisations',
    ),
    means: {
      told: asExpected,
      refused: words(
        'Pages cannot prove that a closed group is closed, and show none. Tell the developers of Kantine.',
        'Pagina’s kunnen niet nagaan of een gesloten groep gesloten is en tonen er geen. Meld het aan de ontwikkelaars van Kantine.',
        'Seiten können nicht prüfen, ob eine geschlossene Gruppe geschlossen ist, und zeigen keine. Melde es den Entwicklern von Kantine.',
        'Les pages ne peuvent pas vérifier qu’un groupe fermé est fermé et n’en montrent aucun. Signalez-le aux développeurs de Kantine.',
      ),
    },
  },
  ensureUser: {
    fact: words(
      'A colleague asks for a person’s number',
      'Een collega vraagt het nummer van iemand op',
      'Jemand fragt nach der Nummer einer Person',
      'Un collègue demande le numéro d’une personne',
    ),
    means: {
      works: asExpected,
      refused: words(
        'Colleagues can thank those whom the site knows already, and nobody else.',
        'Collega’s kunnen alleen mensen bedanken die de site al kent.',
        'Danken kann man nur Menschen, die die Site schon kennt.',
        'On ne peut remercier que les personnes que le site connaît déjà.',
      ),
    },
  },
  leaving: {
    fact: words(
      'A member leaves a group alone',
      'Een lid verlaat een groep zelf',
      'Ein Mitglied verlässt eine Gruppe selbst',
      'Un membre quitte un groupe seul',
    ),
    means: {
      refused: words(
        'Members ask a steward to take them out. Kantine expects this.',
        'Leden vragen een begeleider om hen eruit te halen. Kantine verwacht dit.',
        'Mitglieder bitten die Gruppenleitung, sie herauszunehmen. Kantine erwartet das.',
        'Les membres demandent à un responsable de les retirer. Kantine s’y attend.',
      ),
      works: betterThanExpected,
    },
  },
};
