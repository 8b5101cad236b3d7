/** A secret group cannot be told from nothing, by whatever a stranger asks: one suite that any host registers. */
import { closedContainer, createCommunity, declaredOperations } from '@kantine/core';
import type { Host, KantineError, Operation } from '@kantine/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HostHarness } from '../harness.ts';
import { openWorld } from '../rule.ts';
import type { World } from '../rule.ts';
import { openScene } from '../permissions/scene.ts';
import type { Scene } from '../permissions/scene.ts';
import { makeClosed } from '../rules/closed.ts';
import { inputFor } from './inputs.ts';

/** Another id of the same form, of a group that never was. @param other a digit or a letter, if it is not the last */
const neverWas = (group: string, other: string): string =>
  group.replace(/.$/, (last) => (last === other ? 'z' : other));

type Call = (input: unknown) => Promise<unknown>;

/** What a stranger is answered, error or value, as text; ids stand under names that say nothing. */
async function answerTo(
  host: Host,
  name: string,
  input: object,
  names: ReadonlyMap<string, string>,
) {
  const [domain = '', operation = ''] = name.split('.');
  const community = createCommunity(host) as unknown as Record<string, Record<string, Call>>;
  const call = community[domain]?.[operation];
  if (!call) throw new TypeError(`There is no operation ${name}.`);
  const answer = await call(input).then(
    (value) => ({ value }),
    (error: unknown) => {
      const { tag, data, message } = error as KantineError;
      return { error: { tag, data, message } };
    },
  );
  return [...names].reduce(
    (text, [id, instead]) => text.replaceAll(id, instead),
    JSON.stringify(answer),
  );
}

const operations = await declaredOperations();
const aboutGroups = [...operations].filter(([, operation]) =>
  /"groups?":/.test(JSON.stringify(inputFor(operation, { group: 'g' }))),
);
const others = [...operations].filter(
  ([name, { kind }]) => kind === 'query' && !aboutGroups.some(([about]) => about === name),
);

/** In milliseconds. */
const onItsWay = 20;

/** What is not about it, what is, and what would take its place. */
export const secrecyRules = ['SECRECY-1', 'SECRECY-2', 'SECRECY-3'] as const;

/** How the id of a secret group begins; in earlier versions its key followed. */
const secretGroups = closedContainer('secret-');

/** What stands in a secret group, and nowhere else. */
const canary = 'The canary sings at night';

/** @param createHarness makes a fresh organisation with an owner who is none of the contract's people. */
export function describeSecrecy(
  host: string,
  createHarness: () => HostHarness | Promise<HostHarness>,
): void {
  describe(`${secrecyRules.join(', ')}: a secret group on ${host}`, () => {
    let world: World;
    let scene: Scene;
    let post: string;
    let before: ReadonlyMap<string, string>;

    const stranger = () => world.harness.connect(world.harness.people.zoe);
    const things = (group: string) => ({
      group,
      post,
      id: post,
      comment: post,
      person: scene.founderId,
      recipient: scene.founderId,
      giver: scene.founderId,
      value: 'helps-out',
      by: scene.founderId,
      key: 'key-of-a-probe',
      version: '1',
    });
    const readAll = async () => {
      const answers = new Map<string, string>();
      for (const [name, operation] of others) {
        const input = inputFor(operation, { person: world.harness.people.anna, text: 'an' });
        answers.set(name, await answerTo(await stranger(), name, input, new Map()));
      }
      return answers;
    };

    beforeAll(async () => {
      world = await openWorld(await createHarness());
      before = await readAll();
      scene = await openScene(world, 'secret', 'outsider');
      const { founder, group, newKey } = scene;
      ({ id: post } = await founder.wall.post({ group, text: canary, key: newKey() }));
      await founder.kudos.give({
        recipients: [scene.watcherId],
        value: 'helps-out',
        reason: canary,
        as: 'thanks',
        key: 'key-of-a-probe',
        group,
      });
    });
    afterAll(() => world.harness.close());

    it.each(others.map(([name]) => name))('changes nothing in what %s answers', async (name) => {
      const operation = operations.get(name) as Operation;
      const input = inputFor(operation, { person: world.harness.people.anna, text: 'an' });
      expect(await answerTo(await stranger(), name, input, new Map())).toBe(before.get(name));
    });

    it.each(aboutGroups.map(([name]) => name))(
      'is answered by %s like a group that never was, with as many requests',
      async (name) => {
        const operation = operations.get(name) as Operation;
        const ask = async (of: string) => {
          const asking = await stranger();
          const asked = world.harness.roundTrips();
          const names = new Map([
            [of, '«group»'],
            [post, '«post»'],
          ]);
          const answer = await answerTo(asking, name, inputFor(operation, things(of)), names);
          // An operation that was refused may have asked more, which is on its way.
          await new Promise((resolve) => setTimeout(resolve, onItsWay));
          return { answer, requests: world.harness.roundTrips() - asked };
        };
        const { group } = scene;
        // A host that limits requests in a time would refuse some for now, and they would be sent again.
        world.harness.advance(60_000);
        // Whatever a host remembers of the first question; what one writes for oneself is then there.
        await ask(neverWas(group, 'a'));
        const found = await ask(group);
        expect(found).toEqual(await ask(neverWas(group, 'b')));
        expect(found.answer).not.toContain(canary);
      },
    );

    it('is started by nobody with another’s key: they found their own, as with any key', async () => {
      const { harness, anna } = world;
      const earlier = 'key-of-an-earlier-version';
      await makeClosed(harness, anna, secretGroups + earlier);
      const key = 'key-of-the-founder';
      await scene.founder.groups.create({ name: 'A den', purpose: '', access: 'secret', key });
      const start = async (its: string) => {
        harness.advance(60_000);
        const asking = await stranger();
        const asked = harness.roundTrips();
        const input = { name: 'Mine', purpose: '', access: 'secret', key: its };
        const answer = await answerTo(asking, 'groups.create', input, new Map());
        await new Promise((resolve) => setTimeout(resolve, onItsWay));
        const shown = answer.replaceAll(/"id":"closed:[^"]*"/g, '"id":"«group»"');
        return { answer: shown, requests: harness.roundTrips() - asked };
      };
      await start('key-of-nobody-a');
      const own = await start('key-of-nobody-b');
      expect(own.answer).toContain('"name":"Mine"');
      const tail = scene.group.slice(secretGroups.length);
      for (const taken of [tail, earlier, key]) expect(await start(taken)).toEqual(own);
    });
  });
}
