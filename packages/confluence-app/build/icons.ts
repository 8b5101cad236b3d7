import type { Widget } from '@kantine/elements/registry';

/** The icon of a widget's modules: lines in Kantine's green. */
export const iconOf = ({ icon }: Widget): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="#0b6b5d" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${icon}</svg>\n`;
