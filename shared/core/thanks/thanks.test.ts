import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { minute, organisationWithGroup } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';

let company: Organisation & { readonly group: string };
let group: string;
/** A post of Bram's. */
let post: string;
let version: string;
beforeEach(async () => {
  company = await organisationWithGroup();
  ({ group } = company);
  for (const person of ['bram', 'chloe', 'daan']) await company.as(person).groups.join({ group });
  ({ id: post, version } = await write('bram', 'The bread is in the oven'));
});

const write = (by: string, text: string, within = group) => {
  company.clock.advance(minute);
  return company.as(by).wall.post({ group: within, text, key: company.key() });
};
const message = () => ({ group, kind: 'post', id: post }) as const;
const of = (
  person: string,
  ref: { group: string; kind: 'post' | 'comment'; id: string } = message(),
) => company.as(person).thanks.ofMessage(ref);
const thank = (person: string, thanked = true) => {
  company.clock.advance(minute);
  return company.as(person).thanks.thank({ ...message(), thanked });
};
const keep = (person: string, kept = true) =>
  company.as(person).thanks.keep({ ...message(), kept });
const names = async (person: string) => (await of(person)).people.map(({ id }) => id);

describe('thanks for a message', () => {
  it('are seen by who reads the group, without a number, and by who gave them as theirs', async () => {
    await thank('chloe');
    expect(await of('daan')).toEqual({
      to: { id: 'bram', name: 'Bram de Wit', active: true, title: 'Driver' },
      people: [{ id: 'chloe', name: 'Chloé Martin', active: true }],
      isMore: false,
      isMine: false,
      mayThank: true,
      holdsBack: true,
    });
    expect(await of('chloe')).toMatchObject({ people: [], isMine: true });
  });

  it('are counted for who wrote it alone', async () => {
    for (const person of ['ada', 'chloe', 'daan', 'emre']) await thank(person);
    expect(await of('bram')).toMatchObject({ number: 4, isMore: true, mayThank: false });
    expect((await of('bram')).people.map(({ id }) => id)).toEqual(['emre', 'daan', 'chloe']);
    expect(await of('ada')).not.toHaveProperty('number');
  });

  it('are one a person, however often they are given, and are taken back', async () => {
    await thank('chloe');
    await thank('chloe');
    expect((await of('bram')).number).toBe(1);
    await thank('chloe', false);
    await thank('chloe', false);
    expect(await of('bram')).toMatchObject({ number: 0, people: [] });
  });

  it('are not for oneself, nor for what is not there or was deleted', async () => {
    await expect(thank('bram')).rejects.toMatchObject({
      tag: 'Invalid',
      data: { field: 'id', reason: 'yourself' },
    });
    const gone = { ...message(), id: '404', thanked: true };
    await expect(company.as('ada').thanks.thank(gone)).rejects.toMatchObject({ tag: 'NotFound' });
    await company.as('bram').wall.remove({ ...message(), version, reason: '' });
    await expect(thank('ada')).rejects.toMatchObject({ tag: 'NotFound' });
    await expect(of('ada')).rejects.toMatchObject({ tag: 'NotFound' });
  });

  it('are for an answer, too', async () => {
    const answer = { group, post, text: 'Well done', key: company.key() };
    const { id } = await company.as('daan').wall.comment(answer);
    const ref = { group, kind: 'comment', id } as const;
    await company.as('bram').thanks.thank({ ...ref, thanked: true });
    expect(await of('daan', ref)).toMatchObject({ number: 1, people: [{ id: 'bram' }] });
    expect(await of('bram')).toMatchObject({ number: 0 });
  });

  it('in a secret group are nobody’s business outside', async () => {
    const den = { name: 'Den', purpose: '', access: 'secret', key: company.key() } as const;
    const { id: secret } = await company.as('chloe').groups.create(den);
    const { id } = await write('chloe', 'Hush', secret);
    const ref = { group: secret, kind: 'post', id } as const;
    await expect(of('ada', ref)).rejects.toMatchObject({ tag: 'Forbidden' });
    const thanks = { ...ref, thanked: true };
    await expect(company.as('ada').thanks.thank(thanks)).rejects.toMatchObject({
      tag: 'Forbidden',
    });
  });
});

describe('thanks that are kept', () => {
  it('are hidden from everybody but who gave them and who received them, and shown again', async () => {
    await thank('chloe');
    await thank('daan');
    await keep('bram');
    expect(await names('ada')).toEqual([]);
    expect(await of('chloe')).toMatchObject({ isMine: true, people: [] });
    expect(await of('bram')).toMatchObject({ number: 2, isKept: true });
    expect(await of('ada')).not.toHaveProperty('isKept');
    await keep('bram', false);
    expect(await names('ada')).toEqual(['daan', 'chloe']);
  });

  it('are kept by their recipient alone', async () => {
    await thank('chloe');
    await expect(keep('ada')).rejects.toMatchObject({ tag: 'Forbidden' });
    expect(await names('ada')).toEqual(['chloe']);
  });
});

describe('what a colleague was thanked for', () => {
  const received = async (person = 'bram') =>
    (await company.as(person).thanks.received()).thanks.map(({ by, message: about, thankYou }) => [
      by.map(({ id }) => id).join(),
      about?.text ?? thankYou?.reason,
    ]);
  const give = (by: string, recipients = ['bram']) => {
    company.clock.advance(minute);
    const words = { value: 'helps-out', reason: 'carried my crates', as: 'kudos' } as const;
    return company.as(by).kudos.give({ ...words, recipients, key: company.key() });
  };

  it('are kudos, and thanks for messages, the last first; each until it was seen', async () => {
    await thank('chloe');
    await thank('daan');
    await give('ada');
    expect(await received()).toEqual([
      ['ada', 'carried my crates'],
      ['daan,chloe', 'The bread is in the oven'],
    ]);
    expect(await received('ada')).toEqual([]);
    await company.as('bram').thanks.seen({ until: company.clock.now() });
    expect(await received()).toEqual([]);
    await thank('emre');
    expect(await received()).toEqual([['emre', 'The bread is in the oven']]);
    await company.as('bram').thanks.seen({ until: 5 });
    expect(await received()).toHaveLength(1);
  });

  it('are none for a message that was deleted or hidden, or that stood in a group one left', async () => {
    await thank('chloe');
    const why = { ...message(), reason: 'it names a customer', key: company.key() };
    await company.as('ada').stewards.hide(why);
    expect(await received()).toEqual([]);
  });

  it('says whether it is kept', async () => {
    await thank('chloe');
    await give('ada');
    await keep('bram');
    const [kudos] = (await company.as('ada').kudos.read({})).thankYous;
    const ref = { giver: 'ada', id: kudos?.id ?? '' };
    await company.as('bram').thanks.keepKudos({ ...ref, kept: true });
    const { thanks } = await company.as('bram').thanks.received();
    expect(thanks.map(({ isKept }) => isKept)).toEqual([true, true]);
  });
});

describe('kudos that are kept', () => {
  const feed = async (person: string) =>
    (await company.as(person).kudos.read({})).thankYous.map(({ recipients, forMe, isKept }) => ({
      recipients: recipients.map(({ id }) => id).join(),
      forMe,
      isKept,
    }));
  const give = async (recipients: readonly string[]) => {
    const words = { value: 'helps-out', reason: 'carried my crates', as: 'kudos' } as const;
    const key = company.key();
    await company.as('ada').kudos.give({ ...words, recipients, key });
    return { giver: 'ada', id: key };
  };

  it('are hidden from others, and shown again', async () => {
    const ref = await give(['bram']);
    await company.as('bram').thanks.keepKudos({ ...ref, kept: true });
    expect(await feed('daan')).toEqual([]);
    expect(await feed('ada')).toMatchObject([{ recipients: 'bram' }]);
    expect(await feed('bram')).toEqual([{ recipients: 'bram', forMe: true, isKept: true }]);
    await company.as('bram').thanks.keepKudos({ ...ref, kept: false });
    expect(await feed('daan')).toMatchObject([{ recipients: 'bram' }]);
  });

  it('hide their recipient alone, of several', async () => {
    const ref = await give(['bram', 'chloe']);
    await company.as('bram').thanks.keepKudos({ ...ref, kept: true });
    expect(await feed('daan')).toMatchObject([{ recipients: 'chloe' }]);
    expect(await feed('chloe')).toMatchObject([{ recipients: 'chloe' }]);
  });

  it('are kept by nobody else', async () => {
    const ref = await give(['bram']);
    await expect(company.as('daan').thanks.keepKudos({ ...ref, kept: true })).rejects.toMatchObject(
      { tag: 'NotFound' },
    );
  });

  it('stay hidden from third persons, whoever keeps and shows them in whatever order', async () => {
    const turn = fc.record({ who: fc.constantFrom('bram', 'chloe'), kept: fc.boolean() });
    const ref = await give(['bram', 'chloe']);
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 6 }), async (turns) => {
        const last = new Map<string, boolean>();
        for (const { who, kept } of turns) {
          await company.as(who).thanks.keepKudos({ ...ref, kept });
          last.set(who, kept);
        }
        for (const who of ['bram', 'chloe'])
          if (!last.has(who)) await company.as(who).thanks.keepKudos({ ...ref, kept: false });
        const shown = ['bram', 'chloe'].filter((who) => last.get(who) !== true).join();
        expect(await feed('daan')).toMatchObject(shown === '' ? [] : [{ recipients: shown }]);
      }),
      { numRuns: 20 },
    );
  });
});
