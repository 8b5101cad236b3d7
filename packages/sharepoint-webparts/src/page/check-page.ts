/** The check of a site, above the page that was opened with its link: a chunk of its own. */
import '@kantine/elements/site-check/define';
import { siteChecks } from '@kantine/sharepoint-host/check';
import type { SharePointContext } from '@kantine/sharepoint-host';
import { checkHash } from './check-link.ts';

/** The page's address without what is behind a hash. */
const addressOfPage = (): string => location.origin + location.pathname + location.search;

/** Shows it once, however many sites the web parts of the page are of. */
export function openCheck(context: SharePointContext): void {
  if (document.querySelector('dialog.kantine-check')) return;
  const dialog = document.createElement('dialog');
  dialog.className = 'kantine-check';
  dialog.ariaLabel = 'Kantine';
  Object.assign(dialog.style, { border: '0', padding: '0', inlineSize: 'min(60rem, 96vw)' });
  const check = document.createElement('kantine-site-check');
  Object.assign(check, {
    closable: true,
    token: location.hash.slice(checkHash.length + 1),
    linkTo: (token: string) => `${addressOfPage()}${checkHash}=${token}`,
    checks: siteChecks({ ...context, pageUrl: addressOfPage() }),
  });
  check.addEventListener('kantine-close', () => dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    // The link opens it again.
    history.replaceState(history.state, '', addressOfPage());
  });
  dialog.append(check);
  document.body.append(dialog);
  dialog.showModal();
}
