/** The first steps of somebody who came into a group. */
import { beforeEach, describe, expect, it } from 'vitest';
import { day, minute, organisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';

let company: Organisation;
let group: string;

const pass = () => company.clock.advance(minute);
const steps = (person: string) => company.as(person).groups.firstSteps({ group });
const nothingDone = { said: false, answered: false, profile: false };

async function begin(access: 'open' | 'closed'): Promise<void> {
  company = organisation();
  const about = { name: 'Lunch run', purpose: '', access, key: company.key() };
  ({ id: group } = await company.as('ada').groups.create(about));
  if (access === 'open') await company.as('bram').groups.join({ group });
  else await company.as('ada').groups.admit({ group, person: 'bram', role: 'member' });
  pass();
}

describe.each(['open', 'closed'] as const)('in a group that is %s', (access) => {
  beforeEach(() => begin(access));

  it('are there for who came in, and not for its stewards', async () => {
    expect(await steps('bram')).toEqual(nothingDone);
    expect(await steps('ada')).toBeUndefined();
  });

  it('are done by what one writes, and gone once all are', async () => {
    const { wall, card } = company.as('bram');
    const { key } = company;
    const question = { group, text: 'Where?', kind: 'question', key: key() } as const;
    const { id: post } = await company.as('ada').wall.post(question);
    await wall.post({ group, text: 'I am here for the soup', key: key() });
    expect(await steps('bram')).toEqual({ ...nothingDone, said: true });
    await wall.comment({ group, post, text: 'By the door', key: key() });
    expect(await steps('bram')).toEqual({ said: true, answered: true, profile: false });
    await card.update({ about: '', askMeAbout: ['Soup'], interests: [] });
    expect(await steps('bram')).toBeUndefined();
  });

  it('are not done by an answer to oneself, nor by what one deleted', async () => {
    const { wall } = company.as('bram');
    const { key } = company;
    const own = { group, text: 'Where?', kind: 'question', key: key() } as const;
    const { id: post, version } = await wall.post(own);
    await wall.comment({ group, post, text: 'By the door', key: key() });
    expect(await steps('bram')).toEqual({ ...nothingDone, said: true });
    await wall.remove({ group, kind: 'post', id: post, version, reason: '' });
    expect(await steps('bram')).toEqual(nothingDone);
  });

  it('are put away by who does not want them, for good', async () => {
    await company.as('bram').groups.putStepsAway({ group });
    expect(await steps('bram')).toBeUndefined();
  });
});

it('are there for thirty days, and for nobody who only looks on', async () => {
  await begin('open');
  expect(await steps('chloe')).toBeUndefined();
  company.clock.advance(31 * day);
  expect(await steps('bram')).toBeUndefined();
});

it('R13: are refused of a secret group as of one that is not there', async () => {
  await begin('open');
  const about = { name: 'Takeover', purpose: '', access: 'secret', key: company.key() } as const;
  const { id } = await company.as('ada').groups.create(about);
  const refusal = async (asked: string) => {
    const error: unknown = await company
      .as('emre')
      .groups.firstSteps({ group: asked })
      .catch((thrown: unknown) => thrown);
    const { tag, message } = error as { tag: string; message: string };
    return { tag, message: message.replaceAll(asked, 'it') };
  };
  const there = await refusal(id);
  expect(['Forbidden', 'NotFound']).toContain(there.tag);
  expect(await refusal('closed:secret-key-of-no-group')).toEqual(there);
});
