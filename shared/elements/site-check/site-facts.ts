/** The facts that an owner tries alone, in words. */
import { asExpected, betterThanExpected, pagesEnd, words } from './answer-words.ts';
import type { FactWords } from './answers.ts';

export const siteFacts: Readonly<Record<string, FactWords>> = {
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
        'Kantine fonctionne sous cette règle : vous voyez cette page.',
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
        'Menschen findet nur die Personenauswahl. Frag die Administration von SharePoint nach der Suche.',
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
        'Besloten groepen kunnen worden goedgekeurd.',
        'Geschlossene Gruppen können genehmigt werden.',
        'Les groupes fermés peuvent être approuvés.',
      ),
      refused: words(
        'Closed groups cannot be approved. Ask the administrator of SharePoint whether scripts may use client.svc.',
        'Besloten groepen kunnen niet worden goedgekeurd. Vraag de beheerder van SharePoint of scripts client.svc mogen gebruiken.',
        'Geschlossene Gruppen können nicht genehmigt werden. Frag die Administration von SharePoint, ob Skripte client.svc nutzen dürfen.',
        'Les groupes fermés ne peuvent pas être approuvés. Demandez à l’administrateur de SharePoint si les scripts peuvent utiliser client.svc.',
      ),
    },
  },
};
