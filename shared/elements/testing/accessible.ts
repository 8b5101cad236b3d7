/** What every state of every element must pass. */
import axe from 'axe-core';
import { expect } from 'vitest';
import { expectReadableWhereForced } from './forced-colours.ts';
import { narrow, settled, still } from './mount.ts';
import { smallTargets } from './targets.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Rules about a whole page; an element is a part of one. */
const ofThePage = ['region', 'page-has-heading-one', 'heading-order', 'landmark-one-main'];

/** Rules that ask for colours: those alone that one scheme may pass and the other break. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** 24 pixels to hit, or as much room around what is smaller. */
const ofSizes = 'target-size';

const everyRule: axe.RunOptions = {
  runOnly: tags,
  rules: {
    ...Object.fromEntries(ofThePage.map((rule) => [rule, { enabled: false }])),
    // Axe leaves it out unless it is named.
    [ofSizes]: { enabled: true },
  },
};

const rulesIn = {
  light: everyRule,
  dark: { runOnly: { type: 'rule', values: ofColours } },
  // What has room beside it in a wide column may have none here.
  narrow: { runOnly: { type: 'rule', values: [ofSizes] } },
} satisfies Record<string, axe.RunOptions>;

async function violations(element: Element, rules: axe.RunOptions): Promise<string[]> {
  still(element);
  const found = await axe.run(element, { ...rules, resultTypes: ['violations'] });
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) => `${id}: ${html.slice(0, 160)}\n${failureSummary ?? ''}`,
    ),
  );
}

/**
 * No violation of WCAG 2.2 AA or best practice, light or dark; whatever is chosen reads in forced colours; and
 * nothing reaches beyond 320 px.
 */
export async function expectAccessible(element: Element): Promise<void> {
  document.body.style.setProperty('background', 'Canvas');
  for (const scheme of ['light', 'dark'] as const) {
    document.documentElement.style.setProperty('color-scheme', scheme);
    await settled();
    expect(await violations(element, rulesIn[scheme]), `axe, ${scheme}`).toEqual([]);
  }
  document.documentElement.style.removeProperty('color-scheme');
  await expectNarrow(element);
  await expectReadableWhereForced(element);
}

/** Nothing reaches outside a column, or a window, of 320 px, and all that is pressed there can be hit. */
async function expectNarrow(element: Element): Promise<void> {
  await narrow(async () => {
    const { left, right } = element.parentElement?.getBoundingClientRect() ?? { left: 0, right: 0 };
    expect(right - left).toBeLessThanOrEqual(320);
    expect(outside(element, left, right)).toEqual([]);
    expect(await violations(element, rulesIn.narrow), 'axe, 320 px').toEqual([]);
    expect(smallTargets(element), 'smaller than 24 px').toEqual([]);
  });
}

/** What scrolls by itself may be as wide as it likes inside. */
const scrolls = (element: Element): boolean =>
  ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);

const isUnseen = (element: Element): boolean => element.classList.contains('unseen');

function outside(element: Element, left: number, right: number): string[] {
  const found: string[] = [];
  const visit = (current: Element): void => {
    if (isUnseen(current) || current.matches('[popover]:not(:popover-open)')) return;
    // An open popover belongs to the window, not to its column.
    const [from, to] = current.matches(':popover-open') ? [0, innerWidth] : [left, right];
    const box = current.getBoundingClientRect();
    if (box.width > 0 && (box.left < from - 0.5 || box.right > to + 0.5)) {
      found.push(`${current.localName}.${current.className}: ${box.left}–${box.right}`);
    }
    if (current.matches(':popover-open') || scrolls(current)) return;
    for (const child of [...(current.shadowRoot?.children ?? []), ...current.children]) {
      visit(child);
    }
  };
  visit(element);
  return found;
}
