/** Views of groups with what their stewards decided. The work is fetched with the first list of groups. */
import type { Host } from '../kernel/ports.ts';
import type { GroupView } from './group.ts';
import type { Decided } from './list-acts.ts';

export const loadListActs = () => import(/* webpackChunkName: 'groups-acts' */ './list-acts.ts');

/** @param decided by the ids of groups. */
export const withDecided = (
  views: readonly GroupView[],
  decided: ReadonlyMap<string, Decided>,
): readonly GroupView[] =>
  views.map((view) => {
    const { archived, invited } = decided.get(view.id) ?? {};
    if (archived) return { ...view, archived };
    // Who is in an open group joined it.
    return invited && (view.access !== 'open' || !view.joined) ? { ...view, invited } : view;
  });

/** The same group, with what its stewards decided where the reader may read it. */
export async function asDecided(host: Host, view: GroupView): Promise<GroupView> {
  const { id, access, joined } = view;
  if (access !== 'open' && !joined) return view;
  const { decidedAbout } = await loadListActs();
  return withDecided([view], await decidedAbout(host, [id]))[0] ?? view;
}
