/** Notes who takes part, when an owner set the site up or changed who does. For owners. */
import { isGuest } from '../directory/person.ts';
import { columns, parsed, registryList } from '../schema/index.ts';
import { answerIfThere, answerOf, get, merge, post } from '../wire/index.ts';
import type { Outcome } from '../wire/index.ts';
import { everyoneOf, notedIn, principalTypes } from './noted-readers.ts';
import type { NotedReaders, SiteGroup } from './noted-readers.ts';
import { pathOf } from './site.ts';
import type { Site } from './site.ts';
import { items, readersKey, rowBy, summaryColumn } from './summary.ts';
import type { Item } from './summary.ts';

interface Member {
  readonly Id: number;
  readonly Title: string;
  readonly LoginName: string;
  readonly PrincipalType: number;
}

interface Assignment {
  readonly Member: Member;
  readonly RoleDefinitionBindings: readonly { readonly RoleTypeKind: number }[];
}

/** Limited Access lets somebody pass through to a single row. */
const limitedAccess = 1;

interface Named {
  readonly Id: number;
  readonly Title: string;
}

const groupIn = (outcome: Outcome | undefined): Named | undefined => answerIfThere<Named>(outcome);

function noteOf(
  members: readonly Member[],
  groups: Readonly<Record<SiteGroup, Named | undefined>>,
  at: number,
): NotedReaders {
  const own = (Object.entries(groups) as [SiteGroup, Named | undefined][]).flatMap(
    ([name, group]) =>
      group && members.some(({ Id }) => Id === group.Id) ? [{ name, group }] : [],
  );
  const others = members.filter(({ Id }) => !own.some(({ group }) => group.Id === Id));
  const people = others.filter(({ PrincipalType }) => PrincipalType === principalTypes.person);
  const rest = others.filter((each) => !people.includes(each));
  const everyone = rest.map(({ LoginName }) => everyoneOf(LoginName)).filter(Boolean);
  const widest = everyone.includes('company-and-guests') ? 'company-and-guests' : everyone[0];
  return {
    at,
    site: Object.fromEntries(own.map(({ name, group }) => [name, group.Title])),
    groups: rest.filter(({ LoginName }) => !everyoneOf(LoginName)).map(({ Title }) => Title),
    people: people.length,
    guests: people.filter(({ LoginName }) => isGuest(LoginName)).length,
    ...(widest === undefined ? {} : { everyone: widest }),
  };
}

const isSame = (one: NotedReaders, other: NotedReaders): boolean =>
  JSON.stringify({ ...one, at: 0 }) === JSON.stringify({ ...other, at: 0 });

/** The list of containers stands for all: those who take part have a right to it. */
export async function noteReaders(site: Site): Promise<void> {
  const { wire, environment } = site;
  const [assigned, row, ...groups] = await wire.batch([
    get(`${pathOf(site, registryList)}/roleAssignments?$expand=Member,RoleDefinitionBindings`),
    get(rowBy(site, readersKey, columns.fields)),
    ...['Owner', 'Member', 'Visitor'].map((name) =>
      get(`web/associated${name}Group?$select=Id,Title`),
    ),
  ]);
  const [owners, members, visitors] = groups.map(groupIn);
  const all = answerOf<readonly Assignment[]>(assigned)
    .filter(({ RoleDefinitionBindings: levels }) =>
      levels.some(({ RoleTypeKind }) => RoleTypeKind !== limitedAccess),
    )
    .map(({ Member }) => Member);
  const note = noteOf(all, { owners, members, visitors }, environment.now());
  const [item] = answerOf<readonly Item[]>(row);
  const before = notedIn(parsed(item?.[columns.fields]));
  if (before && isSame(before, note)) return;
  const body = {
    [columns.slot]: readersKey,
    [columns.fields]: JSON.stringify(note),
    [summaryColumn]: '',
  };
  await wire.send(item ? merge(`${items(site)}(${item.Id})`, body) : post(items(site), body));
}
