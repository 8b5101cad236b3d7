/** Rows that a colleague plants by hand under the keys of another. */
import { describe, expect, it } from 'vitest';
import {
  choiceMark,
  choiceOwner,
  collections,
  communityContainer,
  createCommunity,
  groupContainer,
  personContainer,
  targetName,
} from '@kantine/core';
import type { Collection, Community, ContainerId, PostView } from '@kantine/core';
import {
  allLists,
  columns,
  digestOf,
  listName,
  listSetOf,
  requestList,
  slotDigest,
} from '../schema/index.ts';
import { plant } from '../testing/bulk.ts';
import { eachInAnOrganisation } from '../testing/each.ts';
import { allCollections } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { answerOf, get, merge, post } from '../wire/index.ts';
import type { RestRequest, Wire } from '../wire/index.ts';

const { kudos, memberships, profiles, reactions, readMarks } = collections;

let organisation: Organisation;
let anna: Community;
/** Ben, who knows the REST API. */
let ben: Wire;
let group: string;
let written: PostView;

eachInAnOrganisation(async (opened) => {
  organisation = opened;
  anna = createCommunity(organisation.hostOf('anna'));
  ben = organisation.wireOf('ben');
  group = (await anna.groups.create({ name: 'Lunch run', purpose: '' })).id;
  const message = { group, text: 'Who comes along?', key: 'key-of-the-post' };
  written = await createCommunity(organisation.hostOf('zoe')).wall.post(message);
});

/** The places of a colleague's that everybody can name. */
function predictable() {
  const { ids } = organisation;
  const target = targetName({ kind: 'post', id: written.id });
  const place = (n: number): string => JSON.stringify(['kudos', '2026-11-23', n]);
  const thanks = { recipient: ids.ben, value: 'helps-out', reason: 'for all the bread' };
  return [
    {
      collection: profiles,
      container: communityContainer,
      key: 'profile',
      fields: { about: 'I quit', askMeAbout: [], interests: [] },
    },
    {
      collection: memberships,
      container: communityContainer,
      key: group,
      fields: { group, person: ids.anna },
    },
    {
      collection: reactions,
      container: groupContainer(group),
      key: target,
      fields: {
        post: written.id,
        target,
        kind: 'thanks',
        mark: choiceMark(target, 'thanks'),
        owner: choiceOwner(written.id, ids.anna),
      },
    },
    ...[0, 1].map((n) => ({
      collection: kudos,
      container: communityContainer,
      key: place(n),
      fields: { ...thanks, batch: `planted-${n}` },
    })),
  ] as const;
}

/** What a refusal tells, but for the id that was asked for. */
const plain = (error: Error, id: number): unknown => {
  const { status, code } = error as Partial<Record<'status' | 'code', unknown>>;
  return { status, code, message: error.message.replaceAll(`${id}`, 'n') };
};

/** What Anna does with a profile, a membership, a reaction and a place of hers. */
async function everything(me: Community): Promise<void> {
  const { ids } = organisation;
  const message = { group, kind: 'post', id: written.id } as const;
  const { profileVersion: version } = await me.card.read({ person: ids.anna });
  const profile = { about: 'Bakes', askMeAbout: ['Bread'], interests: [] };
  await me.card.update({ ...profile, ...(version === undefined ? {} : { version }) });
  await me.groups.leave({ group });
  await me.groups.join({ group });
  await me.wall.react({ message, post: written.id, kind: 'like' });
  const thanks = { value: 'helps-out', reason: 'for all the bread', as: 'kudos' } as const;
  await me.kudos.give({ ...thanks, recipients: [ids.zoe], key: 'key-of-the-thanks' });
}

/** What is seen of it, by herself and by Zoë. */
async function seen(): Promise<unknown> {
  const { ids } = organisation;
  const mine = createCommunity(organisation.hostOf('anna'));
  const wall = await mine.wall.read({ group });
  const asZoe = createCommunity(organisation.hostOf('zoe'));
  const zoes = await asZoe.card.read({ person: ids.anna });
  return {
    joined: wall.group.joined,
    reactions: wall.posts[0]?.reactions,
    profile: zoes.profile,
    groups: zoes.groups,
    budget: await mine.kudos.budget(),
  };
}

describe('a predictable place', () => {
  it('T4: nobody learns from a refusal what a colleague has read', async () => {
    await anna.wall.markRead({ group, until: 5 });
    const own = personContainer(organisation.ids.anna);
    const items = `${organisation.pathOf(listName(readMarks, 'person'))}/items`;
    const probes = await Promise.all(
      [group, 'never-read'].map(async (key) =>
        post(items, { [columns.slot]: await slotDigest(own, organisation.ids.anna, key, 0) }),
      ),
    );
    const outcomes = await ben.batch(probes);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
  });

  it('T4: nobody learns from a refusal who asked for a closed group', async () => {
    const { id } = await anna.groups.create({
      name: 'Works council',
      purpose: '',
      access: 'secret',
      key: 'key-of-the-council',
    });
    const slot = await digestOf('request', id, organisation.ids.anna);
    const items = `${organisation.pathOf(requestList.name)}/items`;
    expect((await ben.batch([post(items, { [columns.slot]: slot })]))[0]?.ok).toBe(true);
    expect(await ben.send(get(items))).toHaveLength(1);
  });

  it('T4: a row that one may not see answers whatever is asked of it as one that is not there', async () => {
    await anna.wall.markRead({ group, until: 5 });
    await anna.groups.create({ name: 'Choir', purpose: '', access: 'closed', key: 'key-of-choir' });
    const lists = [
      organisation.pathOf(listName(readMarks, 'person')),
      organisation.pathOf(requestList.name),
    ];
    const ways = (item: string): readonly RestRequest[] => [
      get(item),
      get(`${item}?$select=Author/Title&$expand=Author`),
      get(`${item}/versions`),
      get(`${item}/roleAssignments`),
      get(`${item}/effectiveBasePermissions`),
      merge(item, { Title: 'x' }),
      merge(item, { Title: 'x' }, '"00000000-0000-0000-0000-000000000000,1"'),
      { method: 'DELETE', path: item, version: '*' },
      post(`${item}/validateUpdateListItem`, {
        formValues: [{ FieldName: 'Title', FieldValue: 'x' }],
        bNewDocumentUpdate: false,
      }),
      post(`${item}/recycle`),
    ];
    for (const list of lists) {
      const told = async (id: number): Promise<unknown[]> => {
        const outcomes = [];
        // Each by itself: what comes late in a batch must not follow from what came before.
        for (const way of ways(`${list}/items(${id})`)) outcomes.push((await ben.batch([way]))[0]);
        return outcomes.map((outcome) =>
          outcome?.ok === false ? plain(outcome.error, id) : 'told',
        );
      };
      const hidden = await told(1);
      expect(hidden).not.toContain('told');
      expect(hidden).toEqual(await told(999));
    }
  });

  it('S-A3: no list that shows readers their own rows has a unique column', async () => {
    const owner = organisation.wireOf('owner');
    const lists = allLists(allCollections);
    const outcomes = await owner.batch(
      lists.flatMap(({ name }) => [
        get(`${organisation.pathOf(name)}?$select=ReadSecurity`),
        get(`${organisation.pathOf(name)}/fields?$select=EnforceUniqueValues`),
      ]),
    );
    const both = lists.filter((_, at) => {
      const { ReadSecurity } = answerOf<{ ReadSecurity: number }>(outcomes[2 * at]);
      const fields = answerOf<{ EnforceUniqueValues: boolean }[]>(outcomes[2 * at + 1]);
      return ReadSecurity === 2 && fields.some((field) => field.EnforceUniqueValues);
    });
    expect(both).toEqual([]);
  });
});

describe('a second row of one’s own under a key', () => {
  interface Second {
    readonly container: ContainerId;
    readonly key: string;
    readonly fields: object;
  }
  /** What somebody writes by hand beside what they have, for each collection whose key is for one record. */
  function seconds(): Readonly<Record<string, Second>> {
    const { anna: me, zoe } = organisation.ids;
    const target = targetName({ kind: 'post', id: written.id });
    const reaction = { post: written.id, target, owner: choiceOwner(written.id, me) };
    const thanks = { value: 'helps-out', reason: 'for all the bread', batch: 'by-hand' };
    return {
      profiles: {
        container: communityContainer,
        key: 'profile',
        fields: { about: 'Another', askMeAbout: [], interests: [] },
      },
      memberships: {
        container: communityContainer,
        key: group,
        fields: { group, person: me },
      },
      reactions: {
        container: groupContainer(group),
        key: target,
        fields: { ...reaction, kind: 'love', mark: choiceMark(target, 'love') },
      },
      kudos: {
        container: communityContainer,
        key: JSON.stringify(['kudos', '2026-11-23', 0]),
        fields: { ...thanks, recipient: zoe },
      },
      readMarks: { container: personContainer(me), key: group, fields: { group, until: 99 } },
    };
  }

  /** For a collection that is not in the table: any row of it. */
  function anyRow({ fields, keptIn }: Collection): Second {
    const samples = { text: 'By hand', number: 1, flag: true, list: [] } as const;
    return {
      container: keptIn.includes('community') ? communityContainer : groupContainer(group),
      key: 'by-hand',
      fields: Object.fromEntries(
        Object.entries(fields).map(([name, { type }]) => [name, samples[type]]),
      ),
    };
  }

  /** What she and Zoë see of everything that people have one of. */
  async function ones(): Promise<unknown> {
    const { ids } = organisation;
    const mine = createCommunity(organisation.hostOf('anna'));
    const hers = createCommunity(organisation.hostOf('zoe'));
    const [wall, own] = await Promise.all([hers.wall.read({ group }), mine.wall.read({ group })]);
    return {
      members: [wall.group.memberCount, wall.group.members],
      reactions: [wall.posts[0]?.reactions, own.posts[0]?.reactions],
      reactors: await hers.wall.reactors({ group, kind: 'post', id: written.id }),
      readUntil: own.readUntil,
      kudos: await hers.kudos.read({}),
      cards: await Promise.all([ids.anna, ids.zoe].map((person) => hers.card.read({ person }))),
      budget: await mine.kudos.budget(),
    };
  }

  const single = Object.values(collections).filter((each: Collection) => each.key === 'one');

  it.each(single.map((each) => [each.name, each] as const))(
    'adds nothing: %s',
    async (name, of) => {
      await everything(anna);
      await anna.wall.markRead({ group, until: 5 });
      const before = await ones();
      const second = seconds()[name] ?? anyRow(of);
      const fields = second.fields as Readonly<Record<string, unknown>>;
      const planted = { by: 'anna', as: organisation.ids.anna, key: second.key, fields } as const;
      await plant(organisation, of, second.container, planted, 2);
      expect(await ones()).toEqual(before);
    },
  );
});

const slots = 24;

describe('rows in every slot of a colleague’s keys', () => {
  const squat = async (
    collection: Collection,
    container: ContainerId,
    key: string,
  ): Promise<void> => {
    const { anna: victim } = organisation.ids;
    const place = listSetOf(container, victim) ?? 'person';
    if (typeof place !== 'string') throw new RangeError('A closed container has no such list.');
    const items = `${organisation.pathOf(listName(collection, place))}/items`;
    const rows = Array.from({ length: slots }, async (_, slot) =>
      post(items, { [columns.slot]: await slotDigest(container, victim, key, slot) }),
    );
    await ben.write(await Promise.all(rows));
  };

  it('T5: keep nobody from saving a profile, joining, reacting and thanking', async () => {
    for (const { collection, container, key } of predictable()) {
      await squat(collection, container, key);
    }
    await everything(anna);
    expect(await seen()).toMatchObject({
      joined: true,
      reactions: { counts: { like: 1 }, mine: 'like' },
      profile: { about: 'Bakes' },
      groups: [{ id: group }],
      budget: { left: 4 },
    });
  });
});

describe('20,000 rows under each of a colleague’s keys', { timeout: 60_000 }, () => {
  const many = 20_000;

  it('T6: change nothing that she has, and nothing that she does', async () => {
    await everything(anna);
    const before = await seen();
    for (const { collection, container, key, fields } of predictable()) {
      const planted = { by: 'ben', as: organisation.ids.anna, key, fields } as const;
      await plant(organisation, collection, container, planted, many);
    }
    expect(await seen()).toMatchObject({
      ...(before as object),
      reactions: { mine: 'like' },
    });
    const me = createCommunity(organisation.hostOf('anna'));
    const message = { group, kind: 'post', id: written.id } as const;
    const { profileVersion = '' } = await me.card.read({ person: organisation.ids.anna });
    await me.card.update({ about: '', askMeAbout: [], interests: [], version: profileVersion });
    await me.groups.leave({ group });
    await me.wall.react({ message, post: written.id });
    await me.kudos.withdraw({ id: 'key-of-the-thanks' });
    expect(await seen()).toMatchObject({
      joined: false,
      profile: { about: '' },
      budget: { left: 5 },
    });
    await everything(createCommunity(organisation.hostOf('anna')));
    expect(await seen()).toMatchObject({ ...(before as object), reactions: { mine: 'like' } });
  });
});
