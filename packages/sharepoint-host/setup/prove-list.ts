/**
 * Between the making of a list and the end of its inheritance every member of the site may change it. A
 * new list counts only if nobody did: then it holds nothing, and is as its maker made it.
 */
import { setupList } from '../schema/index.ts';
import type { ListSpec } from '../schema/index.ts';
import { answerOf, get } from '../wire/index.ts';
import type { RestRequest, Outcome } from '../wire/index.ts';
import { askGrants, grantsIn } from './access.ts';
import type { FoundLists } from './found.ts';
import { differing } from './differing.ts';
import { settingsOf } from './settings.ts';
import { pathOf } from './site.ts';
import type { Site } from './site.ts';

/** What may hang on a list and act when something happens to it. A new list has none, or the site's own. */
const hooks = ['EventReceivers', 'Subscriptions', 'UserCustomActions', 'WorkflowAssociations'];

/** Item, Folder and what a list makes of each: https://learn.microsoft.com/previous-versions/office/developer/sharepoint-2010/aa543822(v=office.14) */
const ownContentType = /^0x01(?:20)?(?:00[0-9a-f]{32})?$/i;

interface Field {
  readonly InternalName: string;
  readonly FromBaseType: boolean;
}

/** What a list says of itself beside its settings. */
interface Nature {
  readonly items: number;
  readonly fields: readonly Field[];
  readonly contentTypes: readonly string[];
  readonly hooks: readonly number[];
}

const askNature = (path: string): RestRequest[] => [
  get(`${path}/items?$select=Id&$top=1`),
  get(`${path}/fields?$select=InternalName,FromBaseType`),
  get(`${path}/contentTypes?$select=StringId`),
  ...hooks.map((hook) => get(`${path}/${hook}`)),
];
const questions = askNature('').length;

function natureIn(outcomes: readonly Outcome[]): Nature {
  const [items, fields, types, ...others] = outcomes.map((each) => answerOf<unknown[]>(each));
  return {
    items: items?.length ?? 0,
    fields: fields as Field[],
    contentTypes: (types as { StringId: string }[]).map(({ StringId }) => StringId),
    hooks: others.map(({ length }) => length),
  };
}

/** Columns and hooks that SharePoint itself adds to every list of this site are no stranger's. */
function isClean(list: ListSpec, found: Nature, usual: Nature | undefined): boolean {
  const known = new Set([
    ...list.columns.map(({ name }) => name),
    ...(usual?.fields ?? []).map(({ InternalName }) => InternalName),
  ]);
  return (
    found.items === 0 &&
    found.fields.every(
      ({ FromBaseType, InternalName }) => FromBaseType || known.has(InternalName),
    ) &&
    found.contentTypes.every((id) => ownContentType.test(id)) &&
    found.hooks.every((count, at) => count <= (usual?.hooks[at] ?? 0))
  );
}

/**
 * Which of some new lists somebody else touched before they had permissions of their own.
 *
 * @param lists that nobody but their maker has a right to by now.
 * @param found as they are by now.
 */
export async function touched(
  site: Site,
  lists: readonly ListSpec[],
  found: FoundLists,
): Promise<readonly ListSpec[]> {
  if (lists.length === 0) return [];
  const hasUsual = lists.every(({ name }) => name !== setupList.name);
  const asked = hasUsual ? [...lists, setupList] : lists;
  const [me, ...outcomes] = await site.wire.batch([
    get('web/currentUser?$select=Id'),
    ...asked.flatMap((list) => askNature(pathOf(site, list))),
    ...lists.map((list) => askGrants(pathOf(site, list))),
  ]);
  const natures = asked.map((_, at) =>
    natureIn(outcomes.slice(at * questions, (at + 1) * questions)),
  );
  const usual = hasUsual ? natures.at(-1) : undefined;
  const grants = outcomes.slice(asked.length * questions);
  const { Id } = answerOf<{ Id: number }>(me);
  return lists.filter((list, at) => {
    const there = found.get(list.name);
    return !(
      there?.isProtected === true &&
      there.title === list.name &&
      Object.keys(differing(settingsOf(list), there.settings)).length === 0 &&
      isClean(list, natures[at] as Nature, usual) &&
      grantsIn(grants[at]).every(({ to }) => to === Id)
    );
  });
}
