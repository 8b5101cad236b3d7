/** Pages and resolvers of different versions: an update reaches them at different times. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import calls from '../../../shared/core/testing/recorded/calls-0.1.json' with { type: 'json' };
import { functions } from '../testing/app/src/scenarios.ts';
import { accountOf, openOrganisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { windowOf } from '../testing/window.ts';

describe('a page of today', () => {
  let organisation: Organisation;
  beforeEach(async () => {
    organisation = await openOrganisation();
  });
  afterEach(() => organisation.close());

  const open = () => windowOf(organisation, { as: accountOf('anna'), space: 'WORK' });

  it('hears from a resolver of version 0.1 that it is of another version, and goes on with settings', async () => {
    const { community, settings } = await open();
    // What version 0.1 answered to a name that it did not know.
    functions.kantine = async ({ payload }) => {
      const { operation } = payload as { operation: string };
      if (operation === 'readSpaceSettings') return { value: { enabled: true, mayChange: false } };
      const data = { field: 'operation', reason: 'unknown-value', actual: operation };
      return { error: { tag: 'Invalid', data, message: `There is no operation «${operation}».` } };
    };
    await expect(community.wall.read({ group: 'lunch' })).rejects.toMatchObject({
      tag: 'Outdated',
      message: expect.stringContaining('reload the page') as string,
    });
    expect(await settings.readSpace()).toEqual({ enabled: true, mayChange: false });
  });

  it('hears the same from today’s resolver about what only another version knows', async () => {
    const { community, settings } = await open();
    const later = community as unknown as Record<
      string,
      Record<string, (input: object) => Promise<unknown>>
    >;
    const outdated = { tag: 'Outdated' };
    await expect(later.wall?.poll?.({ group: 'lunch' })).rejects.toMatchObject(outdated);
    await expect(later.polls?.read?.({ group: 'lunch' })).rejects.toMatchObject(outdated);
    const input = { group: 'lunch', text: 'Soup', key: 'key-of-soup', pinned: true };
    await expect(later.wall?.post?.(input)).rejects.toMatchObject(outdated);
    const change = { enabled: true, colour: 'red' };
    await expect(settings.changeSpace(change)).rejects.toMatchObject(outdated);
  });
});

interface RecordedCall {
  readonly by: string;
  readonly request: { readonly operation: string; readonly input?: unknown };
  readonly response: {
    readonly value?: unknown;
    readonly error?: Readonly<Record<string, unknown>>;
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** What Confluence does not tell of people. */
const ofTheHost = ['title', 'manager'];

/** The ids and versions that a recording and today's answers have for the same things. */
class Counterparts {
  readonly #known = new Map<string, unknown>();

  /** Notes the ids and versions of two answers to the same call. */
  note(recorded: unknown, today: unknown): void {
    if (typeof recorded !== 'object' || recorded === null) return;
    const [then, now] = [recorded as Fields, (today ?? {}) as Fields];
    for (const [name, value] of Object.entries(then)) {
      if (name === 'id') this.#known.set(String(value), now[name]);
      if (name.toLowerCase().endsWith('version')) {
        this.#known.set(`${String(then.id)} in version ${String(value)}`, now[name]);
      }
      this.note(value, now[name]);
    }
  }

  /** A recorded input with today's ids and versions. */
  inputOf(input: unknown): unknown {
    if (typeof input === 'string') return this.#known.get(input) ?? input;
    if (typeof input !== 'object' || input === null) return input;
    if (Array.isArray(input)) return input.map((each): unknown => this.inputOf(each));
    const { id, version } = input as Fields;
    const entries = Object.entries(input as Fields).map(([name, value]) => [
      name,
      name === 'version'
        ? (this.#known.get(`${String(id)} in version ${String(version)}`) ?? value)
        : this.inputOf(value),
    ]);
    return Object.fromEntries(entries) as unknown;
  }
}

/** The fields that a page of version 0.1 expects in an answer, and their types. */
function fieldsOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fieldsOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  // Confluence does not tell how many people may read a space.
  if ('known' in value) return expect.objectContaining({ known: 'boolean' });
  const kept = Object.entries(value).filter(([name]) => !ofTheHost.includes(name));
  return expect.objectContaining(
    Object.fromEntries(kept.map(([name, part]) => [name, fieldsOf(part)])),
  ) as unknown;
}

/** The same answer with the type of each value in its place. */
const typesOf = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(typesOf)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, typesOf(part)]))
      : typeof value;

describe('a page of version 0.1', () => {
  let organisation: Organisation;
  beforeEach(async () => {
    const users = Object.entries({
      ada: 'Ada Lindqvist',
      bram: 'Bram de Wit',
      chloe: 'Chloé Martin',
      daan: 'Daan Visser',
      emre: 'Emre Yıldız',
    }).map(([accountId, displayName]) => ({ accountId, displayName }));
    const left = { accountId: 'left', displayName: 'Lena Farewell', active: false };
    organisation = await openOrganisation({ colleagues: [...users, left] });
  });
  afterEach(() => organisation.close());

  it('is answered by today’s resolver as it expects', async () => {
    const counterparts = new Counterparts();
    const recorded: readonly RecordedCall[] = calls;
    for (const { by, request, response } of recorded) {
      const { operation } = request;
      const input = counterparts.inputOf(request.input);
      const answered = (await organisation.call(
        { as: by, space: 'WORK' },
        operation,
        input,
      )) as RecordedCall['response'];
      if (response.error) {
        expect(answered.error, operation).toMatchObject(expectedError(operation, response.error));
        continue;
      }
      expect(answered.error, operation).toBeUndefined();
      expect(typesOf(answered.value), operation).toEqual(fieldsOf(response.value));
      counterparts.note(withId(response.value, request.input), withId(answered.value, input));
    }
  });
});

/** The same kind of error for the same reason; its texts name the ids of another host. */
function expectedError(operation: string, { tag, data }: Fields): object {
  // In Confluence nobody asks for a group, so there is no request to approve.
  if (operation === 'approveGroup') return { tag: 'NotFound' };
  const { reason } = data as Fields;
  return reason === undefined ? { tag } : { tag, data: { reason } };
}

/** An edit answers with the new version of the record that its input named. */
function withId(value: unknown, input: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('version' in value)) return value;
  return { ...(input as object), ...value };
}
