import { beforeEach, describe, expect, it } from 'vitest';
import { createCommunity } from './community.ts';
import type { Community } from './community.ts';
import { declaredOperations } from './domains.ts';
import type { OperationRequest } from './kernel/call.ts';
import { answer, remoteCommunity } from './remote.ts';
import type { OperationResponse } from './remote.ts';
import { organisation } from './testing/organisation.ts';
import type { Organisation } from './testing/organisation.ts';

const overJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** A page whose community runs somewhere else, with nothing but JSON in between. */
function remotely(company: Organisation, person: string): Community {
  const host = company.host(person);
  const send = async (request: OperationRequest): Promise<OperationResponse> =>
    overJson(await answer(host, overJson(request)));
  return remoteCommunity({ send, changes: host.changes, ids: host.ids });
}

/** The same things done in the same order, with what came of each. */
const ownValue = { id: 'own-1', icon: '', names: { en: 'Help' }, meaning: '', from: 0, until: 0 };

async function everything(page: Community, colleague: Community) {
  const outcomes: [string, unknown][] = [];
  const note = async <T>(name: string, work: Promise<T>): Promise<T> => {
    const outcome = await work.then(
      (value) => ({ value }),
      (error: unknown) => {
        const { tag, data, message } = error as Record<string, unknown>;
        return { error: { tag, data, message } };
      },
    );
    outcomes.push([name, outcome]);
    return work;
  };
  const key = (name: string) => `key-of-${name}`;
  await note('people.me', page.people.me());
  await note(
    'card.update',
    page.card.update({ about: 'Bakes', askMeAbout: ['Tea'], interests: [] }),
  );
  const { id: group } = await note(
    'groups.create',
    page.groups.create({ name: 'Lunch', purpose: '' }),
  );
  await note('groups.join', page.groups.join({ group }));
  const post = await note('wall.post', page.wall.post({ group, text: 'post', key: key('post') }));
  const at = { group, post: post.id };
  const reply = await note(
    'wall.comment',
    page.wall.comment({ ...at, text: 'reply', key: key('reply') }),
  );
  const message = { group, kind: 'post', id: post.id } as const;
  const edited = await note(
    'wall.edit',
    page.wall.edit({ ...message, text: 'new', version: post.version }),
  );
  await note('wall.react', page.wall.react({ message, post: post.id, kind: 'like' }));
  const question = await note(
    'wall.post',
    page.wall.post({ group, text: 'why', kind: 'question', key: key('question') }),
  );
  const asked = { group, post: question.id };
  const { id: comment } = await page.wall.comment({ ...asked, text: 'so', key: key('answer') });
  await note('wall.accept', page.wall.accept({ ...asked, comment }));
  await note('wall.helped', page.wall.helped({ ...asked, comment, helped: false }));
  await note('wall.pin', page.wall.pin({ ...asked, pinned: true }));
  const named = { group, name: 'Lunch' };
  await note('wall.addTopic', page.wall.addTopic({ ...named, key: key('topic') }));
  const topic = (await page.wall.read({ group })).topics?.[0]?.id ?? '';
  const meals = { group, topic, name: 'Meals' };
  await note('wall.renameTopic', page.wall.renameTopic({ ...meals, key: key('rename') }));
  await note('wall.moveToTopic', page.wall.moveToTopic({ ...asked, topic }));
  await note('wall.topic', page.wall.topic({ group, topic }));
  await note('wall.dropTopic', page.wall.dropTopic({ group, topic, key: key('drop') }));
  await note('wall.markRead', page.wall.markRead({ group, until: 5 }));
  const thanks = { value: 'brings-joy', reason: 'for all the help', as: 'kudos' } as const;
  await note('kudos.give', page.kudos.give({ ...thanks, recipients: ['bram'], key: key('kudos') }));
  await note('wall.read', page.wall.read({ group }));
  await note('wall.comments', page.wall.comments(at));
  await note('wall.thread', page.wall.thread(at));
  await note('wall.one', page.wall.one(at));
  await note('wall.history', page.wall.history(message));
  await note('wall.reactors', page.wall.reactors(message));
  await note('wall.newest', page.wall.newest({ groups: [group] }));
  await note('wall.answered', page.wall.answered({ group }));
  await note('wall.unanswered', page.wall.unanswered({ group }));
  await note('wall.longUnanswered', page.wall.longUnanswered({ groups: [group] }));
  await note('stewards.lettersWaiting', page.stewards.lettersWaiting({ groups: [group] }));
  await note('wall.gladToBeAsked', page.wall.gladToBeAsked({ group }));
  const cover = { colour: 'teal', icon: 'idea' } as const;
  const words = { title: 'Bread', lead: '', text: 'Patience', cover, series: 'Ovens' };
  const draft = key('draft');
  await note('blog.saveDraft', page.blog.saveDraft({ key: draft, ...words }));
  await note('blog.draft', page.blog.draft({ key: draft }));
  await note('blog.own', page.blog.own({ groups: [group] }));
  await note('blog.discardDraft', page.blog.discardDraft({ key: draft }));
  const { id } = await note(
    'blog.publish',
    page.blog.publish({ group, key: key('article'), ...words }),
  );
  const published = await note('blog.one', page.blog.one({ group, id }));
  const { version, post: announcing = '' } = published;
  await note('blog.announced', page.blog.announced({ group, post: announcing }));
  await note('blog.change', page.blog.change({ group, id, version, ...words, lead: 'Why' }));
  await note('blog.openConversation', page.blog.openConversation({ group, id }));
  await note('blog.read', page.blog.read({ group }));
  await note('blog.newest', page.blog.newest({ groups: [group] }));
  await note('blog.subscribe', page.blog.subscribe({ writer: 'bram', series: 'Ovens' }));
  await note('blog.subscriptions', page.blog.subscriptions());
  await note('blog.unsubscribe', page.blog.unsubscribe({ writer: 'bram', series: 'Ovens' }));
  await note('blog.remove', page.blog.remove({ group, id }));
  await note('card.read', page.card.read({ person: 'ada' }));
  await note('people.search', page.people.search({ text: 'bram' }));
  await note('settings.read', page.settings.read());
  await note('card.helped', page.card.helped({ person: 'ada' }));
  await note('people.find', page.people.find({ text: 'bram' }));
  await note('people.topics', page.people.topics());
  await note('people.choose', page.people.choose({ person: 'bram' }));
  const idea = { group, text: 'What if we walked?', unsure: true, key: key('idea') };
  const { id: own } = await note('ideas.putForward', page.ideas.putForward(idea));
  const { id: theirs } = await colleague.ideas.putForward({ ...idea, key: key('their-idea') });
  const [mine, their] = [
    { group, post: own },
    { group, post: theirs },
  ];
  await note('ideas.setTried', page.ideas.setTried({ ...their, tried: true }));
  const why = 'we try it for a month';
  const decision = { ...their, state: 'talked', reason: why, key: key('fate') } as const;
  await note('ideas.decide', page.ideas.decide(decision));
  await note('ideas.one', page.ideas.one(their));
  await note('ideas.withdraw', page.ideas.withdraw({ ...mine, reason: '', key: key('back') }));
  await note('ideas.read', page.ideas.read({ group }));
  await note('ideas.waiting', page.ideas.waiting({ groups: [group] }));
  const theirMessage = { group, kind: 'post', id: theirs } as const;
  await note('me.impact', page.me.impact());
  await note('me.kinds', page.me.kinds());
  const { places } = await note('me.places', page.me.places());
  const until = Number.MAX_SAFE_INTEGER;
  const [place] = places;
  if (!place) throw new Error('There is no place.');
  await note('me.stored', page.me.stored({ place, until }));
  const stored = { collection: 'posts', place, until };
  await note('me.rows', page.me.rows(stored));
  await note('me.beginErasing', page.me.beginErasing({ kind: 'given' }));
  await note('me.erasing', page.me.erasing());
  await note('me.erase', page.me.erase(stored));
  await note('me.endErasing', page.me.endErasing());
  await note('thanks.thank', page.thanks.thank({ ...theirMessage, thanked: true }));
  await note('thanks.ofMessage', page.thanks.ofMessage(theirMessage));
  await note('thanks.keep', page.thanks.keep({ ...message, kept: true }));
  await note('thanks.received', page.thanks.received());
  await note('thanks.seen', page.thanks.seen({ until: 5 }));
  await note('goals.read', page.goals.read({ group }));
  const counted = { group, metric: 'contributors', days: 0, months: [24_322] } as const;
  await note('goals.measure', page.goals.measure(counted));
  await note('catchUp.forYou', page.catchUp.forYou());
  await note('catchUp.news', page.catchUp.news());
  await note('catchUp.seen', page.catchUp.seen({ until: 5 }));
  await note(
    'catchUp.takenBack',
    page.catchUp.takenBack({ lines: [{ message, why: 'mentioned' }] }),
  );
  await note('catchUp.done', page.catchUp.done({ lines: [{ group, message, until: 5 }] }));
  await note('groups.browse', page.groups.browse({}));
  await note('groups.list', page.groups.list());
  await note('groups.own', page.groups.own());
  await note('groups.unread', page.groups.unread({ groups: [group] }));
  await note('preferences.mute', page.preferences.mute({ group }));
  await note('preferences.block', page.preferences.block({ person: 'daan' }));
  await note('preferences.follow', page.preferences.follow(at));
  await note('preferences.follows', page.preferences.follows(at));
  await note('preferences.unfollow', page.preferences.unfollow(at));
  await note('catchUp.everybody', page.catchUp.everybody({ group }));
  await note('preferences.read', page.preferences.read());
  await note('preferences.unmute', page.preferences.unmute({ group }));
  await note('preferences.unblock', page.preferences.unblock({ person: 'daan' }));
  await note('stewards.appoint', page.stewards.appoint({ group, person: 'bram', key: 'an act 1' }));
  await note('stewards.read', page.stewards.read({ group }));
  await note('stewards.dismiss', page.stewards.dismiss({ group, person: 'bram', key: 'an act 2' }));
  await note('stewards.readers', page.stewards.readers({ group, person: 'bram' }));
  await note('stewards.readsLetters', page.stewards.readsLetters({ group }));
  const act = { ...message, reason: 'so it is', key: key('act') } as const;
  const closing = { group, post: post.id, reason: 'all is said' };
  await note('stewards.close', page.stewards.close({ ...closing, key: key('close') }));
  await note('stewards.reopen', page.stewards.reopen({ ...closing, key: key('open') }));
  const done = { group, reason: 'all is said' };
  await note('stewards.archive', page.stewards.archive({ ...done, key: key('archive') }));
  await note('stewards.unarchive', page.stewards.unarchive({ ...done, key: key('unarchive') }));
  await note('stewards.appealed', page.stewards.appealed(message));
  await note('groups.read', page.groups.read({ group }));
  const closed = { name: 'Den', purpose: '', access: 'closed' } as const;
  const { id: den } = await note('groups.create', page.groups.create(closed));
  await note('groups.admit', page.groups.admit({ group: den, person: 'bram', role: 'member' }));
  await note('groups.invite', page.groups.invite({ group: den, person: 'chloe', key: 'an act 3' }));
  await note('groups.answerInvitation', page.groups.answerInvitation({ group: den }));
  await note('groups.firstSteps', page.groups.firstSteps({ group }));
  await note('groups.putStepsAway', page.groups.putStepsAway({ group }));
  await note('groups.suggest', page.groups.suggest());
  await note('groups.mayRename', page.groups.mayRename({ group: den }));
  await note('groups.rename', page.groups.rename({ group: den, name: 'The den' }));
  await note('groups.members', page.groups.members({ group: den }));
  await note('groups.browseMembers', page.groups.browseMembers({ group }));
  await note('people.titles', page.people.titles({ people: ['bram'] }));
  await note('groups.asks', page.groups.asks({ group: den }));
  await note('groups.stay', page.groups.stay({ group: den }));
  await note('groups.ask', page.groups.ask({ group: den, note: '' }));
  await note('groups.endAsk', page.groups.endAsk({ group: den, by: 'ada' }));
  await note('groups.expel', page.groups.expel({ group: den, person: 'bram' }));
  await note('groups.requests', page.groups.requests());
  await note('groups.decline', page.groups.decline({ group: den, by: 'ada' }));
  await note('kudos.read', page.kudos.read({}));
  await note('kudos.budget', page.kudos.budget());
  await note('kudos.receivedBy', page.kudos.receivedBy({ person: 'bram' }));
  await note('kudos.audience', page.kudos.audience());
  await note('people.audience', page.people.audience());
  await note('wall.audience', page.wall.audience({ group }));

  // A group of two sets no goal.
  const soup = { group, metric: 'contributors', days: 0, what: 'Soup', why: 'Soup' } as const;
  const goal = { ...soup, target: 5, until: 5, owner: 'ada', key: key('goal') };
  const ofGoal = { group, goal: 'none', text: 'It goes well', key: key('said') };
  const learned = { group, goal: 'none', reached: true, learned: 'Soup is not for everybody' };
  const refused: [string, () => Promise<unknown>][] = [
    ['goals.set', () => page.goals.set(goal)],
    ['goals.checkIn', () => page.goals.checkIn(ofGoal)],
    ['goals.retarget', () => page.goals.retarget({ ...ofGoal, target: 6 })],
    ['goals.end', () => page.goals.end({ ...learned, key: key('end') })],
    ['wall.edit', () => page.wall.edit({ ...message, text: 'late', version: post.version })],
    ['thanks.keepKudos', () => page.thanks.keepKudos({ giver: 'bram', id: 'none', kept: true })],
    ['wall.post', () => page.wall.post({ group, text: ' ', key: key('empty') })],
    ['wall.post', () => page.wall.post({ group: 'nowhere', text: 'lost', key: key('lost') })],
    ['card.read', () => page.card.read({ person: 'nobody' })],
    ['kudos.give', () => page.kudos.give({ ...thanks, recipients: ['left'], key: key('gone') })],
    ['kudos.give', () => page.kudos.give({ ...thanks, recipients: ['ada'], key: key('self') })],
    [
      'kudos.give',
      () =>
        page.kudos.give({
          ...thanks,
          recipients: ['bram', 'chloe', 'daan', 'emre'],
          key: key('four'),
        }),
    ],
    ['kudos.give', () => page.kudos.give({ ...thanks, recipients: ['bram'], key: key('sixth') })],
    ['groups.create', () => colleague.groups.create({ name: 'lunch', purpose: '' })],
    ['wall.edit', () => colleague.wall.edit({ ...message, text: 'mine', version: edited.version })],
    ['groups.read', () => page.groups.read({ group: '' })],
    ['stewards.hide', () => page.stewards.hide(act)],
    ['stewards.show', () => page.stewards.show(act)],
    ['stewards.report', () => page.stewards.report({ ...message, why: 'other', note: '' })],
    ['stewards.appeal', () => page.stewards.appeal({ ...message, note: '' })],
    ['stewards.waiting', () => page.stewards.waiting({ group })],
    ['stewards.settle', () => page.stewards.settle({ ...act, shown: true })],
    ['stewards.letStand', () => page.stewards.letStand({ ...message, key: key('stand') })],
    ['groups.approve', () => page.groups.approve({ group: den, by: 'ada' })],
    ['settings.saveValue', () => page.settings.saveValue({ value: ownValue, key: key('value') })],
    ['settings.setAllowance', () => page.settings.setAllowance({ allowance: 3, key: key('few') })],
    [
      'settings.setLanguages',
      () => page.settings.setLanguages({ languages: ['nl'], key: key('nl') }),
    ],
    ['settings.previewStaff', () => page.settings.previewStaff({ lines: [] })],
    ['settings.bringInStaff', () => page.settings.bringInStaff({ lines: [], key: key('staff') })],
    ['settings.readStaff', () => page.settings.readStaff({ person: 'bram' })],
    ['settings.listStaff', () => page.settings.listStaff()],
    ['settings.removeStaff', () => page.settings.removeStaff({ person: 'bram', key: key('off') })],
    ['settings.log', () => page.settings.log()],
  ];
  for (const [name, work] of refused) await note(name, work()).catch(() => undefined);

  await note('kudos.withdraw', page.kudos.withdraw({ id: key('kudos') }));
  const deletion = { group, kind: 'comment', id: reply.id, version: reply.version } as const;
  await note('wall.remove', page.wall.remove({ ...deletion, reason: 'mistake' }));
  await note('groups.leave', page.groups.leave({ group }));
  return outcomes;
}

describe('a community across a channel', () => {
  let here: Organisation;
  let there: Organisation;
  beforeEach(() => {
    here = organisation();
    there = organisation();
  });

  it('gives the same results and errors as one in the same process, for every operation', async () => {
    const local = await everything(
      createCommunity(here.host('ada')),
      createCommunity(here.host('bram')),
    );
    const remote = await everything(remotely(there, 'ada'), remotely(there, 'bram'));
    expect(remote).toEqual(local);
    expect(new Set(local.map(([name]) => name))).toEqual(
      new Set((await declaredOperations()).keys()),
    );
    const tags = local.flatMap(
      ([, outcome]) => /"tag":"(\w+)"/.exec(JSON.stringify(outcome))?.[1] ?? [],
    );
    expect(new Set(tags)).toEqual(
      new Set(['Conflict', 'Invalid', 'Forbidden', 'NotFound', 'QuotaReached']),
    );
  });

  it('passes on that the host is offline or busy', async () => {
    const page = remotely(there, 'ada');
    there.faults.inject({ kind: 'offline', on: 'directory' });
    await expect(page.people.me()).rejects.toMatchObject({ tag: 'Offline' });
    there.faults.heal();
    there.faults.inject({ kind: 'throttled', on: 'directory', retryAfterSeconds: 7 });
    await expect(page.people.me()).rejects.toMatchObject({
      tag: 'Throttled',
      data: { retryAfterSeconds: 7 },
    });
  });

  it('knows no operation that is not one, however it is named', async () => {
    const strange = ['toString', '__proto__', 'constructor', 'wall', 'wall.', 'wall.toString'];
    for (const operation of [
      ...strange,
      '__proto__.read',
      'wall.read.more',
      'erase.all',
      '',
      '.',
    ]) {
      const response = await answer(there.host('ada'), { operation, input: {} });
      expect(response, operation).toMatchObject({ error: { tag: 'Outdated' } });
    }
  });

  it('says of a resolver of version 0.1 that the page is of another version', async () => {
    const refusal = { field: 'operation', reason: 'unknown-value', actual: 'wall.read' } as const;
    const page = remoteCommunity({
      send: () =>
        Promise.resolve({ error: { tag: 'Invalid', data: refusal, message: 'There is none.' } }),
      changes: { subscribe: () => () => undefined },
      ids: { next: () => 'an-id-of-a-call' },
    });
    await expect(page.people.me()).rejects.toMatchObject({ tag: 'Outdated' });
  });

  it('tells what the answer to a query depends on, also where the query fails', async () => {
    const { id: group } = await there.as('bram').groups.create({ name: 'Lunch', purpose: '' });
    const told: unknown[] = [];
    const page = remotely(there, 'ada').observed((sources) => told.push(...sources));
    await page.wall.read({ group });
    expect(told).toContainEqual(['*', `group:${group}`]);
    expect(told).toContainEqual(['memberships', 'community']);
    told.length = 0;
    await page.wall.read({ group: 'nowhere' }).catch(() => undefined);
    expect(told).toContainEqual(['*', 'group:nowhere']);
  });

  it('announces a change with the id of the call that made it, and no other text', async () => {
    const { id: group } = await there.as('bram').groups.create({ name: 'Lunch', purpose: '' });
    const origins: unknown[] = [];
    there.host('ada').changes.subscribe(({ origin }) => origins.push(origin));
    const page = remotely(there, 'ada');
    const post = { group, text: 'Soup', key: 'key-of-the-soup' };
    await page.wall.post(post, { origin: 'an-id-of-this-call' });
    expect(origins).toEqual(['an-id-of-this-call']);
    const forged = { operation: 'wall.post', origin: 'Look at example.com!' };
    await answer(there.host('ada'), { ...forged, input: { ...post, key: 'another-key' } });
    expect(origins.at(-1)).toBeUndefined();
  });

  it('keeps an error that is not ours on its own side', async () => {
    const broken = {
      ...there.host('ada'),
      identity: { me: () => Promise.reject(new TypeError('secret')) },
    };
    await expect(answer(broken, { operation: 'people.me', input: {} })).rejects.toThrow(TypeError);
  });

  it('hears of changes, and makes keys of its own', async () => {
    const page = remotely(there, 'ada');
    let heard = 0;
    const stop = page.subscribe(() => (heard += 1));
    await there.as('bram').groups.create({ name: 'Lunch', purpose: '' });
    expect(heard).toBe(2);
    stop();
    expect(page.newKey()).not.toBe(page.newKey());
  });
});
