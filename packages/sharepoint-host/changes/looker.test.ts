/**
 * What a page shows against what is in a list, whatever order things happen in: a colleague writes, the page
 * writes and is answered at once, late or never, and the watcher looks in between.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collections } from '@kantine/core';
import { openJournal } from './journal.ts';
import { openLooker } from './looker.ts';
import { writing as openWriting } from './writing.ts';
import type { ListRow, ListChanges, Told } from './looker.ts';

interface Item {
  readonly id: string;
  readonly group: string;
  readonly isMine: boolean;
  version: number;
  readonly created: number;
  modified: number;
}

type Deed =
  | { readonly do: 'wait'; readonly milliseconds: number }
  /** Somebody opens another part of the page. */
  | { readonly do: 'read' }
  | {
      readonly do: 'add' | 'change' | 'remove';
      readonly by: 'colleague';
      readonly group: string;
      readonly which: number;
    }
  | {
      readonly do: 'add' | 'change' | 'remove';
      readonly by: 'page';
      readonly which: number;
      /** When the page hears of it. */
      readonly answer: 'at once' | 'late' | 'never';
    }
  | {
      readonly do: 'look';
      /** What happens while the server's answers are under way. */
      readonly meanwhile: readonly Deed[];
    };

/** The group that the page shows; the list holds another one too. */
const shown = 'here';
const list = 'Posts';

function world() {
  let now = Date.UTC(2026, 10, 24, 14, 30);
  const second = (): number => Math.floor(now / 1000) * 1000;
  const items: Item[] = [];
  let ids = 0;
  const state = { modified: second(), deleted: second() };
  const journal = openJournal(() => now);
  /** What the page shows: versions of rows by their ids. */
  let page = new Map<string, number>();
  let announced = 0;
  let isStale = false;
  let meanwhile: readonly Deed[] = [];
  let unanswered: (() => void)[] = [];
  const underWay = new Set<string>();

  function read(): void {
    isStale = false;
    const found = of(shown);
    page = new Map(found.map(({ id, version }) => [id, version]));
    journal.saw(
      list,
      found.map(({ id, version, created, modified }) => ({
        id,
        version: `${version}`,
        created,
        modified,
      })),
    );
  }
  const of = (group: string): readonly Item[] => items.filter((item) => item.group === group);
  const pick = (from: readonly Item[], which: number): Item | undefined =>
    from[which % Math.max(from.length, 1)];

  function apply(what: 'add' | 'change' | 'remove', group: string, isMine: boolean, which: number) {
    // A page changes what it knows, as it knows it; one change after the other.
    const isFree = ({ id, version }: Item): boolean =>
      !isMine || (page.get(id) === version && !underWay.has(id));
    const own = of(group).filter((item) => item.isMine === isMine && isFree(item));
    const target = what === 'add' ? undefined : pick(own, which);
    if (what !== 'add' && !target) return undefined;
    if (what === 'remove') {
      items.splice(items.indexOf(target as Item), 1);
      state.deleted = second();
      return { item: target as Item, version: undefined };
    }
    state.modified = second();
    if (target) {
      target.version += 1;
      target.modified = second();
      return { item: target, version: target.version };
    }
    const item = {
      id: `${(ids += 1)}`,
      group,
      isMine,
      version: 1,
      created: second(),
      modified: second(),
    };
    items.push(item);
    return { item, version: 1 };
  }

  function write({ do: what, which, answer }: Extract<Deed, { by: 'page' }>): void {
    const writing = openWriting(journal, list);
    const done = apply(what, shown, true, which);
    if (done) underWay.add(done.item.id);
    const hear = (): void => {
      if (done) underWay.delete(done.item.id);
      if (!done || answer === 'never') {
        writing.unknown();
        return;
      }
      const { item, version } = done;
      if (version === undefined) {
        writing.removed(item.id);
        page.delete(item.id);
        return;
      }
      if (what === 'add') writing.added(item.id, `${version}`);
      else writing.changed(item.id, `${version}`);
      page.set(item.id, version);
    };
    if (answer === 'late') unanswered.push(hear);
    else hear();
  }

  const changes: ListChanges = {
    async ask(_, since): Promise<Told> {
      const told: Told = {
        now: second(),
        states: new Map([[list, { ...state, count: items.length }]]),
        rows: new Map(
          [...since].map(([name, from]) => [
            name,
            items
              .filter(({ modified }) => modified >= Math.floor(from / 1000) * 1000)
              .map((item): ListRow => ({
                ...item,
                version: `${item.version}`,
                author: '',
                key: '',
                owner: item.group,
              })),
          ]),
        ),
      };
      const deeds = meanwhile;
      meanwhile = [];
      for (const deed of deeds) await act(deed);
      return told;
    },
    serverTime: (moment) => moment,
    useOf: async ({ owner }, { uses }) => uses.find(({ container }) => container === owner),
  };
  const look = openLooker(changes, journal, () => {
    announced += 1;
    isStale = true;
  });

  function hearLate(): void {
    const waiting = unanswered;
    unanswered = [];
    for (const hear of waiting) hear();
  }

  /** The page reads one deed after an announcement. */
  async function act(deed: Deed): Promise<void> {
    const wasStale = isStale;
    await happen(deed);
    if (wasStale && isStale) read();
  }

  async function happen(deed: Deed): Promise<void> {
    if (deed.do === 'wait') now += deed.milliseconds;
    else if (deed.do === 'read') read();
    else if (deed.do === 'look') {
      meanwhile = deed.meanwhile;
      await look();
      meanwhile = [];
    } else if (deed.by === 'colleague') apply(deed.do, deed.group, false, deed.which);
    else write(deed);
    if (deed.do === 'wait') hearLate();
  }

  return {
    act,
    /** The page is opened: it reads, and hears of nothing before. */
    open(): void {
      journal.reads({ list, collection: collections.posts, container: shown });
      read();
    },
    /** Everything is answered, and the watcher looks until it is sure. */
    async settle(): Promise<void> {
      hearLate();
      for (let looks = 0; looks < 5; looks += 1) {
        now += 2_500;
        const { isOpen } = await look();
        const isNews = isStale;
        if (isNews) read();
        if (!isOpen && !isNews) return;
      }
      throw new Error('The watcher is never sure.');
    },
    announced: () => announced,
    page: () => Object.fromEntries(page),
    there: () => Object.fromEntries(of(shown).map(({ id, version }) => [id, version])),
  };
}

const reading: fc.Arbitrary<Deed> = fc.constant({ do: 'read' });
const which = fc.nat(5);
const wait: fc.Arbitrary<Deed> = fc
  .oneof(fc.nat(900), fc.integer({ min: 900, max: 6_000 }))
  .map((milliseconds) => ({ do: 'wait', milliseconds }));
const what = fc.constantFrom('add', 'change', 'remove');
const ofColleague = (groups: readonly string[], deeds = what): fc.Arbitrary<Deed> =>
  fc.record({
    do: deeds,
    by: fc.constant('colleague' as const),
    group: fc.constantFrom(...groups),
    which,
  });
const ofPage = (...answers: ('at once' | 'late' | 'never')[]): fc.Arbitrary<Deed> =>
  fc.record({
    do: what,
    by: fc.constant('page' as const),
    which,
    answer: fc.constantFrom(...answers),
  });
const lookWith = (deed: fc.Arbitrary<Deed>): fc.Arbitrary<Deed> =>
  fc.array(deed, { maxLength: 3 }).map((meanwhile) => ({ do: 'look', meanwhile }));
const historyOf = (...deeds: fc.Arbitrary<Deed>[]): fc.Arbitrary<Deed[]> => {
  const any = fc.oneof(wait, reading, ...deeds);
  return fc.array(fc.oneof(any, lookWith(any)), { maxLength: 40 });
};

/** The page removes a row whose making was never answered, and makes one whose removal never is. */
const lostOnBothEnds: Deed[] = [
  { do: 'look', meanwhile: [] },
  { do: 'add', by: 'page', which: 0, answer: 'never' },
  { do: 'look', meanwhile: [{ do: 'remove', by: 'page', which: 0, answer: 'at once' }] },
  { do: 'add', by: 'page', which: 0, answer: 'at once' },
  { do: 'look', meanwhile: [{ do: 'remove', by: 'page', which: 0, answer: 'never' }] },
];

const isOfOpenPage = (deed: Deed): boolean => deed.do === 'look' || deed.do === 'read';

describe('a page that is watched', () => {
  it('shows in the end whatever colleagues wrote, in any order with its own writes', async () => {
    const history = historyOf(
      ofColleague([shown, 'elsewhere']),
      ofPage('at once', 'late', 'never'),
    );
    await fc.assert(
      fc.asyncProperty(history, history, async (before, after) => {
        const { act, open, settle, page, there } = world();
        for (const deed of before) if (!isOfOpenPage(deed)) await act(deed);
        open();
        for (const deed of after) await act(deed);
        await settle();
        expect(page()).toEqual(there());
      }),
      { numRuns: 3_000, examples: [[[], lostOnBothEnds]] },
    );
  });

  it('is told nothing where only itself, and others elsewhere, wrote', async () => {
    const elsewhere = ofColleague(['elsewhere'], fc.constantFrom('add', 'change'));
    await fc.assert(
      fc.asyncProperty(historyOf(elsewhere, ofPage('at once', 'late')), async (history) => {
        const { act, open, settle, page, there, announced } = world();
        await act({ do: 'wait', milliseconds: 10_000 });
        open();
        await settle();
        for (const deed of history) await act(deed);
        await settle();
        expect(announced()).toBe(0);
        expect(page()).toEqual(there());
      }),
      { numRuns: 3_000 },
    );
  });
});
