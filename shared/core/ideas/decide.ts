/** Saying what becomes of an idea, and taking one's own back. */
import { acceptOptionalText, acceptText, countWords } from '../kernel/accept-text.ts';
import { groupContainer } from '../kernel/container.ts';
import { Forbidden, Invalid, NotFound } from '../kernel/errors.ts';
import { insertSaid, saysFields } from '../kernel/insert-said.ts';
import type { Host } from '../kernel/ports.ts';
import type { Instant } from '../kernel/record.ts';
import { byIds } from '../kernel/query.ts';
import { acceptColleague } from '../people/colleague.ts';
import { peopleFinder } from '../people/person.ts';
import { confirmStewards } from '../stewards/confirm.ts';
import { stewardsOf } from '../stewards/stewards.ts';
import { placeOfStewards } from '../wall/marks.ts';
import { posts } from '../wall/message.ts';
import type { PostRecord } from '../wall/message.ts';
import { fates } from './collection.ts';
import type { FateRecord } from './collection.ts';
import type { IdeaDecision, Withdrawal } from './domain.ts';
import { fateOf, mostAhead, unnoted } from './fate.ts';
import { isIdea } from './idea.ts';
import { leastWords, longestWhy } from './limits.ts';
import { readFates } from './read-fates.ts';
import { fateView, peopleOf } from './view.ts';
import type { FateView } from './view.ts';

/** So many notes are written with one decision, the newest ones. */
const mostNotes = 4;

/** @throws NotFound */
async function find({ store }: Host, group: string, post: string): Promise<PostRecord> {
  const [{ records }] = await store.read([byIds(posts, groupContainer(group), [post])]);
  const idea = records.find(isIdea);
  if (!idea) throw new NotFound(`idea ${post}`);
  return idea;
}

/** @throws Invalid `empty`, `too-few-words`, `too-long` */
function acceptWhy(typed: string): string {
  const why = acceptText('reason', typed, longestWhy);
  const words = countWords(why);
  if (words >= leastWords) return why;
  throw new Invalid(
    { field: 'reason', reason: 'too-few-words', actual: words, limit: leastWords },
    `The sentence has ${words} words. Say in at least ${leastWords} why.`,
  );
}

/** @throws Invalid `empty`, `unknown-value` */
async function acceptDate({ clock }: Host, until: Instant | undefined): Promise<Instant> {
  if (until === undefined) {
    throw new Invalid({ field: 'until', reason: 'empty' }, 'No day is named. Choose one.');
  }
  const now = await clock.server();
  if (until > now && until <= now + mostAhead) return until;
  throw new Invalid(
    { field: 'until', reason: 'unknown-value' },
    'The day is over, or more than two years ahead. Choose another one.',
  );
}

/** What a state says besides its sentence. */
async function factsOf(
  host: Host,
  { state, who, until }: Pick<IdeaDecision, 'state' | 'who' | 'until'>,
): Promise<{ readonly who: string; readonly again: Instant }> {
  if (state === 'notNow') return { who: '', again: await acceptDate(host, until) };
  if (state !== 'trying') return { who: '', again: 0 };
  if (who === undefined) {
    throw new Invalid({ field: 'who', reason: 'empty' }, 'Nobody is named. Say who tries it.');
  }
  const again = await acceptDate(host, until);
  return { who: await acceptColleague(host, 'who', who), again };
}

/** What became of an idea by some rows, as people see it. */
async function viewOf(
  { directory }: Host,
  idea: PostRecord,
  rows: readonly FateRecord[],
  folding: Parameters<typeof fateOf>[2],
): Promise<FateView> {
  const fate = fateOf(idea, rows, folding);
  return fateView(fate, await peopleFinder(directory, peopleOf(fate)));
}

/** What was said of an idea before. */
async function readBefore(host: Host, group: string, post: string) {
  const asked = stewardsOf(host, group);
  const [idea, stewards, me, now] = await Promise.all([
    find(host, group, post),
    asked,
    host.identity.me(),
    host.clock.server(),
  ]);
  const rows = await readFates(host, group, [idea], asked);
  const { isStewardAct } = stewards;
  return { idea, stewards, me, rows, folding: { group, now, isStewardAct } };
}

/**
 * Each decision is noted in a second row, so that it is seen if the first one is taken away by hand; those of other
 * stewards as well, who could take away their notes with them.
 * @returns what became of the idea with it.
 * @throws Forbidden to who is no steward, and for an idea of one's own; NotFound, Invalid
 */
export async function decide(host: Host, input: IdeaDecision): Promise<FateView> {
  const { store } = host;
  const { group, post, state, reason, key } = input;
  const { idea, stewards, me, rows, folding } = await readBefore(host, group, post);
  if (!stewards.areMe) throw new Forbidden(`what becomes of the ideas of group ${group}`);
  if (idea.author === me) throw new Forbidden('say what becomes of an idea of your own');
  const why = acceptWhy(reason);
  const facts = await factsOf(host, input);
  if (fateOf(idea, rows, folding).state === 'withdrawn') throw new NotFound(`idea ${post}`);
  const place = placeOfStewards(group);
  const record = await insertSaid(store, fates, place, key, { post, state, why, ...facts });
  const written = [record];
  for (const one of unnoted(idea, withRows(rows, record), folding, me).slice(-mostNotes)) {
    const who = one.author === me ? '' : one.author;
    const note = { post, state: 'noted', who, again: 0, why: one.id };
    const named = who === '' ? `${key} noted` : `${key} noted ${one.id}`;
    written.push(await insertSaid(store, fates, place, named, note));
  }
  await confirmStewards(host, place, stewards);
  return viewOf(host, idea, withRows(rows, ...written), folding);
}

/** A repeat finds rows that were read before. */
const withRows = (
  rows: readonly FateRecord[],
  ...written: readonly FateRecord[]
): readonly FateRecord[] => [
  ...rows.filter(
    (row) => !written.some(({ id, container }) => id === row.id && container === row.container),
  ),
  ...written,
];

/**
 * @returns what became of the idea with it.
 * @throws Forbidden for the idea of a colleague, NotFound, Invalid `too-long`
 */
export async function withdraw(
  host: Host,
  { group, post, reason, key }: Withdrawal,
): Promise<FateView> {
  const { idea, me, rows, folding } = await readBefore(host, group, post);
  if (idea.author !== me) throw new Forbidden('the idea of a colleague');
  const why = acceptOptionalText('reason', reason, longestWhy);
  const fields = { post, state: 'withdrawn', who: '', again: 0, why };
  const { record, inserted } = await host.store.insert(fates, groupContainer(group), key, fields);
  // Nothing follows a taking back: other words under its key are those that its author sees now.
  const isSaid = inserted || saysFields(record, fields);
  const said = isSaid ? record : await host.store.update(fates, record, fields);
  return viewOf(host, idea, withRows(rows, said), folding);
}
