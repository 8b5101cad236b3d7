/**
 * Lists in which owners or stewards alone write prove something by what lies there. Where one was open to the
 * site, anybody may have written or changed a row; once it is closed again, that would pass for an owner's.
 */
import { closedKinds, allLists, listPathById } from '../schema/index.ts';
import { answerIfThere, answerOf, get, isMissingPrincipal, post, rightIn } from '../wire/index.ts';
import type { BasePermissions, Outcome } from '../wire/index.ts';
import type { KeptRow } from './closed-row.ts';
import { byGuid } from './found.ts';
import type { FoundLists } from './found.ts';
import { writeRow } from './row.ts';
import type { FoundRow } from './row.ts';
import type { Site } from './site.ts';

/**
 * Notes which of them, and which other shared lists, are open, before they are closed: an attempt that breaks off in between leaves the note.
 * @param known the setup row; without a trusted one there is nowhere to note it.
 */
export async function noteOpened(
  site: Site,
  found: FoundLists,
  closed: readonly KeptRow[],
  known: FoundRow | undefined,
): Promise<void> {
  if (!known) return;
  const { opened = [], lists = {} } = known.row;
  const there = byGuid(found);
  const shared = allLists(site.collections)
    .filter(({ kind }) => lists[kind] !== undefined)
    .map(({ name }) => found.get(name)?.id);
  const open = [...shared, ...deskIds(site, closed)]
    .filter((id) => id !== undefined)
    .filter((id) => there.get(id)?.isProtected === false && !opened.includes(id));
  if (open.length === 0) return;
  await writeRow(site, known, { ...known.row, opened: [...opened, ...open] });
}

/** The lists of closed containers in which stewards alone write, by their GUIDs. */
export const deskIds = (
  { collections }: Site,
  closed: readonly KeptRow[],
): readonly (string | undefined)[] =>
  closedKinds(collections)
    .filter(({ writers }) => writers === 'owners')
    .flatMap(({ kind }) => closed.map(({ row }) => row.lists[kind]?.id));

interface Item {
  readonly Id: number;
  readonly AuthorId: number;
  readonly EditorId: number;
}

const pageSize = 5_000;

/**
 * Moves rows into the recycle bin that somebody wrote or changed last who may not write in the list by now.
 * @param opened the GUIDs of lists that are closed again, with the rights that they should have.
 */
export async function dropUnproven(site: Site, opened: readonly string[]): Promise<void> {
  for (const path of opened.map(listPathById)) {
    const rows = await itemsOf(site, path);
    const writers = await writersAmong(site, path, [
      ...new Set(rows.flatMap(({ AuthorId, EditorId }) => [AuthorId, EditorId])),
    ]);
    const unproven = rows.filter(
      ({ AuthorId, EditorId }) => !writers.has(AuthorId) || !writers.has(EditorId),
    );
    await site.wire.perform(unproven.map(({ Id }) => post(`${path}/items(${Id})/recycle`)));
  }
}

async function itemsOf({ wire }: Site, path: string): Promise<readonly Item[]> {
  const rows: Item[] = [];
  for (;;) {
    const after = encodeURIComponent(`ID gt ${rows.at(-1)?.Id ?? 0}`);
    const select = '$select=Id,AuthorId,EditorId';
    const page = await wire.send<readonly Item[]>(
      get(`${path}/items?${select}&$filter=${after}&$orderby=ID&$top=${pageSize}`),
    );
    rows.push(...page);
    if (page.length < pageSize) return rows;
  }
}

/** Who of some people may write in a list now. */
async function writersAmong(
  { wire }: Site,
  path: string,
  people: readonly number[],
): Promise<ReadonlySet<number>> {
  const users = await wire.batch(
    people.map((id) => get(`web/getUserById(${id})?$select=LoginName`)),
  );
  const logins = people.flatMap((id, at) => {
    const login = loginIn(users[at]);
    return login === undefined ? [] : [{ id, login }];
  });
  const rights = await wire.batch(
    logins.map(({ login }) => {
      const user = encodeURIComponent(login.replaceAll("'", "''"));
      return get(`${path}/getUserEffectivePermissions(@user)?@user='${user}'`);
    }),
  );
  return new Set(
    logins
      .filter((_, at) => rightIn(answerOf<BasePermissions>(rights[at])) === 'write')
      .map(({ id }) => id),
  );
}

/** Somebody who is not in the site any more may write nothing there. */
function loginIn(outcome: Outcome | undefined): string | undefined {
  if (outcome?.ok === false && isMissingPrincipal(outcome.error)) return undefined;
  return answerIfThere<{ LoginName: string }>(outcome)?.LoginName;
}
