/** Rows of megabytes where people ask owners and stewards: somebody writes them by hand. */
import { describe, expect, it } from 'vitest';
import { closedContainer, createCommunity } from '@kantine/core';
import type { Community } from '@kantine/core';
import { asksKind, columns, listPathById, requestList } from '../schema/index.ts';
import { closedRow } from '../testing/closed.ts';
import { eachInAnOrganisation } from '../testing/each.ts';
import type { Actor, Organisation } from '../testing/organisation.ts';
import { post } from '../wire/index.ts';

let organisation: Organisation;

eachInAnOrganisation((opened) => (organisation = opened));

const as = (actor: Actor): Community => createCommunity(organisation.hostOf(actor));
const containers = (actor: Actor) => organisation.hostOf(actor).containers;
const requests = (): string => `${organisation.pathOf(requestList.name)}/items`;

const long = 'x'.repeat(1_000_000);
const container = closedContainer('secret-of-ben');

/** What Ben writes into a column that Kantine reads. */
const plant = async (items: string, columnsOf: Readonly<Record<string, string>>, times = 6) => {
  const ben = organisation.wireOf('ben');
  for (let at = 0; at < times; at += 1) {
    await ben.send(post(items, columnsOf));
  }
};

/** How many characters a person's page is answered while it does something. */
async function charactersOf(
  actor: Actor,
  work: (containers: ReturnType<Organisation['hostOf']>['containers']) => Promise<unknown>,
): Promise<number> {
  const { fetch = globalThis.fetch } = organisation.contextOf(actor);
  let characters = 0;
  const host = organisation.hostOf(actor, {
    fetch: async (url, init) => {
      const response = await fetch(url, init);
      if (!response.body) return response;
      const counted = response.body.pipeThrough(
        new TransformStream<Uint8Array, Uint8Array>({
          transform(part, controller) {
            characters += part.length;
            controller.enqueue(part);
          },
        }),
      );
      return new Response(counted, response);
    },
  });
  await work(host.containers);
  return characters;
}

describe('T20: long rows among requests for closed groups', () => {
  const ask = () => containers('anna').createClosed(closedContainer('secret-hers'), '{"name":"A"}');

  it.each([
    ['key', { [columns.key]: JSON.stringify(long) }],
    ['note', { [columns.key]: JSON.stringify(container), [columns.fields]: `{"note":"${long}"}` }],
  ])('by their %s hide no request from owners, and cost them little', async (_name, row) => {
    await ask();
    await plant(requests(), row);
    await containers('zoe').createClosed(closedContainer('secret-zoes'), '{"name":"Z"}');
    const found: string[] = [];
    const characters = await charactersOf('owner', async ({ requests: read }) => {
      found.push(...(await read()).map((request) => request.container));
    });
    expect(found).toEqual(['closed:secret-zoes', 'closed:secret-hers']);
    expect(characters).toBeLessThan(3_000_000);
  });

  it('keep nobody from asking again or taking back', async () => {
    await plant(requests(), { [columns.key]: JSON.stringify(container), [columns.fields]: long });
    await containers('ben').createClosed(closedContainer('secret-next'), '{"name":"B"}');
    expect(await containers('ben').requests()).toMatchObject([{ container: 'closed:secret-next' }]);
  });

  it('end no owner’s visit', async () => {
    const { id: group } = await as('anna').groups.create({
      name: 'Works council',
      purpose: '',
      access: 'closed',
      key: 'key-of-the-draft',
    });
    await as('owner').groups.approve({ group, by: organisation.ids.anna });
    await as('anna').groups.list();
    await as('zoe').groups.ask({ group, note: 'I was elected' });
    await plant(requests(), {
      [columns.key]: JSON.stringify(['join', group]),
      [columns.fields]: `{"note":"${long}"}`,
    });
    await as('owner').groups.requests();
    expect(await as('anna').groups.asks({ group })).toMatchObject([{ note: 'I was elected' }]);
  });
});

describe('T20: long rows of a member among the asks of a closed group', () => {
  async function annasGroup(): Promise<string> {
    const { ids } = organisation;
    const { id: group } = await as('anna').groups.create({
      name: 'Works council',
      purpose: '',
      access: 'closed',
      key: 'key-of-the-draft',
    });
    await as('owner').groups.approve({ group, by: ids.anna });
    await as('anna').groups.list();
    for (const person of [ids.ben, ids.zoe]) {
      await as('anna').groups.admit({ group, person, role: 'member' });
    }
    return group;
  }

  async function asksPath(group: string): Promise<string> {
    const { lists } = await closedRow(organisation, group);
    return `${listPathById(lists[asksKind]?.id ?? '')}/items`;
  }

  it('take nobody’s groups off their list, and keep nobody from asking to be taken out', async () => {
    const group = await annasGroup();
    const items = await asksPath(group);
    await plant(items, { [columns.key]: JSON.stringify(['join', '7', long, 1]) }, 5);
    expect((await as('zoe').groups.list()).map(({ id }) => id)).toEqual([group]);
    organisation.sharePoint.behave({ leavingByRest: 'refused' });
    await as('zoe').groups.leave({ group });
    expect(await containers('zoe').joined()).toEqual([]);
    await plant(items, { [columns.key]: JSON.stringify(['join', '7', long, 2]) }, 2);
    expect(await containers('zoe').joined()).toEqual([]);
    let asked: unknown;
    const characters = await charactersOf('anna', async ({ asks }) => (asked = await asks(group)));
    expect(asked).toMatchObject([{ by: organisation.ids.zoe, kind: 'leave' }]);
    expect(characters).toBeLessThan(3_000_000);
  });

  it('show stewards no words that no page writes', async () => {
    const group = await annasGroup();
    const said = (note: string) => ({ [columns.key]: JSON.stringify(['join', '7', note, 1]) });
    await plant(await asksPath(group), said('y'.repeat(20_000)), 1);
    expect(await containers('anna').asks(group)).toEqual([]);
  });
});
