/** A closed group on SharePoint, from the wish of an employee to the click of an owner. */
import type { Page } from 'playwright';
import type { IntranetUnderTest } from './intranet-under-test.ts';
import { press } from './pressing.ts';

export const groupsOn = (page: Page) => page.locator('kantine-groups');

export const openGroups = (intranet: IntranetUnderTest, person: string): Promise<Page> =>
  intranet.open(person, 'sharepoint', { until: 'kantine-groups h2' });

interface Wish {
  readonly founder: string;
  readonly owner: string;
  readonly name: string;
  readonly access: 'Closed' | 'Secret';
}

export async function haveMade(
  intranet: IntranetUnderTest,
  { founder, owner, name, access }: Wish,
): Promise<void> {
  const groups = groupsOn(await openGroups(intranet, founder));
  await press(groups.getByRole('button', { name: 'Start a group' }));
  await groups.getByRole('textbox', { name: 'What is it called?' }).fill(name);
  await groups.getByRole('radio', { name: new RegExp(`^${access}`) }).check();
  await press(groups.getByRole('button', { name: 'Start group' }));
  await groups.getByText('An owner of this site has been asked').waitFor();

  const office = groupsOn(await openGroups(intranet, owner));
  await press(office.getByRole('button', { name: `Approve: ${name}` }));
  await office.getByText(`“${name}” is set up.`).waitFor();
}
