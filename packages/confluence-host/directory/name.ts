/**
 * Names as people have them. Confluence writes behind the name of somebody who is deactivated that they
 * are, in the language of the site, and does not always tell a status beside it.
 */

/** In the languages of sites; other words in parentheses belong to a name: «Ada Lovelace (Finance)». */
const suffixes = [
  'deactivated',
  'unlicensed',
  'deaktiviert',
  'nicht lizenziert',
  'ohne lizenz',
  'gedeactiveerd',
  'zonder licentie',
  'geen licentie',
  'désactivé',
  'désactivée',
  'sans licence',
  'desactivado',
  'sin licencia',
  'disattivato',
  'senza licenza',
  'desativado',
  'sem licença',
];

const ended = /^(.*\S)\s*\(([^()]+)\)$/u;

export interface Named {
  readonly name: string;
  /** Whether the name itself says that somebody is deactivated or has no licence. */
  readonly isMarked: boolean;
}

/** @param isInactive whether Confluence says so: then whatever stands in parentheses is its suffix. */
export function withoutSuffix(displayName: string, isInactive: boolean): Named {
  const [, name = '', suffix = ''] = ended.exec(displayName.trim()) ?? [];
  const isMarked = suffixes.includes(suffix.toLowerCase());
  return isMarked || (isInactive && name !== '')
    ? { name, isMarked }
    : { name: displayName, isMarked: false };
}
