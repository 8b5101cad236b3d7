/** The facts that somebody has to try who does not own the site, and the answers that count. */

export const colleagueFacts = {
  itemSecurity: ['kept', 'liftedByEdit', 'open'],
  hiddenRows: ['alike', 'differ'],
  sharedRow: ['works', 'refused'],
  attachments: ['refused', 'readable'],
  stamps: ['refused', 'works'],
  uniqueRights: ['told', 'refused'],
  ensureUser: ['works', 'refused'],
  leaving: ['refused', 'works'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ColleagueFact = keyof typeof colleagueFacts;

/**
 * The lists of a check, each with one row: for the level Contribute, for the level Edit, and one of which
 * nothing but its row is shared.
 */
export const listsOf = (
  token: string,
): readonly [contribute: string, edit: string, shared: string] => [
  token,
  // Other names of the same form, which the first one tells.
  `${token.slice(1)}${token.slice(0, 1)}`,
  `${token.slice(2)}${token.slice(0, 2)}`,
];

/** The owner's row is the first one of its list. */
export const hiddenRow = 1;
/** The list has no such row. */
export const missingRow = 999_999;

export const attachment = { name: 'kantine.txt', text: 'Kantine tries whether this can be read.' };

/** The colleague's first row: it asks the owner's page to let its author into the group. */
export const here = 'here';
export const done = 'done';

/** As an answer stands in the scratch list. */
export const written = (id: string, answer: string, detail = ''): string =>
  [`${id}=${answer}`, detail].join(' ').trim().slice(0, 250);

/** @returns an answer that the fact may have; a person who writes into the list may write anything. */
export function readAnswer(
  title: string,
): { readonly id: string; readonly answer: string; readonly detail?: string } | undefined {
  const [, id = '', answer = '', detail = ''] = /^(\w+)=(\w+)(?: (.*))?$/.exec(title) ?? [];
  const answers: readonly string[] | undefined = Object.hasOwn(colleagueFacts, id)
    ? colleagueFacts[id as ColleagueFact]
    : undefined;
  if (!answers || !(answers.includes(answer) || answer === 'failed')) return undefined;
  return { id, answer, ...(isCode(detail) ? { detail } : {}) };
}

/** A detail may name two things: stamps, and requests that tell a hidden row from a missing one. */
const named = new Set(
  'Author Created read versions files rights change form recycle delete'.split(' '),
);

/** Nothing else that somebody writes comes into an owner's table. */
const isCode = (detail: string): boolean =>
  detail !== '' && detail.split(/,? /).every((part) => /^-?\d+$/.test(part) || named.has(part));
