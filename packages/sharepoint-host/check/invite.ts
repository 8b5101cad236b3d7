/** The owner's side of what a colleague tries: lists and a group for them, and hearing their answers. */
import { get, merge, post } from '../wire/index.ts';
import type { Invitation, Tell } from './answer.ts';
import {
  attachment,
  colleagueFacts,
  done,
  here,
  hiddenRow,
  listsOf,
  readAnswer,
} from './colleague.ts';
import { groupById, makeGroup, makeList, nameOf, newToken, removeGroup } from './scratch.ts';
import { remove } from './site.ts';
import type { CheckedSite } from './site.ts';

/** The owner's page looks so often. In milliseconds. */
const interval = 3000;

/** RoleTypeKind of the levels that every site begins with. */
const levels = { read: 2, contribute: 3, edit: 6 } as const;

/** Everybody keeps to their own rows, which is what closed groups and requests rely on. */
const settings = { ReadSecurity: 2, WriteSecurity: 2, EnableAttachments: true };

interface Assignment {
  readonly PrincipalId: number;
  readonly RoleDefinitionBindings: readonly { readonly RoleTypeKind: number }[];
}

const administrator = 5;
const guest = 1;

/** The readers of the site who do not own it, as principals. */
async function readersOf({ wire }: CheckedSite): Promise<readonly number[]> {
  const assignments = await wire.send<readonly Assignment[]>(
    get(
      'web/roleAssignments?$select=PrincipalId,RoleDefinitionBindings/RoleTypeKind&$expand=RoleDefinitionBindings',
    ),
  );
  return assignments
    .filter(({ RoleDefinitionBindings: levels }) => {
      const kinds = levels.map(({ RoleTypeKind }) => RoleTypeKind);
      return !kinds.includes(administrator) && kinds.some((kind) => kind !== guest);
    })
    .map(({ PrincipalId }) => PrincipalId);
}

/** Gives a list or a row to nobody but its maker and some others, with one level. */
async function giveOnly(
  { wire }: CheckedSite,
  path: string,
  kind: number,
  to: readonly number[],
): Promise<void> {
  const { Id: level } = await wire.send<{ Id: number }>(
    get(`web/roleDefinitions/getByType(${kind})?$select=Id`),
  );
  await wire.perform([
    post(`${path}/breakRoleInheritance(copyRoleAssignments=false,clearSubscopes=true)`),
    ...to.map((id) =>
      post(`${path}/roleAssignments/addRoleAssignment(principalId=${id},roleDefId=${level})`),
    ),
  ]);
}

export async function invite(site: CheckedSite): Promise<Invitation> {
  const { wire } = site;
  const token = newToken();
  const lists: string[] = [];
  let group: number | undefined;
  const end = async (): Promise<void> => {
    if (group !== undefined) await removeGroup(site, group);
    group = undefined;
    // The first one last: a later check finds what is left by it.
    while (lists.length > 0) {
      await wire.send(remove(lists.at(-1) as string));
      lists.pop();
    }
  };
  let me: number;
  try {
    me = (await wire.send<{ Id: number }>(get('web/currentUser?$select=Id'))).Id;
    const readers = await readersOf(site);
    const make = async (name: string): Promise<string> => {
      const { path } = await makeList(site, settings, nameOf(name));
      lists.push(path);
      await wire.send(post(`${path}/items`, { Title: 'of an owner' }));
      return path;
    };
    const [contribute, edit, shared] = listsOf(token);
    for (const [name, kind] of [
      [contribute, levels.contribute],
      [edit, levels.edit],
    ] as const) {
      const path = await make(name);
      const files = `${path}/items(${hiddenRow})/AttachmentFiles`;
      await wire.send(post(`${files}/add(FileName='${attachment.name}')`, attachment.text));
      await giveOnly(site, path, kind, readers);
    }
    const path = await make(shared);
    // Its row is for readers, and only that.
    await wire.send(merge(path, { ReadSecurity: 1 }));
    await giveOnly(site, path, levels.read, []);
    await giveOnly(site, `${path}/items(${hiddenRow})`, levels.read, readers);
    group = await makeGroup(site, nameOf(token));
  } catch (error) {
    await end().catch(() => undefined);
    throw error;
  }
  return {
    token,
    end,
    async listen({ signal, tell }) {
      const heard = { told: new Set<string>(), let: new Set<number>() };
      while (signal?.aborted !== true && lists[0] !== undefined && group !== undefined) {
        if (await hear(site, { list: lists[0], group, me, ...heard }, tell)) return;
        await site.environment.wait(interval);
      }
    },
  };
}

interface Heard {
  readonly list: string;
  readonly group: number;
  readonly me: number;
  readonly told: Set<string>;
  /** Those who were let into the group. */
  readonly let: Set<number>;
}

interface Written {
  readonly Title: string | null;
  readonly AuthorId: number;
}

/** @returns whether the colleague is done. */
async function hear({ wire }: CheckedSite, heard: Heard, tell: Tell): Promise<boolean> {
  const rows = await wire.send<readonly Written[]>(
    get(`${heard.list}/items?$select=Title,AuthorId&$orderby=ID asc&$top=100`),
  );
  const others = rows.filter(({ AuthorId }) => AuthorId !== heard.me);
  for (const { Title, AuthorId } of others) {
    if (Title === here && !heard.let.has(AuthorId)) {
      heard.let.add(AuthorId);
      const { LoginName } = await wire.send<{ LoginName: string }>(
        get(`web/getUserById(${AuthorId})?$select=LoginName`),
      );
      await wire.send(post(`${groupById(heard.group)}/users`, { LoginName }));
    }
    const answer = readAnswer(Title ?? '');
    if (!answer || heard.told.has(answer.id)) continue;
    heard.told.add(answer.id);
    tell(answer);
  }
  const isAll = heard.told.size === Object.keys(colleagueFacts).length;
  return isAll || others.some(({ Title }) => Title === done);
}
