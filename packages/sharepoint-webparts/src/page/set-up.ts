/** What an owner's button does. */
import type { ReaderSelection, TellProgress } from '@kantine/sharepoint-host';
import { beginFirstSteps } from './first-steps.ts';
import type { SitePage } from './site-page.ts';

/** Makes what is missing, and tells every web part. @throws KantineError */
export async function setUp(
  page: SitePage,
  told?: TellProgress,
  readers?: ReaderSelection,
): Promise<void> {
  const { host, setup, know } = page;
  const isNew = setup?.kind === 'missing';
  try {
    await host.provision({ ...(told ? { told } : {}), ...(readers ? { readers } : {}) });
  } catch (error) {
    // The reason why it failed may be known by now: lists that a member made.
    await host.setupState().then(know, () => undefined);
    throw error;
  }
  const after = await host.setupState();
  if (isNew && after.kind === 'ready') beginFirstSteps(page);
  know(after);
}
