import type { Row } from './rows.ts';

/** The faces in an element, row by row; nobody to look up is no stop. */
export const faceRows = (root: ParentNode): readonly Row[] =>
  [...root.querySelectorAll('.faces')].map((row) =>
    [...row.querySelectorAll('kantine-person-name')].flatMap(
      ({ shadowRoot }) => shadowRoot?.querySelector('button') ?? [],
    ),
  );
