/** What somebody was thanked for lately, as far as the reader may read it: for their profile. */
import * as v from 'valibot';
import { reachOf } from '../catch-up/reach.ts';
import { groupsAmong, groupsOf } from '../groups/groups-of.ts';
import { anywhere } from '../kernel/changes.ts';
import { communityContainer, governedContainer, groupContainer } from '../kernel/container.ts';
import { personId } from '../kernel/input.ts';
import { query } from '../kernel/operation.ts';
import { peopleFinder } from '../people/person.ts';
import { settings } from '../settings/collection.ts';
import { settledIn, settledRows } from '../settings/read-settings.ts';
import { keptThanks } from '../thanks/collection.ts';
import { maySee, readKept } from '../thanks/kept.ts';
import { groupThanks, kudos } from './collection.ts';
import { kudosReceived } from './kudos.ts';
import { admitReceived, readReceivedInGroups } from './received-in-groups.ts';
import { foldThankYous, summaryOfGroup } from './thank-you.ts';
import type { ThankYou } from './thank-you.ts';

const mostShown = 5;
/** Some are kept by their recipient. */
const mostRows = 20;

export interface ReceivedBy {
  /** Newest first. */
  readonly thankYous: readonly ThankYou[];
  /** Fewer are shown than would be, since not all that lies there could be looked through. */
  readonly isMore: boolean;
}

/** What they keep to themselves is told to who gave it and to them alone. */
export const readReceivedBy = query({
  input: v.strictObject({ person: personId }),
  reads: () => [
    [kudos, communityContainer],
    [groupThanks, anywhere],
    [keptThanks, anywhere],
    [settings, governedContainer],
  ],
  run: async (host, { person }): Promise<ReceivedBy> => {
    const { store, identity, directory, clock } = host;
    const me = await identity.me();
    const [[everybodys, settled], reach] = await Promise.all([
      store.read([kudosReceived(person), settledRows()]),
      reachOf(host, me, 0),
    ]);
    const { values } = settledIn(settled.records, clock.now());
    const known = new Set<string>(values.map(({ id }) => id));
    const found = await Promise.all([
      admitReceived(store, person, everybodys, { enough: mostRows }),
      readReceivedInGroups(host, person, reach.groups, { since: 0, limit: mostRows }),
    ]);
    const rows = found
      .flatMap(({ records }) => records)
      .filter(({ fields }) => known.has(fields.value))
      .toSorted((one, other) => other.created - one.created)
      .slice(0, mostRows);
    const around = reach.groups.filter((group) =>
      rows.some(({ container }) => container === groupContainer(group)),
    );
    const nameless = around.filter((group) => !reach.names.has(group));
    const [kept, named] = await Promise.all([
      readKept(store, rows),
      nameless.length === 0 ? [] : store.read(groupsOf(nameless)),
    ]);
    const records = groupsAmong(
      named.flatMap((answer) => answer.records),
      nameless,
    );
    const shown = rows.filter(maySee(kept, me));
    const nameOf = await peopleFinder(
      directory,
      shown.flatMap(({ author, fields }) => [author, fields.recipient]),
    );
    const groups = around.map((id) => summaryOfGroup(id, records, reach.names));
    const thankYous = foldThankYous(shown, me, nameOf, { kept, groups });
    return {
      thankYous: thankYous.slice(0, mostShown),
      isMore: thankYous.length < mostShown && found.some(({ isMore }) => isMore),
    };
  },
});
