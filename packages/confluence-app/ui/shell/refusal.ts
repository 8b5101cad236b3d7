/** Why nobody is let in here, and who can change that: in the place of what would only say «no access». */
import { isKantineError } from '@kantine/core';
import type { Community } from '@kantine/core';
import type { Page } from './page.ts';

/**
 * The same community, which tells when its first answer is a refusal: asking before would cost every page
 * a call, and later something may have been typed, which the element keeps.
 */
function onRefusal(community: Community, refused: () => void): Community {
  let isAnswered = false;
  const answered = (): void => void (isAnswered = true);
  const failed = (error: unknown): void => {
    if (isAnswered || !isKantineError(error, 'Forbidden')) return;
    isAnswered = true;
    refused();
  };
  const told = <Part extends object>(part: Part): Part =>
    new Proxy(part, {
      get(target, name): unknown {
        const member: unknown = Reflect.get(target, name);
        if (typeof member === 'object' && member !== null) return told(member);
        if (typeof member !== 'function') return member;
        return (...args: readonly unknown[]): unknown => {
          const result = (member as (...all: readonly unknown[]) => unknown)(...args);
          if (result instanceof Promise) result.then(answered, failed);
          // The same community under observation is this community, too.
          return name === 'observed' ? told(result as object) : result;
        };
      },
    });
  return told(community);
}

/**
 * @param enabled shows the page anew.
 * @returns nothing where the refusal has another reason, which the element says itself.
 */
async function refusalNotice(
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
    const known = await settings.changeSpace(change);
    if (change.enabled) enabled();
    return known;
  };
  return Object.assign(form, {
    words,
    locale: context.locale,
    settings: { ...settings, changeSpace },
  });
}

/**
 * Fills the page with an element that asks things of the community; a notice takes its place where Kantine
 * is not enabled.
 */
export function fillUnlessRefused(
  page: Page,
  root: HTMLElement,
  make: (community: Community) => HTMLElement,
): void {
  function fill(): void {
    root.replaceChildren(make(onRefusal(page.community, () => void explain())));
  }

  async function explain(): Promise<void> {
    // Where that cannot be asked either, the element has said what is wrong.
    const notice = await refusalNotice(page, fill).catch(() => undefined);
    if (notice) root.replaceChildren(notice);
  }

  fill();
}
