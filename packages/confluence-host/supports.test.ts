import { abilitiesOf, declaredBy } from '@kantine/host-contract/features';
import { expect, it } from 'vitest';
import { supports } from './host.ts';

it('declares what the page of features says that Confluence can', async () => {
  expect(await abilitiesOf('Confluence')).toEqual(await declaredBy('Confluence', supports));
});
