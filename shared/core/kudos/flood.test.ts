/** Rows that a member writes in any number hide no older thanks unseen: reading goes on, and says where it ended. */
import { beforeEach, describe, expect, it } from 'vitest';
import { communityContainer, groupContainer } from '../kernel/container.ts';
import { forger } from '../testing/forger.ts';
import { minute, organisationWithGroup } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { markFields, markKey, marks } from '../wall/marks.ts';
import { groupThanks, kudos, thanksKind } from './collection.ts';

const fields = { recipient: 'bram', value: 'helps-out', reason: 'a b c', batch: 'forged' };

let company: Organisation & { readonly group: string };
/** A second open group, of everybody here. */
let quiet: string;
beforeEach(async () => {
  company = await organisationWithGroup();
  const ada = company.as('ada');
  ({ id: quiet } = await ada.groups.create({
    name: 'Quiet corner',
    purpose: '',
    access: 'open',
    key: company.key(),
  }));
  for (const person of ['bram', 'chloe'])
    for (const group of [company.group, quiet]) await company.as(person).groups.join({ group });
});

/** @param group undefined for everybody. */
async function thank(group: string | undefined, reason: string, by = 'ada'): Promise<void> {
  await company.as(by).kudos.give({
    recipients: ['bram'],
    value: 'helps-out',
    reason,
    as: 'thanks',
    key: company.key(),
    ...(group === undefined ? {} : { group }),
  });
  company.clock.advance(minute);
}

/** Rows about Bram that break a rule: of everybody's thanks, or of a group's. */
async function flood(rows: number, group?: string): Promise<void> {
  const { write } = forger(company);
  for (let turn = 0; turn < rows; turn += 1) {
    await (group === undefined
      ? write(kudos, communityContainer, `flood ${turn}`, fields)
      : write(groupThanks, groupContainer(group), `flood ${turn}`, {
          ...fields,
          kind: thanksKind,
        }));
  }
  company.clock.advance(minute);
}

/** What the places say that tell of thanks to Bram. */
async function told() {
  const bram = company.as('bram');
  const [received, impact, card, lately] = await Promise.all([
    bram.thanks.received(),
    bram.me.impact(),
    bram.card.read({ person: 'bram' }),
    company.as('chloe').kudos.receivedBy({ person: 'bram' }),
  ]);
  return {
    lines: received.thanks.map(({ thankYou }) => thankYou?.reason),
    lately: lately.thankYous.map(({ reason }) => reason),
    thanked: [impact.thanked, card.thanked],
    isMore: [received.isMore, lately.isMore, impact.isMore, card.isThankedMore === true],
  };
}
const all = (some: boolean) => [some, some, some, some];
const hidden = { lines: [], lately: [], thanked: [0, 0], isMore: all(true) };

describe('rows that break a rule', () => {
  it('by the hundred hide no older thanks of everybody’s', async () => {
    await thank(undefined, 'carried my crates');
    await flood(210);
    const reasons = ['carried my crates'];
    const seen = { lines: reasons, lately: reasons, thanked: [1, 1], isMore: all(false) };
    expect(await told()).toEqual(seen);
  });

  it('beyond what is read at once hide them, and every place says that there may be more', async () => {
    await thank(undefined, 'carried my crates');
    await flood(310);
    expect(await told()).toEqual(hidden);
  });

  it('in one group hide no older thanks there, nor those of another', async () => {
    await thank(company.group, 'carried my crates');
    await thank(quiet, 'lent me your van', 'chloe');
    await flood(210, company.group);
    const reasons = ['lent me your van', 'carried my crates'];
    const seen = { lines: reasons, lately: reasons, thanked: [2, 2], isMore: all(false) };
    expect(await told()).toEqual(seen);
    const { thankYous, dropped } = await company.as('chloe').kudos.read({ isWide: true });
    expect([thankYous.map(({ reason }) => reason), dropped > 0]).toEqual([reasons, true]);
  });

  it('in one group beyond what is read at once hide those of this group alone, which is said', async () => {
    await thank(company.group, 'carried my crates');
    await thank(quiet, 'lent me your van', 'chloe');
    await flood(310, company.group);
    const seen = {
      lines: ['lent me your van'],
      lately: ['lent me your van'],
      thanked: [1, 1],
      isMore: all(true),
    };
    expect(await told()).toEqual(seen);
    const { thankYous, dropped } = await company.as('chloe').kudos.read({ isWide: true });
    expect(thankYous).toHaveLength(1);
    expect(dropped).toBeGreaterThan(300);
  });

  it('among marks hide neither thanks for a message nor an answer that helped', async () => {
    const { group } = company;
    const ask = { group, text: 'Who has rye?', kind: 'question', key: company.key() } as const;
    const { id: post } = await company.as('chloe').wall.post(ask);
    const answer = { group, post, text: 'The mill', key: company.key() };
    const { id } = await company.as('bram').wall.comment(answer);
    await company.as('ada').thanks.thank({ group, kind: 'comment', id, thanked: true });
    await company.as('chloe').wall.accept({ group, post, comment: id });
    company.clock.advance(minute);
    const { write } = forger(company);
    const target = `comment:${id}`;
    const forged = { family: 'thanked', target, post, value: '7', to: 'bram' } as const;
    for (let turn = 0; turn < 210; turn += 1)
      await write(
        marks,
        groupContainer(group),
        `${markKey('thanked', target)} ${turn}`,
        markFields(forged),
      );
    const bram = company.as('bram');
    expect((await bram.thanks.received()).thanks).toMatchObject([{ by: [{ id: 'ada' }] }]);
    expect(await bram.me.impact()).toMatchObject({ thanked: 1, solved: [{ text: 'The mill' }] });
    expect(await company.as('ada').card.helped({ person: 'bram' })).toHaveLength(1);
  });
});

it('honest thanks beyond what is counted are said to be more', async () => {
  for (let turn = 0; turn < 101; turn += 1) await thank(undefined, `carried my crates ${turn}`);
  const { thanked, isThankedMore } = await company.as('bram').card.read({ person: 'bram' });
  expect([thanked, isThankedMore]).toEqual([1, true]);
});
