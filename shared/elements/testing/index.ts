export { expectAccessible } from './accessible.ts';
export { callsAfter } from './calls.ts';
export { cast } from './cast.ts';
export type { Role } from './cast.ts';
export {
  everyElement,
  expectFocusKept,
  focused,
  focusedName,
  mount,
  mountTemplate,
  press,
  pressKey,
  settled,
  shownText,
} from './mount.ts';
export { hears } from './heard.ts';
export { floodOfThanks } from './flood.ts';
export { stage } from './stage.ts';
export type { Stage } from './stage.ts';
