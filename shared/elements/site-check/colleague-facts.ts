/** The facts for which a colleague is needed, in words. */
import { asExpected, betterThanExpected, leak, words } from './answer-words.ts';
import type { FactWords } from './answers.ts';

export const colleagueFacts: Readonly<Record<string, FactWords>> = {
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
        'Leden vinden hun besloten groepen niet. Meld het aan de ontwikkelaars van Kantine.',
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
        'Pagina’s kunnen niet nagaan of een besloten groep besloten is en tonen er geen. Meld het aan de ontwikkelaars van Kantine.',
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
        'Danken kann man nur Menschen, die die Website schon kennt.',
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
