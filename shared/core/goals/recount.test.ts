/**
 * The numbers of goals against a recount of the same history, which is written from what people did and knows
 * neither rows nor how Kantine counts.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minute, organisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';

const hour = 60 * minute;
const people = ['ada', 'bram', 'chloe', 'daan', 'emre', 'fay', 'gus'] as const;
type Person = (typeof people)[number];

interface Reply {
  readonly id: string;
  readonly by: Person;
  readonly at: number;
  readonly version: string;
  isGone: boolean;
}

interface Post {
  readonly id: string;
  readonly by: Person;
  readonly at: number;
  readonly version: string;
  readonly kind: 'post' | 'question' | 'idea';
  readonly isNewcomers: boolean;
  readonly replies: Reply[];
  /** It was deleted, or a steward hid it. */
  isGone: boolean;
  decidedAt?: number;
  isTakenBack?: boolean;
}

const who = fc.constantFrom(...people);
const which = fc.nat(30);
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ does: fc.constantFrom('post', 'question', 'idea', 'idea'), who }),
  },
  { weight: 5, arbitrary: fc.record({ does: fc.constant('reply'), who, which }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom('delete', 'hide'), which }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom('unsay', 'back'), which }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('decide'), which }) },
);
interface Step {
  readonly does: string;
  readonly who?: Person;
  readonly which?: number;
}
/** What happens, and after how many hours. */
const histories = fc.array(fc.tuple(step, fc.integer({ min: 1, max: 30 })), {
  minLength: 20,
  maxLength: 90,
});

/** How many hours later it is counted: some questions and ideas are still open then. */
const quiet = fc.integer({ min: 1, max: 20 * 24 });

interface World extends Organisation {
  readonly group: string;
  readonly told: Post[];
}

async function open(): Promise<World> {
  const company = organisation(people.map((id) => ({ id, name: id, active: true })));
  const { id: group } = await company.as('ada').groups.create({ name: 'Lab', purpose: '' });
  return { ...company, group, told: [] };
}

/** Ada, who founded the group, is its one steward. */
async function live(world: World, { does, who: by = 'ada', which: at = 0 }: Step): Promise<void> {
  const { group, told, clock } = world;
  const here = () => ({ group, key: world.key() });
  const post = told[at % Math.max(1, told.length)];
  const reason = 'it names a customer by name';
  if (does === 'post' || does === 'question' || does === 'idea') {
    const kind = does;
    const { id, version } =
      kind === 'idea'
        ? await world.as(by).ideas.putForward({ ...here(), text: 'What if', unsure: false })
        : await world
            .as(by)
            .wall.post({ ...here(), text: 'So', ...(kind === 'post' ? {} : { kind }) });
    const isNewcomers = !told.some((other) => other.by === by);
    told.push({ id, version, by, at: clock.now(), kind, isNewcomers, replies: [], isGone: false });
    return;
  }
  if (!post || post.isGone) return;
  const reply = post.replies[at % Math.max(1, post.replies.length)];
  if (does === 'reply') {
    const said = await world.as(by).wall.comment({ ...here(), post: post.id, text: 'Yes' });
    const { id, version } = said;
    post.replies.push({ id, version, by, at: clock.now(), isGone: false });
  } else if (does === 'delete') {
    const message = {
      group,
      kind: 'post',
      id: post.id,
      version: post.version,
      reason: '',
    } as const;
    await world.as(post.by).wall.remove(message);
    post.isGone = true;
  } else if (does === 'hide' && post.by !== 'ada') {
    await world.as('ada').stewards.hide({ ...here(), kind: 'post', id: post.id, reason });
    post.isGone = true;
  } else if (does === 'unsay' && reply && !reply.isGone) {
    const { id, version } = reply;
    await world.as(reply.by).wall.remove({ group, kind: 'comment', id, version, reason: '' });
    reply.isGone = true;
  } else if (does === 'back' && post.kind === 'idea') {
    await world.as(post.by).ideas.withdraw({ ...here(), post: post.id, reason: '' });
    if (post.decidedAt === undefined) post.isTakenBack = true;
  } else if (does === 'decide' && post.kind === 'idea' && post.by !== 'ada' && !post.isTakenBack) {
    const decision = { ...here(), post: post.id, state: 'talked', reason } as const;
    await world
      .as('ada')
      .ideas.decide(decision)
      .catch(() => undefined);
    post.decidedAt ??= clock.now();
  }
}

/** The year and the month, as a calendar says them. */
const calendar = (at: number): string => new Date(at).toISOString().slice(0, 7);

const percent = (part: number, whole: number) =>
  whole === 0 ? undefined : Math.round((part / whole) * 100);

/** What a number should be, and how many people are behind it. */
type Recounted = readonly [value: number | undefined, people: number];

/** When the first colleague said something to a post. */
function greeted(post: Post): Reply | undefined {
  let first: Reply | undefined;
  for (const reply of post.replies) {
    if (reply.isGone || reply.by === post.by) continue;
    if (!first || reply.at < first.at) first = reply;
  }
  return first;
}

function recountShare(posts: readonly Post[], days: number, now: number): Recounted {
  const involved = new Set<Person>();
  let all = 0;
  let good = 0;
  for (const post of posts) {
    const first = greeted(post);
    const wasInTime = first !== undefined && first.at - post.at <= days * 24 * hour;
    if (!wasInTime && now - post.at <= days * 24 * hour) continue;
    all += 1;
    involved.add(post.by);
    if (!wasInTime) continue;
    good += 1;
    involved.add(first.by);
  }
  return [percent(good, all), involved.size];
}

function recountIdeas(posts: readonly Post[], days: number, now: number): Recounted {
  const settled = posts.filter(({ kind, isTakenBack }) => kind === 'idea' && !isTakenBack);
  const known = settled.filter(
    ({ at, decidedAt = Infinity }) =>
      decidedAt <= at + days * 24 * hour || now > at + days * 24 * hour,
  );
  const good = known.filter(({ at, decidedAt = Infinity }) => decidedAt <= at + days * 24 * hour);
  return [percent(good.length, known.length), new Set(known.map(({ by }) => by)).size];
}

function recountHours(posts: readonly Post[]): Recounted {
  const waits = posts.flatMap((post) => {
    const first = greeted(post);
    return first ? [{ hours: (first.at - post.at) / hour, by: [post.by, first.by] }] : [];
  });
  const involved = new Set(waits.flatMap(({ by }) => by));
  // The lowest wait within which at least half of them were answered.
  const enough = waits
    .map(({ hours }) => hours)
    .filter((limit) => waits.filter(({ hours }) => hours <= limit).length * 2 >= waits.length);
  return [enough.length === 0 ? undefined : Math.min(...enough), involved.size];
}

function recountPeople(told: readonly Post[], month: string): Recounted {
  const wrote = new Set<Person>();
  for (const post of told) {
    if (post.isGone) continue;
    if (calendar(post.at) === month) wrote.add(post.by);
    for (const reply of post.replies)
      if (!reply.isGone && calendar(reply.at) === month) wrote.add(reply.by);
  }
  return [wrote.size, wrote.size];
}

function recount(told: readonly Post[], metric: string, month: string, now: number): Recounted {
  const posts = told.filter((post) => !post.isGone && calendar(post.at) === month);
  switch (metric) {
    case 'answeredShare':
      return recountShare(
        posts.filter(({ kind }) => kind === 'question'),
        2,
        now,
      );
    case 'newcomersGreeted':
      return recountShare(
        posts.filter(({ isNewcomers }) => isNewcomers),
        3,
        now,
      );
    case 'ideasDecided':
      return recountIdeas(posts, 10, now);
    case 'medianHoursToFirstReply':
      return recountHours(posts);
    default:
      return recountPeople(told, month);
  }
}

const asked = [
  { metric: 'answeredShare', days: 2 },
  { metric: 'newcomersGreeted', days: 3 },
  { metric: 'ideasDecided', days: 10 },
  { metric: 'medianHoursToFirstReply', days: 0 },
  { metric: 'contributors', days: 0 },
] as const;

describe('the numbers of goals', () => {
  it('equal an independent recount over 200 random histories, and hide what is about fewer than five', async () => {
    const shown = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(histories, quiet, async (history, after) => {
        const world = await open();
        const begin = new Date(world.clock.now());
        for (const [each, hours] of history) {
          world.clock.advance(hours * hour);
          await live(world, each);
        }
        world.clock.advance(after * hour);
        const now = world.clock.now();
        for (const ago of [0, 1]) {
          const first = new Date(
            Date.UTC(new Date(now).getUTCFullYear(), new Date(now).getUTCMonth() - ago),
          );
          if (first.getTime() < Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth())) continue;
          const month = first.getUTCFullYear() * 12 + first.getUTCMonth();
          for (const { metric, days } of asked) {
            const question = { group: world.group, metric, days, months: [month] };
            const { months } = await world.as('gus').goals.measure(question);
            const [value, behind] = recount(world.told, metric, calendar(first.getTime()), now);
            const expected = behind < 5 ? undefined : value;
            expect(months, metric).toEqual([
              { month, ...(expected === undefined ? {} : { value: expected }) },
            ]);
            if (expected !== undefined) shown.set(metric, (shown.get(metric) ?? 0) + 1);
          }
        }
      }),
      { numRuns: 200 },
    );
    // Histories in which everything is hidden would prove nothing.
    for (const { metric } of asked) expect(shown.get(metric) ?? 0, metric).toBeGreaterThan(5);
  });
});
