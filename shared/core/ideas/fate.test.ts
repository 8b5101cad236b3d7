/** The fold that says what became of an idea: the same for everybody who has the same rows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deskOf, groupContainer } from '../kernel/container.ts';
import { dayLength } from '../kernel/day.ts';
import type { FateRecord } from './collection.ts';
import { inBoardOrder } from './board.ts';
import { fateOf, isWaiting } from './fate.ts';
import type { Fate } from './fate.ts';

const group = 'g';
const container = groupContainer(group);
const desk = deskOf(container);
const idea = { id: 'idea', author: 'bo', created: 1 };
const stewards = ['mira', 'chen'];
const far = 100 * dayLength;
const why = 'because we said it here';

interface Told {
  readonly state: string;
  readonly by?: string;
  readonly at: number;
  readonly why?: string;
  readonly who?: string;
  readonly again?: number;
  readonly id?: string;
  readonly post?: string;
  readonly modified?: number;
  readonly place?: string;
}

let ids = 0;
const row = ({
  state,
  by = 'mira',
  at,
  modified,
  id,
  place,
  post,
  ...fields
}: Told): FateRecord => ({
  id: id ?? String((ids += 1)),
  container: place ?? container,
  author: by,
  created: at,
  modified: modified ?? at,
  version: '1',
  key: 'a key',
  fields: { post: post ?? idea.id, state, who: '', again: 0, why, ...fields },
});
const noteOf = (decided: FateRecord, at = decided.created, by = decided.author): FateRecord =>
  row({ state: 'noted', by, at, why: decided.id });

const isStewardAct = ({
  author,
  container: place,
}: FateRecord | { author: string; container: string }) =>
  place === desk || stewards.includes(author);
const fate = (rows: readonly FateRecord[], now = 50): Fate =>
  fateOf(idea, rows, { group, now, isStewardAct });
const stateOf = (...rows: readonly FateRecord[]) => fate(rows).state;

describe('what became of an idea', () => {
  it('is that it was put forward, until a steward says something', () => {
    expect(fate([])).toEqual({ state: 'forward', since: 1, steps: [] });
    const talked = row({ state: 'talked', at: 2 });
    expect(fate([talked])).toEqual({
      state: 'talked',
      since: 2,
      steps: [{ state: 'talked', by: 'mira', at: 2, why }],
    });
  });

  it('is what was said last, by whichever steward; what was said before stays readable', () => {
    const rows = [
      row({ state: 'notNow', by: 'chen', at: 4, again: far }),
      row({ state: 'trying', at: 3, who: 'ada', again: far }),
      row({ state: 'talked', at: 2 }),
    ];
    const { state, steps } = fate(rows);
    expect(state).toBe('notNow');
    expect(steps.map((step) => step.state)).toEqual(['talked', 'trying', 'notNow']);
    expect(steps[1]).toMatchObject({ who: 'ada', until: far });
    expect(stateOf(...rows, row({ state: 'adopted', at: 5 }))).toBe('adopted');
  });

  it('comes back by itself on the date that «not now» names', () => {
    const rows = [row({ state: 'notNow', at: 2, again: far })];
    expect(fate(rows, far - 1)).toMatchObject({ state: 'notNow', since: 2 });
    expect(fate(rows, far)).toMatchObject({ state: 'forward', since: far, isBack: true });
    expect(fate(rows, far).steps).toHaveLength(1);
  });

  it('is nobody’s to say who is no steward, who wrote it, or who writes at an open group’s desk', () => {
    expect(stateOf(row({ state: 'adopted', by: 'eve', at: 2 }))).toBe('forward');
    expect(stateOf(row({ state: 'adopted', by: 'bo', at: 2 }))).toBe('forward');
    expect(stateOf(row({ state: 'adopted', by: 'owner', at: 2, place: desk }))).toBe('forward');
    const own = { id: 'idea', author: 'mira', created: 1 };
    const rows = [row({ state: 'adopted', at: 2 })];
    expect(fateOf(own, rows, { group, now: 9, isStewardAct }).state).toBe('forward');
  });

  it('of a closed group is said at its desk alone', () => {
    const closed = 'closed:1';
    const ask = (place: string) =>
      fateOf(idea, [row({ state: 'adopted', at: 2, place })], {
        group: closed,
        now: 9,
        isStewardAct: (record) => record.container === deskOf(closed),
      }).state;
    expect(ask(closed)).toBe('forward');
    expect(ask(deskOf(closed))).toBe('adopted');
  });

  it.each<[string, Partial<Told> & { readonly state: string }]>([
    ['an unknown state', { state: 'rejected' }],
    ['too few words', { state: 'adopted', why: 'so it is now' }],
    ['nobody who tries it', { state: 'trying', again: far }],
    ['no date until when', { state: 'trying', who: 'ada' }],
    ['no date when to look again', { state: 'notNow' }],
    ['a date that is over', { state: 'notNow', again: 1 }],
    ['a date in a hundred years', { state: 'notNow', again: 36_525 * dayLength }],
    ['half a millisecond', { state: 'notNow', again: far + 0.5 }],
    ['somebody who adopts it', { state: 'adopted', who: 'ada' }],
    ['another idea', { state: 'adopted', post: 'another' }],
  ])('is not told by a row with %s', (_, told) => {
    expect(stateOf(row({ at: 2, ...told }))).toBe('forward');
  });

  it('is that its author took it back, for good; nobody else can', () => {
    const back = row({ state: 'withdrawn', by: 'bo', at: 3, why: '' });
    expect(stateOf(back)).toBe('withdrawn');
    expect(stateOf(row({ state: 'talked', at: 2 }), back)).toBe('withdrawn');
    expect(stateOf(back, row({ state: 'adopted', at: 4 }))).toBe('withdrawn');
    expect(fate([back, row({ state: 'adopted', at: 4 })]).steps).toHaveLength(1);
    for (const by of ['eve', 'mira'])
      expect(stateOf(row({ state: 'withdrawn', by, at: 2 }))).toBe('forward');
  });

  it('falls back to what was said before if a steward takes a row away, and says so', () => {
    const talked = row({ state: 'talked', at: 2 });
    const refused = row({ state: 'notNow', by: 'chen', at: 3, again: far });
    const all = [talked, noteOf(talked), refused, noteOf(refused)];
    expect(fate(all)).not.toHaveProperty('changed');
    const without = all.filter((each) => each !== refused);
    expect(fate(without)).toMatchObject({ state: 'talked', changed: { by: 'chen', at: 3 } });
    expect(fate([...without, noteOf(refused, 4, 'eve')]).changed).toEqual({ by: 'chen', at: 3 });
  });

  it('says so too where a row reads otherwise than at first', () => {
    const talked = row({ state: 'talked', at: 2, modified: 5 * 60_000 });
    expect(fate([talked])).toMatchObject({ state: 'talked', changed: { by: 'mira' } });
    // A host may stamp what a row is made of one after the other.
    expect(fate([row({ state: 'talked', at: 2, modified: 1_000 })])).not.toHaveProperty('changed');
  });

  it('is not said to be changed by notes of members', () => {
    const talked = row({ state: 'talked', at: 2 });
    const forged = [row({ state: 'noted', by: 'eve', at: 3, why: 'gone' })];
    expect(fate([talked, ...forged])).not.toHaveProperty('changed');
    expect(fate([row({ state: 'noted', by: 'bo', at: 3, why: 'gone' })])).not.toHaveProperty(
      'changed',
    );
  });
});

const anyRow = fc
  .record({
    by: fc.constantFrom('mira', 'chen', 'bo', 'eve'),
    state: fc.constantFrom('talked', 'trying', 'adopted', 'notNow', 'withdrawn', 'noted', 'junk'),
    at: fc.integer({ min: 2, max: 12 }),
    why: fc.constantFrom(why, 'too short', ''),
    who: fc.constantFrom('', 'ada'),
    again: fc.constantFrom(0, 5, 60),
    post: fc.constantFrom('idea', 'another'),
  })
  .map(row);

describe('for any rows', () => {
  it('what became of it is the same in whatever order they arrive', () => {
    fc.assert(
      fc.property(
        fc.array(anyRow, { maxLength: 15 }),
        fc.infiniteStream(fc.nat()),
        (rows, order) => {
          const shuffled = rows
            .map((each) => [order.next().value, each] as const)
            .sort(([one], [other]) => Number(one) - Number(other))
            .map(([, each]) => each);
          expect(fate(shuffled)).toEqual(fate(rows));
        },
      ),
    );
  });

  it('rows of members and of the author’s change nothing but that it was taken back', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 15 }), (rows) => {
        const honest = rows.filter(
          ({ author, fields }) =>
            stewards.includes(author) || (author === 'bo' && fields.state === 'withdrawn'),
        );
        expect(fate(rows)).toEqual(fate(honest));
      }),
    );
  });

  it('each step has an author who may, and a reason; a state is the last step, or it came back', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 15 }), (rows) => {
        const { state, steps, isBack } = fate(rows);
        const last = steps.at(-1);
        if (isBack) expect(last?.state).toBe('notNow');
        expect(state).toBe(isBack ? 'forward' : (last?.state ?? 'forward'));
        for (const step of steps) {
          expect(step.by === 'bo').toBe(step.state === 'withdrawn');
          if (step.by !== 'bo') expect(stewards).toContain(step.by);
          if (step.state !== 'withdrawn') expect(step.why).toBe(why);
        }
      }),
    );
  });

  it('one more word of a steward is the state, unless it was taken back', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 15 }), (rows) => {
        const isOver = fate(rows).state === 'withdrawn';
        const more = [...rows, row({ state: 'adopted', at: 40 })];
        expect(fate(more).state).toBe(isOver ? 'withdrawn' : 'adopted');
      }),
    );
  });
});

describe('the board', () => {
  const monday = 4 * dayLength;
  const now = monday + 28 * dayLength;
  const at = (id: string, state: Fate['state'], daysAgo: number) => {
    const fate = { state, since: now - daysAgo * dayLength, steps: [] };
    return { id, fate, ...(isWaiting(fate, now) ? { waits: 10 } : {}) };
  };

  it('has the newest first, then those that wait longest, then what is under way and decided', () => {
    const ideas = [
      at('adopted', 'adopted', 1),
      at('old', 'forward', 20),
      at('new', 'forward', 2),
      at('older', 'forward', 27),
      at('tried', 'trying', 5),
      at('newest', 'forward', 0),
      at('talked', 'talked', 3),
    ];
    const order = inBoardOrder(ideas).map(({ id }) => id);
    expect(order).toEqual(['newest', 'new', 'older', 'old', 'talked', 'tried', 'adopted']);
  });

  it('says that an idea waits after ten working days, not counting weekends', () => {
    const waits = (days: number) => isWaiting(at('idea', 'forward', days).fate, now);
    expect([13, 14].map(waits)).toEqual([false, true]);
    expect(isWaiting(at('idea', 'talked', 27).fate, now)).toBe(false);
  });
});
