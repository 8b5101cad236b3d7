/** The stewards of a group as people see them. */
import { isClosed } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import { peopleFinder } from '../people/person.ts';
import type { PersonSummary } from '../people/person.ts';
import { stewardsOf } from './stewards.ts';

export interface StewardView {
  readonly person: PersonSummary;
  readonly isFounder?: true;
  /** Whether the reader may dismiss them. */
  readonly mayDismiss: boolean;
}

export interface StewardsView {
  /** In the order in which they became stewards. Of a closed group nobody where the host tells no member. */
  readonly stewards: readonly StewardView[];
  /** Whether the reader is one. */
  readonly areMe: boolean;
  /** Whether the reader acts as a steward does: an owner of the host does, in an open group. */
  readonly mayAct: boolean;
  /** Whether the reader appoints stewards here. Those of closed groups are let in as such. */
  readonly mayAppoint: boolean;
  /** Whether hidden words are kept back from who reads the rows by hand. */
  readonly holdsBack: boolean;
}

export async function readStewards(host: Host, group: string): Promise<StewardsView> {
  const { people, areMe, mayWriteDesk, log } = await stewardsOf(host, group);
  const [person, me] = await Promise.all([
    peopleFinder(host.directory, people),
    host.identity.me(),
  ]);
  const mayAppoint = !isClosed(group) && (areMe || mayWriteDesk);
  const mayDismiss = (id: string): boolean =>
    mayAppoint && (mayWriteDesk || (people.length > 1 && (id !== log?.founder || id === me)));
  return {
    stewards: people.map((id) => ({
      person: person(id),
      ...(id === log?.founder ? { isFounder: true } : {}),
      mayDismiss: mayDismiss(id),
    })),
    areMe,
    mayAct: areMe || mayWriteDesk,
    mayAppoint,
    holdsBack: host.supports.holdsBack,
  };
}
