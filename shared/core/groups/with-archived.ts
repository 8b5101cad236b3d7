/** Views of groups that say which of them are archived. The work is fetched with the first list of groups. */
import type { Host } from '../kernel/ports.ts';
import type { Decision } from '../stewards/decisions.ts';
import type { GroupView } from './group.ts';

export const loadArchived = () => import(/* webpackChunkName: 'groups-archived' */ './archived.ts');

/** @param archived by the ids of groups. */
export const withArchived = (
  views: readonly GroupView[],
  archived: ReadonlyMap<string, Decision>,
): readonly GroupView[] =>
  views.map((view) => {
    const decision = archived.get(view.id);
    return decision ? { ...view, archived: decision } : view;
  });

/** The same group; one that the reader may read says whether it is archived. */
export async function asArchived(host: Host, view: GroupView): Promise<GroupView> {
  const { id, access, joined } = view;
  if (access !== 'open' && !joined) return view;
  const { archivedAmong } = await loadArchived();
  return withArchived([view], await archivedAmong(host, [id]))[0] ?? view;
}
