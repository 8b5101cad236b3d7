import { isComposing } from '../../kit/composing.ts';

/** Whether Escape closes something that lies above the page, a menu or an input method's list, and nothing else. */
export const isAboveThePage = (event: KeyboardEvent): boolean =>
  isComposing(event) ||
  event
    .composedPath()
    .some((at) => at instanceof ShadowRoot && at.querySelector(':popover-open, dialog[open]'));
