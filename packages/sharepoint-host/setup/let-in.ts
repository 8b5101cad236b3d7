/** Whether an owner who left somebody out let this reader in. */
import { listNames, listPath } from '../schema/index.ts';
import { get } from '../wire/index.ts';
import type { Page } from './site.ts';

/** The list of containers stands for all. */
export async function isLetIn({ wire, environment }: Page): Promise<boolean> {
  const [list] = await wire.batch([
    get(`${listPath(environment.webUrl, listNames.registry)}?$select=Id`),
  ]);
  return list?.ok === true;
}
