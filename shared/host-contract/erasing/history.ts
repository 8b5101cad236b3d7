/** Somebody who did everything that leaves a row, in an open group and in a closed one. */
import { createCommunity, mentionToken } from '@kantine/core';
import type { Community } from '@kantine/core';
import type { World } from '../rule.ts';

/** What Ben wrote, wherever it was. */
export const canary = 'The canary of Ben';

export interface History {
  readonly groups: readonly string[];
  readonly ben: Community;
}

/** A group of Anna's that Ben is in. */
export async function groupWithBen(
  { anna, ben, harness }: World,
  access: 'open' | 'closed' | 'secret',
): Promise<string> {
  const founder = createCommunity(anna);
  const draft = { name: `A ${access} group`, purpose: '', access, key: founder.newKey() };
  const { id: group } = await founder.groups.create(draft);
  const { approver, people } = harness;
  if (access !== 'open' && approver) {
    await createCommunity(approver).groups.approve({ group, by: people.anna });
    await founder.groups.create(draft);
  }
  if (access !== 'open') await founder.groups.admit({ group, person: people.ben, role: 'member' });
  await createCommunity(ben).groups.join({ group });
  return group;
}

async function inGroup(world: World, group: string): Promise<void> {
  const { anna, ben, harness } = world;
  const { people } = harness;
  const [founder, subject] = [createCommunity(anna), createCommunity(ben)];
  const key = () => founder.newKey();
  const own = await subject.wall.post({
    group,
    text: `${canary} asks`,
    kind: 'question',
    key: key(),
  });
  const alone = await subject.wall.post({ group, text: `${canary} alone`, key: key() });
  const message = { group, kind: 'post', id: alone.id } as const;
  await subject.wall.edit({ ...message, text: `${canary} edited`, version: alone.version });
  await founder.wall.comment({ group, post: own.id, text: 'An answer', key: key() });
  const text = `A post for ${mentionToken(people.ben)}`;
  const theirs = await founder.wall.post({ group, text, key: key() });
  const onTheirs = { group, post: theirs.id } as const;
  const replied = await subject.wall.comment({ ...onTheirs, text: `${canary} here`, key: key() });
  await founder.wall.comment({ ...onTheirs, parent: replied.id, text: 'Yes', key: key() });
  await subject.wall.comment({
    ...onTheirs,
    text: `${canary} ${mentionToken(people.anna)}`,
    key: key(),
  });
  const their = { group, kind: 'post', id: theirs.id } as const;
  await subject.wall.react({ message: their, post: theirs.id, kind: 'love' });
  await subject.thanks.thank({ ...their, thanked: true });
  await subject.preferences.follow(onTheirs);
  await subject.wall.markRead({ group, until: 5 });
  await subject.blog.publish({
    group,
    key: key(),
    title: canary,
    lead: '',
    text: `${canary} at length`,
    cover: { colour: 'teal', icon: 'idea' },
    series: '',
  });
  await founder.thanks.thank({ group, kind: 'post', id: own.id, thanked: true });
  const words = { value: 'helps-out', as: 'thanks', group } as const;
  const given = { ...words, reason: `${canary} thanks`, recipients: [people.anna], key: key() };
  await subject.kudos.give(given);
  const got = { ...words, reason: 'carried my crates', recipients: [people.ben], key: key() };
  await founder.kudos.give(got);
  await subject.thanks.keepKudos({ giver: people.anna, id: got.key, kept: true, group });
}

export async function makeHistory(world: World): Promise<History> {
  const { anna, ben, harness } = world;
  const { people } = harness;
  const groups = [await groupWithBen(world, 'open'), await groupWithBen(world, 'closed')];
  for (const group of groups) await inGroup(world, group);
  const subject = createCommunity(ben);
  await subject.card.update({ about: canary, askMeAbout: [canary], interests: [] });
  const words = { value: 'helps-out', as: 'kudos' } as const;
  const key = subject.newKey();
  const thanks = { ...words, reason: `${canary} says so`, recipients: [people.anna], key };
  await subject.kudos.give(thanks);
  const other = { ...words, reason: 'carried my crates', recipients: [people.ben] };
  const theirs = createCommunity(anna);
  const { thankYou } = await theirs.kudos.give({ ...other, key: theirs.newKey() });
  const ref = { giver: people.anna, id: thankYou?.id ?? '', kept: true };
  await subject.thanks.keepKudos(ref);
  await subject.preferences.mute({ group: groups[0] ?? '' });
  return { groups, ben: subject };
}
