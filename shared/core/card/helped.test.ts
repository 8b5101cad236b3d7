import { beforeEach, describe, expect, it } from 'vitest';
import { groupContainer } from '../kernel/container.ts';
import { forger } from '../testing/forger.ts';
import { minute, organisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { markFields, markKey, marks, questionTarget } from '../wall/marks.ts';

let company: Organisation;
beforeEach(() => {
  company = organisation();
});

type Access = 'open' | 'closed' | 'secret';
async function open(access: Access = 'open', members: readonly string[] = []): Promise<string> {
  const about = { name: access, purpose: '', access, key: company.key() };
  const { id: group } = await company.as('ada').groups.create(about);
  for (const person of members) {
    if (access === 'open') await company.as(person).groups.join({ group });
    else await company.as('ada').groups.admit({ group, person, role: 'member' });
  }
  return group;
}

/** Daan asks, Bram answers; the group is Ada's. */
async function ask(group: string, text = 'Which flour?') {
  company.clock.advance(minute);
  const { id: post } = await company
    .as('daan')
    .wall.post({ group, text, kind: 'question', key: company.key() });
  const { id: comment } = await company
    .as('bram')
    .wall.comment({ group, post, text: 'Rye.', key: company.key() });
  return { group, post, comment };
}
async function solve(group: string, text?: string) {
  const asked = await ask(group, text);
  await company.as('daan').wall.accept(asked);
  return asked;
}
const helped = async (reader: string, person = 'bram') =>
  (await company.as(reader).card.helped({ person })).map(({ text }) => text);

describe('whom somebody helped', () => {
  it('is shown with the question that their answer solved, the newest first, five at most', async () => {
    const group = await open('open', ['bram', 'chloe']);
    for (let turn = 1; turn <= 7; turn += 1) await solve(group, `Question ${turn}`);
    expect(await helped('chloe')).toEqual([7, 6, 5, 4, 3].map((turn) => `Question ${turn}`));
    expect(await company.as('chloe').card.helped({ person: 'bram' })).toMatchObject([
      { group, groupName: 'open', asker: { id: 'daan' } },
      {},
      {},
      {},
      {},
    ]);
  });

  it('is no more once the acceptance was taken back, or the question deleted or hidden', async () => {
    const group = await open('open', ['bram']);
    const { post } = await solve(group, 'Taken back');
    await company.as('daan').wall.accept({ group, post });
    const hidden = await solve(group, 'Hidden');
    const act = { group, kind: 'post', id: hidden.post, reason: 'it names a customer' } as const;
    await company.as('ada').stewards.hide({ ...act, key: company.key() });
    const answer = await solve(group, 'Answer hidden');
    await company.as('ada').stewards.hide({
      ...act,
      kind: 'comment',
      id: answer.comment,
      key: company.key(),
    });
    expect(await helped('chloe')).toEqual([]);
    expect(await helped('ada')).toEqual([]);
  });

  it.each(['closed', 'secret'] as const)(
    'in a %s group is shown to its members, and to nobody else, nor counted',
    async (access) => {
      const group = await open(access, ['bram', 'chloe', 'daan']);
      await solve(group);
      expect(await helped('chloe')).toEqual(['Which flour?']);
      expect(await company.as('emre').card.helped({ person: 'bram' })).toEqual([]);
    },
  );

  it('is what the asker says: who credits themselves or a friend by hand credits nobody', async () => {
    const group = await open('open', ['bram', 'emre']);
    const { post, comment } = await ask(group);
    const target = questionTarget(post);
    const mark = { family: 'accept', target, post, value: comment, to: 'bram' } as const;
    for (const person of ['emre', 'bram']) {
      await forger(company, person).write(
        marks,
        groupContainer(group),
        markKey('accept', target),
        markFields(mark),
      );
    }
    expect(await helped('chloe')).toEqual([]);
  });
});
