/**
 * What a page shows against what is in a list, whatever order things happen in: a colleague writes, the page
 * writes and is answered at once, late or never, and the watcher looks in between. The page's clock is
 * another one than the server's, and it keeps what it was answered as long as the watcher says that is true.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collections } from '@kantine/core';
import { openRecall } from '../store/recall.ts';
import { get } from '../wire/index.ts';
import type { RestRequest, Talk } from '../wire/index.ts';
import { openJournal } from './journal.ts';
import { openLooker } from './looker.ts';
import { writing as openWriting } from './writing.ts';
import type { ListRow, ListChanges, Told } from './looker.ts';

interface Item {
  readonly id: string;
  readonly group: string;
  readonly isMine: boolean;
  readonly version: number;
  readonly created: number;
  readonly modified: number;
}

type Deed =
  | { readonly do: 'wait'; readonly milliseconds: number }
  /** The page reads again: for itself, or for another part of it, which asks something of its own. */
  | { readonly do: 'read' }
  | { readonly do: 'read beside' }
  /** Somebody sets the clock of the page's computer. */
  | { readonly do: 'set'; readonly ahead: number }
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
/** How old may be what a page shows that reads, in milliseconds. */
const oldest = 12_000;

interface Clocks {
  /** How far the page's clock is ahead of the server's, in milliseconds. */
  readonly ahead: number;
  /** How far the server that stamps rows and lists is ahead of the one that answers. */
  readonly stamps: number;
}

function world({ ahead, stamps }: Clocks) {
  let now = Date.UTC(2026, 10, 24, 14, 30);
  let off = ahead;
  const second = (): number => Math.floor(now / 1000) * 1000;
  const stamp = (): number => Math.floor((now + stamps) / 1000) * 1000;
  const pageNow = (): number => now + off;
  /** The page knows the server's time by its last answer, which tells it in whole seconds. */
  let serverAhead = 0;
  const answered = (): void => void (serverAhead = second() - pageNow());
  const serverNow = (): number => pageNow() + serverAhead;
  let items: readonly Item[] = [];
  let ids = 0;
  const state = { modified: stamp(), deleted: stamp() };
  let lastChange = now;
  let questions = 0;
  const journal = openJournal(pageNow);
  const recall = openRecall(journal);
  /** What the page shows: versions of rows by their ids. */
  let page = new Map<string, number>();
  let announced = 0;
  let isStale = false;
  let meanwhile: readonly Deed[] = [];
  let unanswered: (() => void)[] = [];
  const underWay = new Set<string>();

  async function* ask(question: RestRequest): Talk<readonly Item[]> {
    const [outcome] = yield [question];
    return outcome?.ok === true ? (outcome.value as readonly Item[]) : [];
  }

  /** What the page is told of the list: by the server, or by what it remembers. */
  async function answer(question = get('all')): Promise<readonly Item[]> {
    const talk = recall.remembering(list, ask(question));
    const step = await talk.next([]);
    if (step.done === true) return step.value;
    const value = items;
    questions += 1;
    answered();
    journal.saw(
      list,
      of(shown).map((item) => ({ ...item, version: `${item.version}` })),
      serverNow(),
    );
    recall.note({ list, question, value, asked: serverNow() });
    const end = await talk.next([{ ok: true, value }]);
    return end.value as readonly Item[];
  }

  async function read(): Promise<void> {
    isStale = false;
    const all = await answer();
    // However long nobody looks: what is that old is shown as it is.
    if (now - lastChange > oldest) expect(all).toEqual(items);
    const found = all.filter(({ group }) => group === shown);
    page = new Map(found.map(({ id, version }) => [id, version]));
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
    lastChange = now;
    if (what === 'remove') {
      items = items.filter((item) => item !== target);
      state.deleted = stamp();
      return { item: target as Item, version: undefined };
    }
    state.modified = stamp();
    const item = target
      ? { ...target, version: target.version + 1, modified: stamp() }
      : {
          id: `${(ids += 1)}`,
          group,
          isMine,
          version: 1,
          created: stamp(),
          modified: stamp(),
        };
    items = target ? items.map((each) => (each === target ? item : each)) : [...items, item];
    return { item, version: item.version };
  }

  function write({ do: what, which, answer }: Extract<Deed, { by: 'page' }>): void {
    const writing = openWriting(journal, list);
    const done = apply(what, shown, true, which);
    if (done) underWay.add(done.item.id);
    const hear = (): void => {
      if (answer !== 'never') answered();
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
      answered();
      const told: Told = {
        now: serverNow(),
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
    ahead: () => serverAhead,
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
    if (wasStale && isStale) await read();
  }

  async function happen(deed: Deed): Promise<void> {
    if (deed.do === 'wait') now += deed.milliseconds;
    else if (deed.do === 'read') await read();
    else if (deed.do === 'read beside') await answer(get(`beside ${questions}`));
    else if (deed.do === 'set') off = deed.ahead;
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
    async open(): Promise<void> {
      journal.reads({ list, collection: collections.posts, container: shown });
      await read();
    },
    /** Everything is answered, and the watcher looks until it is sure. */
    async settle(): Promise<void> {
      hearLate();
      for (let looks = 0; looks < 5; looks += 1) {
        now += 2_500;
        const { isOpen } = await look();
        const isNews = isStale;
        if (isNews) await read();
        if (!isOpen && !isNews) return;
      }
      throw new Error('The watcher is never sure.');
    },
    announced: () => announced,
    /** Of the page that its memory did not answer. */
    questions: () => questions,
    page: () => Object.fromEntries(page),
    /** What another part of the page is told that opens now. */
    async opened(): Promise<object> {
      await read();
      return Object.fromEntries(page);
    },
    there: () => Object.fromEntries(of(shown).map(({ id, version }) => [id, version])),
  };
}

const reading: fc.Arbitrary<Deed> = fc.constantFrom({ do: 'read' }, { do: 'read beside' });
const hour = 3_600_000;
/** Of the page's clock, before the server's. */
const aheads = fc.constantFrom(0, -700, 700, hour, -hour, 26 * hour);
const clocks = fc.record({ ahead: aheads, stamps: fc.constantFrom(0, -900, 900) });
const setting: fc.Arbitrary<Deed> = fc.record({ do: fc.constant('set' as const), ahead: aheads });
const which = fc.nat(5);
const wait: fc.Arbitrary<Deed> = fc
  .oneof(fc.nat(900), fc.integer({ min: 900, max: 6_000 }), fc.constant(oldest))
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

const isOfOpenPage = ({ do: what }: Deed): boolean =>
  ['look', 'read', 'read beside', 'set'].includes(what);

describe('a page that is watched', () => {
  it('shows in the end whatever colleagues wrote, in any order with its own writes', async () => {
    const history = historyOf(
      ofColleague([shown, 'elsewhere']),
      ofPage('at once', 'late', 'never'),
      setting,
    );
    await fc.assert(
      fc.asyncProperty(clocks, history, history, async (told, before, after) => {
        const { act, open, settle, page, opened, there } = world(told);
        for (const deed of before) if (!isOfOpenPage(deed)) await act(deed);
        await open();
        for (const deed of after) await act(deed);
        await settle();
        expect(page()).toEqual(there());
        expect(await opened()).toEqual(there());
      }),
      { numRuns: 3_000, examples: [[{ ahead: 0, stamps: 0 }, [], lostOnBothEnds]] },
    );
  });

  it('is told nothing where only itself, and others elsewhere, wrote, and asks nothing twice before', async () => {
    const elsewhere = ofColleague(['elsewhere'], fc.constantFrom('add', 'change'));
    await fc.assert(
      fc.asyncProperty(
        clocks,
        historyOf(elsewhere, ofPage('at once', 'late')),
        async (told, history) => {
          const { act, open, settle, page, there, announced, questions } = world(told);
          await act({ do: 'wait', milliseconds: 10_000 });
          await open();
          await settle();
          const asked = questions();
          await act({ do: 'read' });
          expect(questions()).toBe(asked);
          for (const deed of history) await act(deed);
          await settle();
          expect(announced()).toBe(0);
          expect(page()).toEqual(there());
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
