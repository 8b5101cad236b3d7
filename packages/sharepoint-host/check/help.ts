/** The colleague's side: what somebody can do who does not own the site. */
import { get, isOwner, isRefusal, merge, post } from '../wire/index.ts';
import type { Helped, Tell } from './answer.ts';
import { attachment, done, here, hiddenRow, listsOf, missingRow, written } from './colleague.ts';
import type { ColleagueFact } from './colleague.ts';
import { groupById, isToken, listById, nameOf } from './scratch.ts';
import { answerTo, remove, tried, withDetail } from './site.ts';
import type { CheckedSite, Found } from './site.ts';

interface Helping {
  readonly site: CheckedSite;
  /** The lists, below `_api/`. */
  readonly contribute: string;
  readonly edit: string;
  readonly token: string;
  readonly me: number;
}

type Part = (helping: Helping) => Promise<Found>;

export async function help(site: CheckedSite, token: string, tell: Tell): Promise<Helped> {
  if (await isOwner(site.wire)) return 'owner';
  const lists = isToken(token) ? await findLists(site, token) : undefined;
  if (!lists) return 'gone';
  const { Id: me } = await site.wire.send<{ Id: number }>(get('web/currentUser?$select=Id'));
  const helping = { site, token, me, ...lists };
  const write = (Title: string) => site.wire.send(post(`${lists.contribute}/items`, { Title }));
  await write(here);
  for (const [id, part] of Object.entries(parts)) {
    const answer = await answerTo(id, () => part(helping));
    await write(written(id, answer.answer, answer.detail));
    tell(answer);
  }
  await write(done);
  return 'done';
}

async function findLists(
  { wire }: CheckedSite,
  token: string,
): Promise<Pick<Helping, 'contribute' | 'edit'> | undefined> {
  const ids: string[] = [];
  for (const name of listsOf(token).slice(0, 2).map(nameOf)) {
    try {
      const { Id, Hidden } = await wire.send<{ Id: string; Hidden: boolean }>(
        get(`web/lists/getByTitle('${name}')?$select=Id,Hidden`),
      );
      // Members may give a list of theirs any title.
      if (!Hidden) return undefined;
      ids.push(listById(Id));
    } catch (error) {
      if (isRefusal(error, 404) || isRefusal(error, 403)) return undefined;
      throw error;
    }
  }
  const [contribute = '', edit = ''] = ids;
  return { contribute, edit };
}

/** Whether the row of the owner can be read or changed. */
async function reaches({ site }: Helping, list: string): Promise<boolean> {
  const rows = await site.wire.send<readonly { Id: number }[]>(get(`${list}/items?$select=Id`));
  if (rows.some(({ Id }) => Id === hiddenRow)) return true;
  const row = `${list}/items(${hiddenRow})`;
  return (await tried(() => site.wire.send(merge(row, { Title: 'changed' })))).isDone;
}

const itemSecurity: Part = async (helping) => {
  if (await reaches(helping, helping.contribute)) return 'open';
  return (await reaches(helping, helping.edit)) ? 'liftedByEdit' : 'kept';
};

/**
 * A row that is hidden has to answer every request like one that is not there. A row that can be read
 * is left alone: a link may lead to a list that is no check's.
 */
const hiddenRows: Part = async ({ site: { wire }, contribute }) => {
  const row = `${contribute}/items(${hiddenRow})`;
  if ((await tried(() => wire.send(get(row)))).isDone) return withDetail('differ', 'read');
  const requests = {
    read: (row: string) => get(row),
    versions: (row: string) => get(`${row}/versions`),
    files: (row: string) => get(`${row}/AttachmentFiles`),
    rights: (row: string) => get(`${row}/effectiveBasePermissions`),
    change: (row: string) => merge(row, { Title: 'changed' }),
    form: (row: string) =>
      post(`${row}/validateUpdateListItem`, {
        formValues: [{ FieldName: 'Title', FieldValue: 'changed' }],
        bNewDocumentUpdate: false,
      }),
    recycle: (row: string) => post(`${row}/recycle`),
    delete: (row: string) => remove(row),
  };
  const told: string[] = [];
  for (const [name, of] of Object.entries(requests)) {
    const codes: string[] = [];
    for (const row of [hiddenRow, missingRow]) {
      codes.push((await tried(() => wire.send(of(`${contribute}/items(${row})`)))).detail);
    }
    if (codes[0] !== codes[1]) told.push(name);
  }
  return told.length === 0 ? 'alike' : withDetail('differ', told.join(', '));
};

/** Members of a closed group find its lists by a row that is shared with them, in a list that is not. */
const sharedRow: Part = async ({ site: { wire }, token }) => {
  const name = nameOf(listsOf(token)[2]);
  const { value, detail } = await tried(() =>
    wire.send<readonly { Id: number }[]>(get(`web/lists/getByTitle('${name}')/items?$select=Id`)),
  );
  const isThere = value?.some(({ Id }) => Id === hiddenRow) === true;
  return isThere ? 'works' : withDetail('refused', detail);
};

const attachments: Part = async ({ site: { wire, environment }, contribute }) => {
  const { RootFolder } = await wire.send<{ RootFolder: { ServerRelativeUrl: string } }>(
    get(`${contribute}?$select=RootFolder/ServerRelativeUrl&$expand=RootFolder`),
  );
  const path = `${RootFolder.ServerRelativeUrl}/Attachments/${hiddenRow}/${attachment.name}`;
  const url = new URL(encodeURI(path), environment.webUrl).href;
  const response = await environment.fetch(url, { method: 'GET', credentials: 'same-origin' });
  const isRead = response.ok && (await response.text()).includes(attachment.text);
  return isRead ? 'readable' : withDetail('refused', `${response.status}`);
};

interface Stamped {
  readonly AuthorId: number;
  readonly Created: string;
}

/** A date that is the same in every order of day and month. */
const longAgo = '1/1/2020';

/** Whether a stamp of an own row can be set. The setting may hide the row from its author. */
async function sets(
  { site: { wire }, contribute, me }: Helping,
  FieldName: string,
  FieldValue: string,
): Promise<boolean> {
  const { Id } = await wire.send<{ Id: number }>(post(`${contribute}/items`, { Title: 'stamped' }));
  const row = `${contribute}/items(${Id})`;
  await tried(() =>
    wire.send(
      post(`${row}/validateUpdateListItem`, {
        formValues: [{ FieldName, FieldValue }],
        bNewDocumentUpdate: false,
      }),
    ),
  );
  try {
    const after = await wire.send<Stamped>(get(`${row}?$select=AuthorId,Created`));
    return after.AuthorId !== me || after.Created < '2021';
  } catch (error) {
    if (isRefusal(error, 404)) return true;
    throw error;
  }
}

interface Person {
  readonly Id: number;
  readonly LoginName: string;
}

/** Somebody of the site other than the reader. */
async function somebodyElse({ site: { wire }, me }: Helping): Promise<Person> {
  const filter = encodeURIComponent(`PrincipalType eq 1 and Id ne ${me}`);
  const people = await wire.send<readonly Person[]>(
    get(`web/siteUsers?$select=Id,LoginName&$filter=${filter}`),
  );
  const other = people.find(({ LoginName }) => LoginName.includes('|membership|'));
  if (!other) throw new RangeError('Nobody else is known to the site.');
  return other;
}

const stamps: Part = async (helping) => {
  const { LoginName } = await somebodyElse(helping);
  const set = [
    ...((await sets(helping, 'Author', JSON.stringify([{ Key: LoginName }]))) ? ['Author'] : []),
    ...((await sets(helping, 'Created', longAgo)) ? ['Created'] : []),
  ];
  return set.length === 0 ? 'refused' : withDetail('works', set.join(', '));
};

const uniqueRights: Part = async ({ site: { wire }, contribute }) => {
  const select = 'HasUniqueRoleAssignments';
  const { value, detail } = await tried(() =>
    wire.send<{ [select]?: boolean }>(get(`${contribute}?$select=${select}`)),
  );
  return value?.[select] === true ? 'told' : withDetail('refused', detail);
};

/** Asked with somebody whom the site knows, so that nothing is written. */
const ensureUser: Part = async (helping) => {
  const { LoginName } = await somebodyElse(helping);
  const { isDone, detail } = await tried(() =>
    helping.site.wire.send(post('web/ensureUser', { logonName: LoginName })),
  );
  return isDone ? 'works' : withDetail('refused', detail);
};

/** The owner's page lets the colleague into the group within a few looks. */
const looks = 30;
const pause = 2000;

const leaving: Part = async ({ site: { wire, environment }, token, me }) => {
  const filter = encodeURIComponent(`Title eq '${nameOf(token)}'`);
  for (let look = 0; look < looks; look += 1) {
    const [group] = await wire.send<readonly { Id: number }[]>(
      get(`web/currentUser/groups?$select=Id&$filter=${filter}`),
    );
    if (group) {
      const { isDone, detail } = await tried(() =>
        wire.send(post(`${groupById(group.Id)}/users/removeById(${me})`)),
      );
      return isDone ? 'works' : withDetail('refused', detail);
    }
    await environment.wait(pause);
  }
  return withDetail('failed', 'not in the group');
};

const parts: Readonly<Record<ColleagueFact, Part>> = {
  itemSecurity,
  hiddenRows,
  sharedRow,
  attachments,
  stamps,
  uniqueRights,
  ensureUser,
  leaving,
};
