import { beforeEach, describe, expect, it } from 'vitest';
import { minute, organisationWithGroup } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { mentionToken } from '../mentions/write-token.ts';
import type { Why } from './admit.ts';

let company: Organisation & { readonly group: string };
let group: string;
beforeEach(async () => {
  company = await organisationWithGroup();
  ({ group } = company);
});

const post = async (by: string, text: string, within = group) => {
  company.clock.advance(minute);
  return company.as(by).wall.post({ group: within, text, key: company.key() });
};
const takenBack = (id: string, why: Why = 'mentioned', person = 'ada', within = group) =>
  company.as(person).catchUp.takenBack({
    lines: [
      { message: { group: within, kind: why === 'mentioned' ? 'post' : 'comment', id }, why },
    ],
  });
const ref = (id: string, kind: 'post' | 'comment' = 'post') => ({ group, kind, id }) as const;

describe('a line that is gone', () => {
  it('was taken back where its message was edited, so that it names the reader no more, or deleted', async () => {
    const one = await post('bram', `One ${mentionToken('ada')}`);
    expect(await takenBack(one.id)).toEqual([]);
    await company.as('bram').wall.edit({ ...ref(one.id), text: 'One', version: one.version });
    expect(await takenBack(one.id)).toEqual([{ message: ref(one.id), by: 'author' }]);
    const two = await post('bram', `Two ${mentionToken('ada')}`);
    await company.as('bram').wall.remove({ ...ref(two.id), version: two.version, reason: '' });
    expect(await takenBack(two.id)).toEqual([{ message: ref(two.id), by: 'author' }]);
  });

  it('that answered the reader was taken back where the comment was deleted', async () => {
    const { id } = await post('ada', 'Soup?');
    const input = { group, post: id, text: 'Yes', key: company.key() };
    const answer = await company.as('bram').wall.comment(input);
    expect(await takenBack(answer.id, 'commented')).toEqual([]);
    const { version } = answer;
    await company.as('bram').wall.remove({ ...ref(answer.id, 'comment'), version, reason: '' });
    expect(await takenBack(answer.id, 'commented')).toMatchObject([{ by: 'author' }]);
  });

  it('was hidden by stewards', async () => {
    const { id } = await post('bram', `One ${mentionToken('daan')}`);
    const hide = { ...ref(id), reason: 'a good reason', key: company.key() };
    await company.as('ada').stewards.hide(hide);
    expect(await takenBack(id, 'mentioned', 'daan')).toEqual([
      { message: ref(id), by: 'stewards' },
    ]);
  });

  it('of a message that never was, or in a group that the reader may not read, is told nothing of', async () => {
    expect(await takenBack('404')).toEqual([]);
    const den = { name: 'Den', purpose: '', access: 'secret', key: company.key() } as const;
    const { id: secret } = await company.as('chloe').groups.create(den);
    const { id, version } = await post('chloe', 'Hush', secret);
    const message = { group: secret, kind: 'post', id } as const;
    await company.as('chloe').wall.remove({ ...message, version, reason: '' });
    expect(await takenBack(id, 'mentioned', 'ada', secret)).toEqual([]);
    expect(await takenBack(id, 'mentioned', 'ada', 'closed-404')).toEqual([]);
  });
});
