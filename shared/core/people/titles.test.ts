import { beforeEach, describe, expect, it } from 'vitest';
import { createCommunity } from '../community.ts';
import { governedContainer } from '../kernel/container.ts';
import { countingHost } from '../testing/counting-host.ts';
import { forger } from '../testing/forger.ts';
import { directoryPeople, organisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { staff, staffFields } from './staff.ts';

let company: Organisation;
beforeEach(() => {
  company = organisation(directoryPeople, ['daan']);
});

const titles = (people: readonly string[]) => company.as('bram').people.titles({ people });
const list = (account: string, title: string, owner = 'daan') =>
  forger(company, owner).write(
    staff,
    governedContainer,
    account,
    staffFields(account, { title, department: '', place: '', manager: '', since: '' }),
  );

describe('what people do', () => {
  it('is what the directory says, and else the list of staff; nothing of others', async () => {
    await list('chloe', 'Welder');
    await list('ada', 'Head of the bakery');
    expect(await titles(['ada', 'chloe', 'daan', 'nobody'])).toEqual([
      { person: 'ada', title: 'Baker' },
      { person: 'chloe', title: 'Welder' },
    ]);
  });

  it('is asked of sixty people at most, and of nobody without a question', async () => {
    const many = Array.from({ length: 61 }, (_, at) => `p${at}`);
    await expect(titles(many)).rejects.toThrow();
    const { host, reads } = countingHost(company.host('bram'));
    expect(await createCommunity(host).people.titles({ people: [] })).toEqual([]);
    expect(reads).toEqual([]);
  });
});
