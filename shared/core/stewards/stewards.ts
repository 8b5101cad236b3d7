/**
 * The stewards of a group, for everything that asks who they are. A closed group's are the host's to know, and
 * write at its desk; an open one's follow from its founder and from acts.
 */
import { deskOf, groupContainer, isClosed } from '../kernel/container.ts';
import type { ContainerId } from '../kernel/container.ts';
import { Forbidden } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import type { PersonId, Stamp } from '../kernel/record.ts';
import { momentOf, termsOf } from './log.ts';
import type { StewardLog, Terms } from './log.ts';
import { readLog } from './read-log.ts';
import type { KnownActs } from './read-log.ts';

export interface Stewards {
  /** Those whom the host or the log names; of a closed group nobody where the host tells no member. */
  readonly people: readonly PersonId[];
  /** Whether the reader is one. */
  readonly areMe: boolean;
  /** Whether the reader writes at the desk: in a closed group a steward, in an open one an owner of the host. */
  readonly mayWriteDesk: boolean;
  /**
   * Whether a row, an act or a mark say, is by somebody who was a steward when they wrote it. What lies on the
   * desk is, by where it lies.
   */
  isStewardAct(record: Stamp): boolean;
  /** Of an open group: what their terms are, and what these follow from. */
  readonly terms?: Terms;
  readonly log?: StewardLog;
}

async function deskRight({ containers }: Host, desk: ContainerId): Promise<boolean> {
  return (await containers.rights([desk])).get(desk) === 'write';
}

async function ofClosed(host: Host, group: ContainerId): Promise<Stewards> {
  const desk = deskOf(group);
  const [mayWriteDesk, members] = await Promise.all([
    deskRight(host, desk),
    host.containers.members(group),
  ]);
  return {
    people: members.filter(({ role }) => role === 'steward').map(({ person }) => person),
    areMe: mayWriteDesk,
    mayWriteDesk,
    isStewardAct: ({ container }) => container === desk,
  };
}

/** What the terms of an open group's stewards say of rows. */
export const actsOfTerms =
  (container: ContainerId, terms: Terms) =>
  (record: Stamp): boolean =>
    record.container === deskOf(container) ||
    (record.container === container && terms.includes(record.author, momentOf(record)));

async function ofOpen(host: Host, group: string, known: KnownActs): Promise<Stewards> {
  const container = groupContainer(group);
  const [mayWriteDesk, log, me] = await Promise.all([
    deskRight(host, deskOf(container)),
    readLog(host, group, known),
    host.identity.me(),
  ]);
  const terms = termsOf(log);
  return {
    people: [...terms.now.keys()],
    areMe: terms.now.has(me),
    mayWriteDesk,
    isStewardAct: actsOfTerms(container, terms),
    terms,
    log,
  };
}

/**
 * Who the stewards of a group are, and whether the reader is one.
 * @throws Forbidden to who may not read it
 */
export const stewardsOf = (host: Host, group: string, known?: KnownActs): Promise<Stewards> =>
  isClosed(group) ? ofClosed(host, group) : ofOpen(host, group, known);

/**
 * Where the reader writes an act of a steward: at the desk if they may, else in the open group's container.
 * @throws Forbidden to who is no steward and writes at no desk
 */
export function placeOfAct(group: string, { areMe, mayWriteDesk }: Stewards): ContainerId {
  const container = groupContainer(group);
  if (mayWriteDesk) return deskOf(container);
  if (areMe) return container;
  throw new Forbidden(`what stewards of group ${group} do`);
}
