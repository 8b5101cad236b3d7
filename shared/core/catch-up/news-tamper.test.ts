/** What a member writes around Kantine decides nothing, and solves nothing that others asked. */
import { beforeEach, describe, expect, it } from 'vitest';
import { fates } from '../ideas/collection.ts';
import { groupContainer } from '../kernel/container.ts';
import { byIds } from '../kernel/query.ts';
import { forger } from '../testing/forger.ts';
import type { Forger } from '../testing/forger.ts';
import { day, minute, organisationWithGroup } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { posts } from '../wall/message.ts';
import { markFields, markKey, marks, questionTarget } from '../wall/marks.ts';

let company: Organisation & { readonly group: string };
let group: string;
let mallory: Forger;
beforeEach(async () => {
  company = await organisationWithGroup();
  ({ group } = company);
  mallory = forger(company);
  await company.as('bram').groups.join({ group });
});

const news = () => company.as('bram').catchUp.news();
async function post(kind: 'idea' | 'question'): Promise<string> {
  company.clock.advance(minute);
  const input = { group, text: `A ${kind}`, key: company.key() };
  const page = company.as('chloe');
  return kind === 'question'
    ? (await page.wall.post({ ...input, kind })).id
    : (await page.ideas.putForward({ ...input, unsure: false })).id;
}
const why = 'because I say so and nobody else';
const fate = (id: string) => ({ post: id, state: 'adopted', who: '', again: 0, why });

describe('forged news', () => {
  it('a decision by somebody who is no steward is none, and hides none of a steward’s', async () => {
    const id = await post('idea');
    await mallory.write(fates, groupContainer(group), 'k1', fate(id));
    expect((await news()).decided).toEqual([]);
    company.clock.advance(minute);
    const input = { group, post: id, state: 'talked', key: company.key() } as const;
    await company.as('ada').ideas.decide({ ...input, reason: 'we talked about it at noon' });
    await mallory.write(fates, groupContainer(group), 'k2', fate(id));
    expect((await news()).decided).toMatchObject([{ state: 'talked', by: { id: 'ada' } }]);
  });

  it('a question that somebody else calls solved is not', async () => {
    const id = await post('question');
    company.clock.advance(minute);
    const comment = await company
      .as('ada')
      .wall.comment({ group, post: id, text: 'I know', key: company.key() });
    const target = questionTarget(id);
    const mark = { family: 'accept', target, post: id, value: comment.id, to: 'bram' } as const;
    const key = markKey('accept', target);
    await mallory.write(marks, groupContainer(group), key, markFields(mark));
    expect(await news()).toMatchObject({ decided: [], worth: [] });
  });

  it('a hidden article is none, though its author takes its post off the wall by hand', async () => {
    const cover = { colour: 'teal', icon: 'book' } as const;
    const words = { title: 'About Foo', lead: '', text: 'Foo left us', cover, series: '' };
    const { blog } = company.as('chloe');
    const { id } = await blog.publish({ group, key: company.key(), ...words });
    await company.as('bram').blog.subscribe({ writer: 'chloe' });
    const { post: on = '' } = await blog.one({ group, id });
    expect((await news()).worth).toHaveLength(1);
    company.clock.advance(minute);
    const hide = { group, kind: 'post', id: on, reason: why, key: company.key() } as const;
    await company.as('ada').stewards.hide(hide);
    const { store } = company.host('chloe');
    const [{ records }] = await store.read([byIds(posts, groupContainer(group), [on])]);
    for (const row of records) await store.remove(posts, row);
    expect((await news()).worth).toEqual([]);
  });

  it('A1: ten thousand rows change nothing that is shown, and are told of', async () => {
    const id = await post('idea');
    const store = company.host('emre').store;
    for (let turn = 0; turn < 10_000; turn += 1)
      await store.insert(fates, groupContainer(group), `key ${turn}`, fate(id));
    company.clock.advance(day);
    const input = { group, post: id, state: 'talked', key: company.key() } as const;
    await company.as('ada').ideas.decide({ ...input, reason: 'we talked about it at noon' });
    const { decided, dropped, isMore } = await news();
    expect(decided).toMatchObject([{ state: 'talked' }]);
    expect(dropped).toBeGreaterThan(200);
    expect(isMore).toBe(true);
  });
});
