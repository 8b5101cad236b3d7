/** Why nobody is let in here, and who can change that: in the place of what would only say «no access». */
import { isKantineError } from '@kantine/core';
import type { Community } from '@kantine/core';
import type { Page } from './page.ts';

/** The same community, which tells once when somebody is refused: asking before would cost every page a call. */
export function onRefusal(community: Community, refused: () => void): Community {
  let isTold = false;
  const tell = (error: unknown): void => {
    if (isTold || !isKantineError(error, 'Forbidden')) return;
    isTold = true;
    refused();
  };
  const entries = Object.entries(community).map(([name, run]) => [
    name,
    (...args: readonly unknown[]): unknown => {
      const result = (run as (...all: readonly unknown[]) => unknown)(...args);
      if (result instanceof Promise) result.catch(tell);
      return result;
    },
  ]);
  return Object.fromEntries(entries) as Community;
}

/**
 * @param enabled shows the page anew.
 * @returns nothing where the refusal has another reason, which the element says itself.
 */
export async function refusalNotice(
  { context, settings, words }: Page,
  enabled: () => void,
): Promise<HTMLElement | undefined> {
  if (!context.extension.space) {
    const notice = document.createElement('p');
    notice.textContent = words.enabledNowhere;
    return notice;
  }
  if ((await settings.readSpace()).enabled) return undefined;
  await import('../settings/space-settings.ts');
  const form = document.createElement('kantine-space-settings');
  const changeSpace: typeof settings.changeSpace = async (change) => {
    await settings.changeSpace(change);
    if (change.enabled) enabled();
  };
  return Object.assign(form, { words, settings: { ...settings, changeSpace } });
}
