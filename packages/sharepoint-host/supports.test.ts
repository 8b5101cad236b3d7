import { abilitiesOf, declaredBy } from '@kantine/host-contract/features';
import { expect, it } from 'vitest';
import { eachInAnOrganisation } from './testing/each.ts';
import type { Organisation } from './testing/organisation.ts';

let organisation: Organisation;
eachInAnOrganisation((opened) => (organisation = opened));

it('declares what the page of features says that SharePoint can', async () => {
  const { supports } = organisation.hostOf('anna');
  expect(await abilitiesOf('SharePoint')).toEqual(await declaredBy('SharePoint', supports));
});
