import type { Row } from './rows.ts';

/** The faces in an element, row by row, and what says behind them how many they are; nobody to look up is no stop. */
export const faceRows = (root: ParentNode): readonly Row[] =>
  [...root.querySelectorAll('.faces')].map((row) => [
    ...[...row.querySelectorAll('kantine-person-name')].flatMap(
      ({ shadowRoot }) => shadowRoot?.querySelector('button') ?? [],
    ),
    ...(row.parentElement?.querySelectorAll<HTMLElement>(
      ':scope > .count, :scope > details > summary',
    ) ?? []),
  ]);
