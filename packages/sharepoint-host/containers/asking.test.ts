/** Asking to be let into a closed group on SharePoint, where owners pass it on; and what is tried by hand. */
import { describe, expect, it } from 'vitest';
import { closedContainer, createCommunity } from '@kantine/core';
import type { Community } from '@kantine/core';
import { asksKind, columns, listPathById, requestList } from '../schema/index.ts';
import { closedRow } from '../testing/closed.ts';
import { eachInAnOrganisation } from '../testing/each.ts';
import { site } from '../testing/organisation.ts';
import type { Actor, Organisation } from '../testing/organisation.ts';
import { get, post } from '../wire/index.ts';

let organisation: Organisation;

eachInAnOrganisation((opened) => (organisation = opened));

const as = (actor: Actor): Community => createCommunity(organisation.hostOf(actor));
const containers = (actor: Actor) => organisation.hostOf(actor).containers;
const requests = (): string => `${organisation.pathOf(requestList.name)}/items`;

/** A group of Anna's that an owner made; Ben is in it unless he is told to stay outside. */
async function annasGroup(
  access: 'closed' | 'secret' = 'closed',
  isBenInside = true,
): Promise<string> {
  const { ids } = organisation;
  const about = { name: 'Works council', purpose: '', access, key: 'key-of-the-draft' };
  const { id: group } = await as('anna').groups.create(about);
  await as('owner').groups.approve({ group, by: ids.anna });
  await as('anna').groups.list();
  if (isBenInside) {
    await as('anna').groups.admit({ group, person: ids.ben, role: 'member' });
  }
  return group;
}

async function asksPath(group: string): Promise<string> {
  const { lists } = await closedRow(organisation, group);
  return `${listPathById(lists[asksKind]?.id ?? '')}/items`;
}

/** The list of groups, as an owner of the site opens it. */
const ownerComesBy = () => as('owner').groups.requests();
const joins = async (group: string) =>
  (await as('anna').groups.asks({ group })).filter(({ kind }) => kind === 'join');
const sayByHand = async (actor: Actor, group: string, said: unknown) =>
  organisation
    .wireOf(actor)
    .send(post(await asksPath(group), { [columns.key]: JSON.stringify(said) }));

describe('somebody who asks to be let in', () => {
  it('is told to the stewards with who passed it on, let in, and leaves no row behind', async () => {
    const { ids } = organisation;
    const group = await annasGroup();
    await as('zoe').groups.ask({ group, note: 'I was elected' });
    expect(await joins(group)).toEqual([]);
    await ownerComesBy();
    expect(await joins(group)).toMatchObject([
      { by: { id: ids.zoe }, note: 'I was elected', passedOnBy: { name: 'System Account' } },
    ]);
    await as('anna').groups.admit({ group, person: ids.zoe, role: 'member' });
    const { own } = await as('zoe').groups.browse({});
    expect(own).toMatchObject([{ id: group, joined: true }]);
    await ownerComesBy();
    expect(await organisation.wireOf('owner').send(get(requests()))).toEqual([]);
  });

  it('is passed on once, by however many visits, and by no member', async () => {
    const group = await annasGroup();
    await as('zoe').groups.ask({ group, note: '' });
    for (const actor of ['ben', 'zoe', 'anna'] as const) await as(actor).groups.requests();
    const rows = async () =>
      organisation.wireOf('owner').send<readonly unknown[]>(get(await asksPath(group)));
    expect(await rows()).toEqual([]);
    await ownerComesBy();
    await ownerComesBy();
    expect(await rows()).toHaveLength(1);
  });

  it.each([0, 1, 2])(
    'is passed on once though an owner’s page breaks off after write %i',
    async (passing) => {
      const group = await annasGroup();
      await as('zoe').groups.ask({ group, note: 'First' });
      await ownerComesBy();
      await as('zoe').groups.endAsk({ group, by: organisation.ids.zoe });
      await as('zoe').groups.ask({ group, note: 'Second' });
      const { faults } = organisation.sharePoint;
      const match = /^(?:POST|DELETE) .*items/i;
      faults.next({ match, inBatch: true, latency: 0 }, passing);
      const heal = faults.always({ match, inBatch: true, status: 500 });
      await ownerComesBy().catch(() => undefined);
      heal();
      faults.clear();
      await ownerComesBy();
      await ownerComesBy();
      expect((await joins(group)).map(({ note }) => note)).toEqual(['Second']);
    },
  );

  it('is shown to nobody but owners, and never to earlier pages as a request for a group', async () => {
    const group = await annasGroup();
    await as('zoe').groups.ask({ group, note: 'Between us' });
    for (const actor of ['anna', 'ben'] as const) {
      expect(await organisation.wireOf(actor).send(get(requests()))).toEqual([]);
    }
    expect(await ownerComesBy()).toEqual([]);
    expect(await as('zoe').groups.requests()).toEqual([]);
  });
});

describe('a colleague with a console', () => {
  it('asks in nobody’s name: whose row it is says the host', async () => {
    const { ids } = organisation;
    const group = await annasGroup('closed', false);
    await organisation.wireOf('ben').send(
      post(requests(), {
        [columns.slot]: 'by-hand',
        [columns.key]: JSON.stringify(['join', group, ids.zoe]),
        [columns.fields]: JSON.stringify({ note: 'Zoë here', by: ids.zoe, over: false }),
      }),
    );
    await ownerComesBy();
    expect(await joins(group)).toMatchObject([{ by: { id: ids.ben } }]);
    expect(await containers('zoe').joinsAsked()).toEqual([]);
  });

  it('a member suggests somebody under their own name, and puts no words into a real ask', async () => {
    const { ids } = organisation;
    const group = await annasGroup();
    await sayByHand('ben', group, ['join', ids.zoe, 'I am Zoë and I want in', 1]);
    expect(await joins(group)).toMatchObject([
      { by: { id: ids.zoe }, passedOnBy: { id: ids.ben } },
    ]);
    await as('zoe').groups.ask({ group, note: 'My own words' });
    const [row] = await organisation
      .wireOf('owner')
      .send<readonly { Id: number }[]>(get(`${requests()}?$select=Id`));
    await sayByHand('ben', group, ['join', ids.zoe, 'Forged for that very row', row?.Id]);
    await ownerComesBy();
    await sayByHand('ben', group, ['join', ids.zoe, 'Forged afterwards', row?.Id]);
    expect(await joins(group)).toMatchObject([
      { note: 'My own words', passedOnBy: { name: 'System Account' } },
    ]);
  });

  it('a member ends nobody’s wish, and brings back none that was answered', async () => {
    const { ids } = organisation;
    const group = await annasGroup();
    await as('zoe').groups.ask({ group, note: '' });
    await ownerComesBy();
    await sayByHand('ben', group, ['done', ids.zoe]);
    expect(await joins(group)).toHaveLength(1);
    await ownerComesBy();
    expect(await containers('zoe').joinsAsked()).toEqual([group]);
    await as('anna').groups.endAsk({ group, by: ids.zoe });
    await ownerComesBy();
    expect(await joins(group)).toEqual([]);
    expect(await containers('zoe').joinsAsked()).toEqual([]);
    await as('anna').groups.admit({ group, person: ids.zoe, role: 'member' });
    await sayByHand('ben', group, ['join', ids.zoe, 'Again', 1]);
    expect(await joins(group)).toEqual([]);
  });

  it('a member writes strange rows, and stewards read on', async () => {
    const group = await annasGroup();
    await as('zoe').groups.ask({ group, note: '' });
    await ownerComesBy();
    const { ids } = organisation;
    const strange = [
      ['join'],
      ['join', 7],
      ['join', 'x'.repeat(20_000), '', 1],
      ['join', "1') or true", '', 1],
      ['join', '99999', 'Nobody', 1],
      ['join', ids.anna, 'She is in', 1],
      { join: ids.zoe },
      null,
    ];
    for (const said of strange) await sayByHand('ben', group, said);
    expect(await joins(group)).toMatchObject([{ by: { id: ids.zoe } }]);
  });

  it('suggests a thousand people, and hides nobody whom an owner passed on', async () => {
    const { ids } = organisation;
    const group = await annasGroup();
    await as('zoe').groups.ask({ group, note: 'Honest' });
    await ownerComesBy();
    const { lists } = await closedRow(organisation, group);
    const many = Array.from({ length: 1_000 }, (_, at) => ({
      [columns.key]: JSON.stringify(['join', String(100_000 + at), '', at]),
      Author: 'ben@contoso.test',
    }));
    organisation.sharePoint.bulkLoad({ site, list: lists[asksKind]?.name ?? '' }, many);
    const asks = (await containers('anna').asks(group)).filter(({ by }) => by !== ids.zoe);
    expect(asks).toHaveLength(10);
    expect((await joins(group)).map(({ note }) => note)).toEqual(['Honest']);
  });

  it('asks a thousand times by hand, and is passed on ten times at most, hiding nobody', async () => {
    const { ids } = organisation;
    const group = await annasGroup('closed', false);
    await as('zoe').groups.ask({ group, note: 'Honest' });
    const many = Array.from({ length: 1_000 }, (_, at) => ({
      [columns.slot]: `own-${at}`,
      [columns.key]: JSON.stringify(['join', at % 2 ? group : closedContainer(`${at}`)]),
      [columns.fields]: JSON.stringify({ note: `Turn ${at}`, over: false }),
      Author: 'ben@contoso.test',
    }));
    organisation.sharePoint.bulkLoad({ site, list: requestList.name }, many);
    await ownerComesBy();
    const told = await containers('anna').asks(group);
    expect(told.map(({ by }) => by).toSorted()).toEqual([ids.ben, ids.zoe].toSorted());
  });

  it('R13: learns of no secret group by asking, in as many requests as for none', async () => {
    const group = await annasGroup('secret');
    const requestsOf = async (asked: string) => {
      const page = as('zoe');
      await page.groups.browse({});
      const before = organisation.network.count();
      const refused: unknown = await page.groups
        .ask({ group: asked, note: '' })
        .catch((error: unknown) => error);
      const { tag, message } = refused as { tag: string; message: string };
      return {
        tag,
        message: message.replaceAll(asked, 'it'),
        count: organisation.network.count() - before,
      };
    };
    const there = await requestsOf(group);
    expect(there).toMatchObject({ tag: 'NotFound' });
    expect(await requestsOf(closedContainer('secret-key-of-no-group'))).toEqual(there);
    // By hand the row is written, and goes nowhere.
    await containers('zoe').askToJoin(group, 'I know');
    await ownerComesBy();
    expect(await containers('anna').asks(group)).toEqual([]);
  });
});
