/** The fold that says who the stewards of an open group are: the same for everybody who has the same rows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deskOf, groupContainer } from '../kernel/container.ts';
import { actFields } from './acts.ts';
import type { ActRecord } from './acts.ts';
import { confirming, mostStewards, mostSteps, stewardsAt, termsOf } from './log.ts';

const container = groupContainer('g');
const desk = deskOf(container);

interface Told {
  readonly family: 'appoint' | 'dismiss';
  readonly by: string;
  readonly person: string;
  readonly at: number;
  readonly changed?: number;
  readonly isDesk?: boolean;
  readonly target?: string;
}

let ids = 0;
const row = ({
  family,
  by,
  person,
  at,
  changed,
  isDesk = false,
  target = '',
}: Told): ActRecord => ({
  id: String((ids += 1)),
  container: isDesk ? desk : container,
  author: by,
  created: at,
  modified: changed ?? at,
  version: '1',
  key: 'a key',
  fields: actFields({ family, person, target }, by),
});
const appoint = (by: string, person: string, at: number, more: Partial<Told> = {}) =>
  row({ family: 'appoint', by, person, at, ...more });
const dismiss = (by: string, person: string, at: number, more: Partial<Told> = {}) =>
  row({ family: 'dismiss', by, person, at, ...more });
const after = (rows: readonly ActRecord[]) =>
  [...stewardsAt({ founder: 'mira', rows }, Infinity)].sort();

describe('the stewards of an open group', () => {
  it('are its founder, whom the founder appoints, and whom these appoint', () => {
    expect(after([])).toEqual(['mira']);
    expect(after([appoint('mira', 'bo', 1), appoint('bo', 'chen', 2)])).toEqual([
      'bo',
      'chen',
      'mira',
    ]);
  });

  it('are not who appoints themselves, or is appointed by who is none yet', () => {
    expect(after([appoint('eve', 'eve', 1)])).toEqual(['mira']);
    expect(after([appoint('bo', 'eve', 1), appoint('mira', 'bo', 2)])).toEqual(['bo', 'mira']);
  });

  it('are those of the desk alone where nobody is known as the founder', () => {
    const rows = [appoint('eve', 'eve', 1), appoint('owner', 'bo', 2, { isDesk: true })];
    expect([...stewardsAt({ rows }, 5)]).toEqual(['bo']);
  });

  it('stay until somebody who is one dismisses them; the founder until the desk does', () => {
    const both = [appoint('mira', 'bo', 1), appoint('mira', 'chen', 1)];
    expect(after([...both, dismiss('bo', 'chen', 2)])).toEqual(['bo', 'mira']);
    expect(after([...both, dismiss('eve', 'chen', 2)])).toEqual(['bo', 'chen', 'mira']);
    expect(after([...both, dismiss('bo', 'mira', 2)])).toEqual(['bo', 'chen', 'mira']);
    expect(after([...both, dismiss('owner', 'mira', 2, { isDesk: true })])).toEqual(['bo', 'chen']);
    expect(after([...both, dismiss('mira', 'mira', 2)])).toEqual(['bo', 'chen']);
  });

  it('are never nobody, unless the desk says so', () => {
    expect(after([dismiss('mira', 'mira', 1)])).toEqual(['mira']);
    expect(after([dismiss('owner', 'mira', 1, { isDesk: true })])).toEqual([]);
  });

  it('act until the moment they are dismissed, and not from it on', () => {
    const rows = [appoint('mira', 'bo', 10), dismiss('mira', 'bo', 20), appoint('mira', 'bo', 30)];
    const { includes } = termsOf({ founder: 'mira', rows });
    expect([9, 10, 19, 20, 29, 30].map((at) => includes('bo', at))).toEqual([
      false,
      true,
      true,
      false,
      false,
      true,
    ]);
    const late = appoint('bo', 'eve', 25);
    expect(after([...rows, late])).toEqual(['bo', 'mira']);
  });

  it('are told by a row that was changed from then on', () => {
    const changed = appoint('mira', 'bo', 10, { changed: 30 });
    const { includes } = termsOf({ founder: 'mira', rows: [changed, appoint('bo', 'eve', 20)] });
    expect([includes('bo', 20), includes('bo', 30), includes('eve', 40)]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('go with the row that appointed them, and with them whom they appointed', () => {
    const first = appoint('mira', 'bo', 1);
    const second = appoint('bo', 'chen', 2);
    expect(after([first, second])).toContain('chen');
    expect(after([second])).toEqual(['mira']);
  });

  it('stay without the row that appointed them where somebody confirmed them', () => {
    const confirmed = appoint('chen', 'bo', 5, { target: confirming(1) });
    const rows = [appoint('mira', 'chen', 1), confirmed];
    expect(after([...rows, appoint('mira', 'bo', 1)])).toEqual(['bo', 'chen', 'mira']);
    expect(after(rows)).toEqual(['bo', 'chen', 'mira']);
  });

  it('do not come back by a confirmation that knew nothing of their dismissal', () => {
    const rows = [
      appoint('mira', 'bo', 1),
      appoint('mira', 'chen', 1),
      dismiss('mira', 'bo', 4),
      appoint('chen', 'bo', 5, { target: confirming(1) }),
    ];
    expect(after(rows)).toEqual(['chen', 'mira']);
    expect(after([...rows, appoint('mira', 'bo', 6)])).toEqual(['bo', 'chen', 'mira']);
  });

  it('are no further from the founder than four steps, and no more than thirty', () => {
    const chain = Array.from({ length: mostSteps + 2 }, (_, at) =>
      appoint(at === 0 ? 'mira' : `p${at - 1}`, `p${at}`, at),
    );
    expect(after(chain)).toHaveLength(1 + mostSteps);
    const many = Array.from({ length: 2 * mostStewards }, (_, at) => appoint('mira', `p${at}`, at));
    expect(after(many)).toHaveLength(mostStewards);
    expect(after([...many, appoint('owner', 'bo', 99, { isDesk: true })])).toContain('bo');
  });

  it('are not changed by a row that names another appointer than its author', () => {
    const forged = appoint('eve', 'eve', 1);
    expect(after([{ ...forged, fields: { ...forged.fields, appointer: 'mira' } }])).toEqual([
      'mira',
    ]);
  });
});

const people = ['mira', 'bo', 'chen', 'dora'] as const;
const told = fc.record({
  family: fc.constantFrom('appoint', 'appoint', 'dismiss' as const),
  by: fc.constantFrom(...people),
  person: fc.constantFrom(...people),
  at: fc.integer({ min: 0, max: 12 }),
  changed: fc.option(fc.integer({ min: 0, max: 14 }), { nil: undefined }),
  isDesk: fc.boolean(),
});
const log = fc.array(told, { maxLength: 14 }).map((all) => {
  ids = 0;
  return all.map(({ changed, ...each }) =>
    row({ ...each, ...(changed === undefined ? {} : { changed: Math.max(changed, each.at) }) }),
  );
});
const moments = Array.from({ length: 16 }, (_, at) => at);
const history = (rows: readonly ActRecord[]) => {
  const { includes } = termsOf({ founder: 'mira', rows });
  return moments.map((at) => people.filter((person) => includes(person, at)));
};

describe('whatever was written', () => {
  it('the order in which rows arrive changes nothing', () => {
    fc.assert(
      fc.property(
        log.chain((rows) =>
          fc.tuple(
            fc.constant(rows),
            fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length }),
          ),
        ),
        ([rows, shuffled]) => {
          expect(history(shuffled)).toEqual(history(rows));
        },
      ),
    );
  });

  it('rows in a group’s container by who never was a steward change nothing', () => {
    const forged = fc.record({
      family: fc.constantFrom('appoint' as const, 'dismiss' as const),
      person: fc.constantFrom(...people, 'eve', 'eva'),
      at: fc.integer({ min: 0, max: 12 }),
      by: fc.constantFrom('eve', 'eva'),
    });
    fc.assert(
      fc.property(log, fc.array(forged, { maxLength: 8 }), (rows, more) => {
        const all = [...rows, ...more.map(row)];
        expect(history(all)).toEqual(history(rows));
        expect(termsOf({ founder: 'mira', rows: all }).ever).not.toContain('eve');
      }),
    );
  });

  it('what is known at a moment follows from the rows until then', () => {
    fc.assert(
      fc.property(log, fc.integer({ min: 0, max: 14 }), (rows, at) => {
        const until = rows.filter(({ modified }) => modified <= at);
        expect(history(rows).slice(0, at + 1)).toEqual(history(until).slice(0, at + 1));
      }),
    );
  });

  it('somebody is a steward at the end who was appointed, or founded the group, and was not dismissed since', () => {
    fc.assert(
      fc.property(log, (rows) => {
        for (const person of stewardsAt({ founder: 'mira', rows }, Infinity)) {
          const appointed = rows.some(
            ({ fields }) => fields.family === 'appoint' && fields.person === person,
          );
          expect(person === 'mira' || appointed).toBe(true);
        }
      }),
    );
  });
});
