/** The facts of long lists, in words. */
import { asExpected, pagesEnd, slowLists, words } from './answer-words.ts';
import type { FactWords } from './answers.ts';

export const listFacts: Readonly<Record<string, FactWords>> = {
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
        'Websites der Version 0.1 mit so vielen Nachrichten lassen sich nicht aktualisieren. Melde es zuerst den Entwicklern von Kantine.',
        'Les sites de la version 0.1 avec autant de messages ne peuvent pas être mis à jour. Signalez-le d’abord aux développeurs de Kantine.',
      ),
    },
  },
};
