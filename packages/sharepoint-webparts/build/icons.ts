/** The icon of a widget as SharePoint and Teams show it. */
import type { Widget } from '@kantine/elements/registry';

/** Kantine's green. */
const green = '#0b6b5d';

const drawing = ({ icon }: Widget, colour: string, transform: string): string =>
  `<g transform="${transform}" fill="none" stroke="${colour}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${icon}</g>`;

const svg = (size: number, ...parts: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}">${parts.join('')}</svg>`;

/** A tile of SharePoint's toolbox. */
const tile = (widget: Widget): string =>
  svg(
    38,
    `<rect width="38" height="38" rx="7" fill="${green}"/>`,
    drawing(widget, '#fff', 'translate(7 7)'),
  );

/** @returns the tile as an address that a manifest may hold. */
export const tileAddress = (widget: Widget): string =>
  `data:image/svg+xml,${tile(widget)
    .replaceAll('"', '%22')
    .replaceAll('<', '%3C')
    .replaceAll('>', '%3E')
    .replaceAll('#', '%23')}`;

/** The two pictures that Teams asks for, as SVG: in colour without transparency, and as a white outline. */
export const teamsPictures = (
  widget: Widget,
): { readonly color: string; readonly outline: string } => ({
  color: svg(
    192,
    `<rect width="192" height="192" fill="${green}"/>`,
    drawing(widget, '#fff', 'translate(24 24) scale(6)'),
  ),
  outline: svg(32, drawing(widget, '#fff', 'translate(4 4)')),
});
