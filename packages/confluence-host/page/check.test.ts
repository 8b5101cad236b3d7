/** Each answer that a site may give, forced on the emulator. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Fault } from '@kantine/forge-emulator';
import { accountOf, openOrganisation } from '../testing/organisation.ts';
import type { Organisation, OrganisationOptions } from '../testing/organisation.ts';
import { windowOf } from '../testing/window.ts';
import { checkFacts } from './index.ts';
import type { CheckAnswer, CheckFact } from './index.ts';

describe('the check of a site', () => {
  let organisation: Organisation;
  const open = async (options: OrganisationOptions = {}): Promise<void> => {
    organisation = await openOrganisation(options);
  };
  beforeEach(() => void vi.spyOn(console, 'warn').mockReturnValue());
  afterEach(() => organisation.close());

  async function check(
    as = 'admin',
    loads: (address: string) => Promise<boolean> = () => Promise.resolve(true),
  ): Promise<Partial<Record<CheckFact, CheckAnswer>>> {
    const site = 'https://example.atlassian.net';
    const { openCheck } = await windowOf(organisation, { as }, { site });
    const answers: Partial<Record<CheckFact, CheckAnswer>> = {};
    const checked = await openCheck(loads);
    await checked.run((answer) => {
      answers[answer.id] = answer;
      // Nothing of it names anybody.
      expect(JSON.stringify(answer)).not.toMatch(/Site Admin|admin|atlassian\.net|Workshop/);
    });
    expect(Object.keys(answers).sort()).toEqual(Object.keys(checkFacts).sort());
    return answers;
  }

  const always = (fault: Fault): void => void organisation.forge.faults.always(fault);
  const answering = (match: RegExp, status: number, body: unknown = {}): void =>
    always({ service: 'confluence', match, kind: 'answer', answer: { status, body } });
  const explained = (body: unknown): void =>
    organisation.forge.faults.next({ service: 'sql', kind: 'answer', answer: { body } });

  it('is for administrators of the site alone', async () => {
    await open();
    await expect(check(accountOf('anna'))).rejects.toMatchObject({ tag: 'Forbidden' });
    for (const [operation, input] of [
      ['checkSite', { fact: 'plans' }],
      ['openCheckChannel', {}],
      ['tellCheck', { channel: `kantine-check-${'x'.repeat(24)}` }],
    ] as const) {
      const response = await organisation.call({ as: accountOf('anna') }, operation, input);
      expect(response).toMatchObject({ error: { tag: 'Forbidden' } });
    }
    const other = { channel: 'kantine-community' };
    const told = await organisation.call({ as: 'admin' }, 'tellCheck', other);
    expect(told).toMatchObject({ error: { tag: 'Invalid' } });
  });

  it('says of a site that is as it should be that all is well', async () => {
    await open();
    expect(await check()).toMatchObject({
      rights: { answer: 'works' },
      people: { answer: 'works' },
      search: { answer: 'works' },
      points: { answer: 'told', detail: expect.stringContaining('q=65000') as string },
      cost: { answer: 'one' },
      // The emulator's databases are not TiDB.
      plans: { answer: 'unknown' },
      size: { answer: 'told' },
      realtime: { answer: 'works' },
      tokens: { answer: 'refused' },
      pictures: { answer: 'works' },
    });
  });

  it('says which scopes are not there, and that the search fails', async () => {
    await open();
    answering(/spaces\/\d+\/operations/, 401);
    answering(/search\/user/, 401);
    expect(await check()).toMatchObject({
      rights: { answer: 'refused', detail: '401' },
      search: { answer: 'refused' },
      points: { answer: 'missing' },
      cost: { answer: 'unknown' },
    });
    organisation.forge.faults.clear();
    answering(/search\/user/, 500);
    expect(await check()).toMatchObject({ search: { answer: 'serverError' } });
  });

  it('says that names cannot be asked, once it is known who asks', async () => {
    await open();
    always({
      service: 'confluence',
      match: /user\/current$/,
      kind: 'answer',
      answer: { status: 403, body: {} },
    });
    expect(await check()).toMatchObject({
      people: { answer: 'refused' },
      pictures: { answer: 'failed' },
    });
  });

  it('says where the rights in a space cost more than a point', async () => {
    await open({ points: { eachOperation: 2 } });
    expect(await check()).toMatchObject({ cost: { answer: 'more' } });
  });

  it('reads the plans of TiDB', async () => {
    await open();
    const tryPlans = async (body: unknown) => {
      explained(body);
      return organisation.call({ as: 'admin' }, 'checkSite', { fact: 'plans' });
    };
    const read = (id: string, table: string) => ({
      id,
      estRows: '21.00',
      task: 'cop[tikv]',
      'access object': `table:${table}, index:by_time`,
      'operator info': '',
    });
    const good = { rows: [read('└─IndexRangeScan_12', 'r'), read('└─PointGet_3', 'p')] };
    expect(await tryPlans(good)).toMatchObject({ value: { answer: 'index' } });
    const bad = { rows: [read('└─IndexRangeScan_12', 'r'), read('└─TableFullScan_7', 'p')] };
    expect(await tryPlans(bad)).toMatchObject({ value: { answer: 'scan', detail: 'p' } });
  });

  it('says that the database does not tell its size', async () => {
    await open();
    organisation.fill(0);
    expect(await check()).toMatchObject({ size: { answer: 'missing' } });
  });

  it('says that realtime does not work', async () => {
    await open();
    always({ service: 'realtime', kind: 'error' });
    expect(await check()).toMatchObject({
      realtime: { answer: 'refused' },
      tokens: { answer: 'failed' },
    });
  });

  it('says that realtime takes everything and tells nothing', async () => {
    await open();
    const published = { eventId: 'x', eventTimestamp: 1 };
    const body = { data: { ecosystem: { publishRealtimeChannel: published } } };
    const sign = organisation.call({ as: 'admin' }, 'openCheckChannel');
    await sign;
    const { faults } = organisation.forge;
    // The tokens are signed as ever: one to hear with and one to tell with.
    faults.next({ service: 'realtime' }, 2);
    faults.next({ service: 'realtime', kind: 'answer', answer: { body } });
    expect(await check()).toMatchObject({ realtime: { answer: 'silent' } });
  });

  it('says that the frame may not load pictures', async () => {
    await open();
    expect(await check('admin', () => Promise.resolve(false))).toMatchObject({
      pictures: { answer: 'refused' },
    });
  });

  it('goes on where one fact could not be tried', async () => {
    await open();
    always({ service: 'confluence', match: /spaces/, kind: 'lost-answer' });
    expect(await check()).toMatchObject({
      rights: { answer: 'failed' },
      points: { answer: 'failed' },
      search: { answer: 'works' },
    });
  });
});
