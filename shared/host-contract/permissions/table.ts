/** The matrix as docs/host-contract.md shows it. */
import { actions, aroundClosed, insideOpen, mayDo } from './matrix.ts';
import type { Action, Actor, GroupKind, HostsOwn } from './matrix.ts';

const elsewhere: HostsOwn = { closedLetters: 'stewards', areOwnersInside: false };
const onSharePoint: HostsOwn = { closedLetters: 'owners', areOwnersInside: true };

const word = (may: boolean | undefined): string => (may === undefined ? '–' : may ? 'yes' : 'no');

function cell(action: Action, actor: Actor, kind: GroupKind): string {
  const [usual, there] = [elsewhere, onSharePoint].map((host) =>
    word(mayDo(action, actor, kind, host)),
  );
  return usual === there ? `${usual}` : `${usual}; SharePoint ${there}`;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** @returns the lines of a table in Markdown. */
export function matrixTable(kind: GroupKind): readonly string[] {
  const actors = kind === 'open' ? insideOpen : aroundClosed;
  return [
    row(['Action', ...actors]),
    row(['Action', ...actors].map(() => '---')),
    ...actions.map((action) => row([action, ...actors.map((actor) => cell(action, actor, kind))])),
  ];
}
