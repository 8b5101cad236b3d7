/** What is pressed can be hit: with a finger, or with a hand that trembles. */
import { everyElement } from './mount.ts';

/** https://www.w3.org/TR/WCAG22/#target-size-minimum, without its exception for what has room around it. */
const least = 24;
/** Layout rounds. */
const nearly = least - 0.5;

const pressed = 'a[href], button, summary, select, textarea, input, [role="option"]';

/** A link in a sentence is as high as its line. */
const isInSentence = (element: Element): boolean =>
  element.localName === 'a' && getComputedStyle(element).display === 'inline';

/** Where a press counts: a label presses the field that it holds. */
const areaOf = (element: Element): DOMRect =>
  (element.closest('label') ?? element).getBoundingClientRect();

/** What has less than 24 pixels to be hit, in an element and all that it holds. */
export function smallTargets(root: Element): string[] {
  return [...everyElement(root)].flatMap((element) => {
    if (!element.matches(pressed) || element.closest('.unseen') || isInSentence(element)) return [];
    if (!element.checkVisibility({ contentVisibilityAuto: true })) return [];
    const { width, height } = areaOf(element);
    if (width === 0 || (width >= nearly && height >= nearly)) return [];
    return [
      `${element.localName}.${element.className}, ${width} x ${height}: ${element.outerHTML.slice(0, 160)}`,
    ];
  });
}
