/**
 * Where a post is found in Confluence: on the app's page of the whole site, which says in its address what
 * it shows. https://developer.atlassian.com/platform/forge/custom-ui-bridge/router/
 */
import type * as ForgeBridge from '@forge/bridge';
import { linkedBy, useAddresses } from '@kantine/elements';
import type { Linked } from '@kantine/elements';
import { pageOfTheSite } from '../modules/index.ts';

export const pageType = 'confluence:globalPage';

/** The parts of the bridge that are used: a bundler leaves out the others. */
type Bridge = Pick<typeof ForgeBridge, 'NavigationTarget' | 'router' | 'view'>;

export function useAddressesOfSite({
  router,
  NavigationTarget,
}: Pick<Bridge, 'NavigationTarget' | 'router'>): void {
  useAddresses(async ({ group, post }) => {
    const path = [group, post].map(encodeURIComponent).join('/');
    const target = NavigationTarget.Module;
    const address = await router.getUrl({ target, moduleKey: pageOfTheSite, path });
    return address?.href ?? '';
  });
}

/** Shows above everything else what the page's address names, and again when that changes. */
export async function showLinked(
  { view }: Pick<Bridge, 'view'>,
  make: (linked: Linked) => HTMLElement,
  root: HTMLElement,
): Promise<void> {
  const history = await view.createHistory();
  let shown: HTMLElement | undefined;

  function show(pathname: string): void {
    const named = linkedBy(pathname.replace(/^\/+/, ''));
    shown?.remove();
    shown = named && make({ group: decoded(named.group), post: decoded(named.post) });
    if (!shown) return;
    shown.addEventListener('kantine-close', () => history.push('/'));
    root.before(shown);
    shown.focus();
  }

  history.listen(({ pathname }) => show(pathname));
  show(history.location.pathname);
}

/** An address may be anything; one that is not well formed names no post. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
