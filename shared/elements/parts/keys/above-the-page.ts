/** Whether Escape closes something that lies above the page, a menu say, and nothing else. */
export const isAboveThePage = (event: Event): boolean =>
  event
    .composedPath()
    .some((at) => at instanceof ShadowRoot && at.querySelector(':popover-open, dialog[open]'));
