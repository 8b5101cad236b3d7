/** The owner's side of what a colleague tries: two lists and a group for them, and hearing their answers. */
import { get, post } from '../wire/index.ts';
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
const levels = { contribute: 3, edit: 6 } as const;

/** Everybody keeps to their own rows, which is what closed groups and requests rely on. */
const settings = { ReadSecurity: 2, WriteSecurity: 2, EnableAttachments: true };

interface Assignment {
  readonly PrincipalId: number;
  readonly RoleDefinitionBindings: readonly {
    readonly Id: number;
    readonly RoleTypeKind: number;
  }[];
}

const administrator = 5;
const guest = 1;

/** Gives whoever reads the site, and does not own it, one level in a list. */
async function giveLevel({ wire }: CheckedSite, list: string, kind: number): Promise<void> {
  const { Id: level } = await wire.send<{ Id: number }>(
    get(`web/roleDefinitions/getByType(${kind})?$select=Id`),
  );
  await wire.send(
    post(`${list}/breakRoleInheritance(copyRoleAssignments=true,clearSubscopes=true)`),
  );
  const assignments = await wire.send<readonly Assignment[]>(
    get(
      `${list}/roleAssignments?$select=PrincipalId,RoleDefinitionBindings/Id,RoleDefinitionBindings/RoleTypeKind&$expand=RoleDefinitionBindings`,
    ),
  );
  const steps = assignments.flatMap(({ PrincipalId, RoleDefinitionBindings: held }) => {
    const kinds = held.map(({ RoleTypeKind }) => RoleTypeKind);
    if (kinds.includes(administrator) || kinds.every((each) => each === guest)) return [];
    const change = (verb: string, id: number) =>
      post(`${list}/roleAssignments/${verb}(principalId=${PrincipalId},roleDefId=${id})`);
    return [
      change('addRoleAssignment', level),
      ...held.filter(({ Id }) => Id !== level).map(({ Id }) => change('removeRoleAssignment', Id)),
    ];
  });
  await wire.perform(steps);
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
  try {
    for (const [at, kind] of [levels.contribute, levels.edit].entries()) {
      const { path } = await makeList(site, settings, nameOf(listsOf(token)[at] as string));
      lists.push(path);
      await wire.send(post(`${path}/items`, { Title: 'of an owner' }));
      await wire.send(
        post(
          `${path}/items(${hiddenRow})/AttachmentFiles/add(FileName='${attachment.name}')`,
          attachment.text,
        ),
      );
      await giveLevel(site, path, kind);
    }
    group = await makeGroup(site, nameOf(token));
  } catch (error) {
    await end().catch(() => undefined);
    throw error;
  }
  const { Id: me } = await wire.send<{ Id: number }>(get('web/currentUser?$select=Id'));
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
