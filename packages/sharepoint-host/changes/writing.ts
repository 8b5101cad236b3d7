/** Notes the page's own writes, of which the watcher tells it nothing. */
import type { Journal, KeptList } from './journal.ts';

/** A write that was sent. Exactly one of these is called, once it has ended. */
interface Writing {
  added(id: string, version: string): void;
  changed(id: string, version: string): void;
  removed(id: string): void;
  /** It changed nothing, or nobody knows: whatever it left is found as a stranger's would be. */
  unknown(): void;
}

/** @returns what to call once a write into a list has ended, which is sent now. */
export function writing(journal: Journal, list: string): Writing {
  const kept = journal.list(list);
  journal.writes();
  // A list that the page has not read shows it nothing that could be out of date.
  const turn = (underWay: number): void => {
    if (!kept) return;
    kept.told = undefined;
    kept.turns += 1;
    kept.underWay += underWay;
  };
  turn(1);
  const end = (note?: (own: KeptList['own']) => void): void => {
    turn(-1);
    if (kept) note?.(kept.own);
  };
  return {
    added: (id, version) =>
      end((own) => {
        own.versions.set(id, version);
        own.added.add(id);
      }),
    changed: (id, version) => end((own) => void own.versions.set(id, version)),
    removed: (id) =>
      end((own) => {
        own.versions.delete(id);
        if (!own.added.delete(id)) own.removed.set(id, kept?.rows.get(id)?.created);
        kept?.rows.delete(id);
      }),
    unknown: () => end(),
  };
}
