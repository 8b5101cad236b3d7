/** What is pressed, chosen or highlighted, in a palette that the reader forces upon every page. */
import type {} from '../../tooling/browser-commands.ts';
import { expect } from 'vitest';
import { commands } from 'vitest/browser';
import { everyElement, still } from './mount.ts';

/** What must read at this ratio of contrast, and look different from what is not chosen. */
const chosen = [
  '[aria-pressed="true"]',
  '[aria-selected="true"]',
  '[aria-checked="true"]',
  '[aria-current]:not([aria-current="false"])',
  '.chosen',
  'label:has(input:checked)',
].join();
const leastContrast = 7;

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

function colourOf(text: string): Colour {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue, alpha];
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance([red, green, blue]: Colour): number {
  const linear = (part: number): number => {
    const of1 = part / 255;
    return of1 <= 0.04045 ? of1 / 12.92 : ((of1 + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const above = (element: Element): Element | null =>
  element.assignedSlot ??
  element.parentElement ??
  (element.getRootNode() instanceof ShadowRoot ? (element.getRootNode() as ShadowRoot).host : null);

const over = ([red, green, blue, alpha]: Colour, [r, g, b]: Colour): Colour => [
  red * alpha + r * (1 - alpha),
  green * alpha + g * (1 - alpha),
  blue * alpha + b * (1 - alpha),
  1,
];

/** The colour that stands behind an element's text: what lets others through lies over them. */
function ground(element: Element | null): Colour {
  if (!element) return colourOf(getComputedStyle(document.body).backgroundColor);
  const colour = colourOf(getComputedStyle(element).backgroundColor);
  return colour[3] === 1 ? colour : over(colour, ground(above(element)));
}

const hasOwnText = (element: Element): boolean =>
  [...element.childNodes].some(
    (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
  );

function hardToRead(element: Element): string[] {
  return [...everyElement(element)]
    .filter((each) => each.checkVisibility() && (each === element || hasOwnText(each)))
    .flatMap((each) => {
      const ratio = contrast(colourOf(getComputedStyle(each).color), ground(each));
      if (ratio >= leastContrast) return [];
      return [
        `${each.localName}.${each.className}, ${ratio.toFixed(2)}: ${each.outerHTML.slice(0, 120)}`,
      ];
    });
}

/** Whether something but its colours says so: a radio button that is filled, a step that is underlined. */
const saysSo = (element: Element): boolean =>
  element.querySelector('input:checked') !== null || element.matches('[aria-current]');

/** As the palette has it. */
function highlightColour(): string {
  const item = document.createElement('i');
  item.style.setProperty('background', 'Highlight');
  item.style.setProperty('forced-color-adjust', 'none');
  document.body.append(item);
  const { backgroundColor } = getComputedStyle(item);
  item.remove();
  return backgroundColor;
}

/** Everything that is chosen reads at 7 : 1 in forced colours, and has the palette's colour of what is chosen. */
export async function expectReadableWhereForced(root: Element): Promise<void> {
  const found = [...everyElement(root)].filter(
    (element) => element.matches(chosen) && element.checkVisibility(),
  );
  if (found.length === 0) return;
  await commands.forceColours(true);
  try {
    still(root);
    const highlight = highlightColour();
    expect(found.flatMap(hardToRead), 'contrast in forced colours').toEqual([]);
    const alike = found.filter(
      (element) => !saysSo(element) && getComputedStyle(element).backgroundColor !== highlight,
    );
    expect(
      alike.map(({ outerHTML }) => outerHTML.slice(0, 160)),
      'looks chosen',
    ).toEqual([]);
  } finally {
    await commands.forceColours(false);
  }
}
