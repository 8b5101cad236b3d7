/** Colleagues whom somebody may ask: who is known to be glad, and who of them is offered. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { communityContainer, groupContainer } from '../kernel/container.ts';
import { profileKey } from '../card/profile.ts';
import { profiles } from '../card/profiles.ts';
import { countingHost } from '../testing/counting-host.ts';
import { forger, malformed } from '../testing/forger.ts';
import { day, organisation, wednesday } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { readGlad } from './glad.ts';
import { gladToday, whomToAsk } from './whom-to-ask.ts';
import type { Glad } from './whom-to-ask.ts';

const one = (id: string, ...askMeAbout: string[]): Glad => ({
  person: { id, name: id.replace(/^./, (letter) => letter.toUpperCase()), active: true },
  askMeAbout,
});
const offered = (text: string, glad: readonly Glad[], now = wednesday) =>
  whomToAsk(text, glad, now).map(({ topic, people }) => [topic, people.map(({ id }) => id)]);

describe('whom to ask', () => {
  it('are those whose topic a draft names, together where it is one topic', () => {
    const glad = [one('mira', 'Power BI'), one('chen', 'power bi', 'Vans'), one('ada', 'Bread')];
    const [found] = whomToAsk('How do I share a Power BI report?', glad, wednesday);
    expect(found?.people.map(({ id }) => id).toSorted()).toEqual(['chen', 'mira']);
    expect(offered('How?', glad)).toEqual([]);
  });

  it('are no guests and nobody who left', () => {
    const guest = {
      ...one('gus', 'Bread'),
      person: { ...one('gus').person, guest: true as const },
    };
    const left = { ...one('lena', 'Bread'), person: { ...one('lena').person, active: false } };
    expect(offered('Bread?', [guest, left, one('ada', 'Bread')])).toEqual([['Bread', ['ada']]]);
    expect(gladToday([guest, left], wednesday)).toEqual([]);
  });

  const people = fc.uniqueArray(fc.stringMatching(/^[a-z]{3,8}$/), { maxLength: 12 });

  it('are at most three, whatever the order in which they are known', () => {
    fc.assert(
      fc.property(people, fc.nat(30), fc.boolean(), (names, days, isBack) => {
        const glad = names.map((name) => one(name, 'Bread'));
        const now = wednesday + days * day;
        const found = offered('Which bread?', glad, now);
        expect(found.flatMap(([, ids]) => ids)).toHaveLength(Math.min(3, names.length));
        const other = isBack ? glad.toReversed() : glad.toSorted(() => -1);
        expect(offered('Which bread?', other, now)).toEqual(found);
      }),
    );
  });

  it('are everybody in turn: each of them as often as any other', () => {
    fc.assert(
      fc.property(
        people.filter(({ length }) => length > 3),
        (names) => {
          const glad = names.map((name) => one(name, 'Bread'));
          const times = new Map<string, number>();
          for (let at = 0; at < names.length; at += 1) {
            const [found] = whomToAsk('Bread?', glad, wednesday + at * day);
            for (const { id } of found?.people ?? []) times.set(id, (times.get(id) ?? 0) + 1);
          }
          expect(new Set(times.values())).toEqual(new Set([3]));
          expect(times.size).toBe(names.length);
        },
      ),
    );
  });
});

describe('who is glad to be asked', () => {
  let company: Organisation;
  let group: string;
  beforeEach(async () => {
    company = organisation();
    ({ id: group } = await company.as('ada').groups.create({ name: 'Lunch run', purpose: '' }));
  });

  const says = (person: string, ...askMeAbout: string[]) =>
    company.as(person).card.update({ about: '', askMeAbout, interests: [] });
  const read = async (reader = 'ada', of = group) =>
    (await company.as(reader).wall.gladToBeAsked({ group: of }))
      .map(({ person, askMeAbout }) => [person.id, ...askMeAbout])
      .toSorted();

  it('are members whose profile says so, without the reader and whom they would rather not see', async () => {
    for (const person of ['bram', 'chloe', 'daan']) await company.as(person).groups.join({ group });
    await says('ada', 'Bread');
    await says('bram', 'Vans', 'Routes');
    await says('chloe');
    await says('daan', 'Power BI');
    await says('emre', 'Everything');
    expect(await read()).toEqual([
      ['bram', 'Vans', 'Routes'],
      ['daan', 'Power BI'],
    ]);
    await company.as('ada').preferences.block({ person: 'bram' });
    expect(await read()).toEqual([['daan', 'Power BI']]);
  });

  it('are in a closed group its members, for members alone', async () => {
    const about = { name: 'Board', purpose: '', access: 'closed' } as const;
    const { id } = await company.as('ada').groups.create(about);
    await company.as('ada').groups.admit({ group: id, person: 'bram', role: 'member' });
    await says('bram', 'Vans');
    await says('chloe', 'Bread');
    expect(await read('ada', id)).toEqual([['bram', 'Vans']]);
    await company.as('chloe').groups.join({ group });
    expect(await read('emre', group)).toEqual([['chloe', 'Bread']]);
    expect(await read('chloe', id)).toEqual([]);
  });

  it('are found in two round trips and 60 profiles, and what is no profile says nothing', async () => {
    await company.as('bram').groups.join({ group });
    await company.as('emre').groups.join({ group });
    await says('bram', 'Vans');
    const hand = forger(company);
    for (const fields of malformed) {
      await hand.write(profiles, communityContainer, profileKey, fields).catch(() => undefined);
    }
    await hand.write(profiles, groupContainer(group), profileKey, {
      about: '',
      askMeAbout: ['Everything'],
      interests: [],
    });
    expect(await read()).toEqual([['bram', 'Vans']]);
    const { host, reads } = countingHost(company.host('ada'));
    await readGlad(host, group);
    expect(reads).toHaveLength(2);
    const named = reads.flat().map((query) => ('in' in query ? query.in.length : 0));
    expect(Math.max(...named)).toBeLessThanOrEqual(60);
  });
});
