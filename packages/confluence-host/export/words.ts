/** The words of an export, which no page and no element of ours takes part in. */

export interface ExportWords {
  /** In the place of what an export cannot show; a link to the page. */
  readonly onThePage: string;
  /** With `{group}`. */
  readonly newest: string;
  readonly quiet: string;
}

const all: Readonly<Record<string, ExportWords>> = {
  en: {
    onThePage: 'What Kantine shows here can be read on the page.',
    newest: 'What is new in {group}',
    quiet: 'Nobody has written here yet.',
  },
  nl: {
    onThePage: 'Wat Kantine hier toont, is te lezen op de pagina.',
    newest: 'Nieuw in {group}',
    quiet: 'Nog niemand heeft hier geschreven.',
  },
  de: {
    onThePage: 'Was Kantine hier zeigt, ist auf der Seite zu lesen.',
    newest: 'Neues in {group}',
    quiet: 'Hier hat noch niemand etwas geschrieben.',
  },
  fr: {
    onThePage: 'Ce que Kantine affiche ici peut être lu sur la page.',
    newest: 'Du nouveau dans {group}',
    quiet: 'Personne n’a encore écrit ici.',
  },
};

/** @param locale as Confluence writes it, such as nl_NL; English where there is none, or none of ours. */
export function exportWords(locale: string | undefined): ExportWords {
  const language = locale?.toLowerCase().split(/[-_]/)[0] ?? '';
  return (Object.hasOwn(all, language) ? all[language] : all.en) as ExportWords;
}
