/** Pages that are older, or newer, than the community that they call. */
import { hasDrafts } from './drafts.ts';

/** When a page last reloaded itself; it does so once in a while, or it might do nothing else. */
const lastReload = 'kantine.reloaded';
const pause = 10 * 60_000;

function wasReloadedLately(now: number): boolean {
  try {
    const last = Number(sessionStorage.getItem(lastReload) ?? 0);
    if (now - last < pause) return true;
    sessionStorage.setItem(lastReload, String(now));
    return false;
  } catch {
    // Without storage nobody knows: then the reader reloads the page.
    return true;
  }
}

/**
 * Asks the page to reload itself where nothing is typed; otherwise the reader is told to.
 * The event `kantine-outdated` may be cancelled by a shell that knows a better way to reload.
 */
export function reloadIfUntouched(element: object): void {
  if (!(element instanceof HTMLElement) || hasDrafts() || wasReloadedLately(Date.now())) return;
  const event = new CustomEvent('kantine-outdated', {
    bubbles: true,
    composed: true,
    cancelable: true,
  });
  if (element.dispatchEvent(event)) location.reload();
}
