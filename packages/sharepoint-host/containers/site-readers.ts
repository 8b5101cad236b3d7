/**
 * What is asked about those who read a site, with the first questions of a page. What it means is fetched
 * meanwhile.
 */
import type { Audience } from '@kantine/core';
import { columns } from '../schema/index.ts';
import { readersKey, rowBy } from '../setup/index.ts';
import type { Site } from '../setup/index.ts';
import { get, getBare } from '../wire/index.ts';

/** For how long readers are taken for the same: a page may stay open for days. In milliseconds. */
const life = 10 * 60_000;

/** The groups that SharePoint makes with every site, in the order in which they are asked about. */
const groups = ['Owner', 'Member', 'Visitor'];
/** More people than this are told by the name of their group. */
export const mostUsers = 200;

/** The audience of all that is open on a site. @returns a question that is asked again after some minutes. */
export function siteReaders({ wire, environment }: Site): () => Promise<Audience> {
  let asked: Promise<Audience> | undefined;
  let until = 0;
  let last: { readonly audience: Audience; readonly at: number } | undefined;

  async function ask(): Promise<Audience> {
    const answers = wire.batch([
      getBare(rowBy({ environment }, readersKey, columns.fields)),
      getBare('web?$select=Title'),
      ...groups.map((group) =>
        get(
          `web/associated${group}Group/users?$select=Id,Title,LoginName,PrincipalType&$top=${mostUsers + 1}`,
        ),
      ),
    ]);
    const [{ audienceIn }, outcomes] = await Promise.all([
      import(/* webpackChunkName: 'audience' */ './audience.ts'),
      answers,
    ]);
    return audienceIn(outcomes);
  }

  return async () => {
    if (!asked || environment.now() > until) {
      until = environment.now() + life;
      asked = ask();
    }
    const audience: Audience = await asked.catch(() => ({ known: false, kind: 'nothing' }));
    if (audience.kind !== 'nothing') {
      last = { audience, at: until - life };
      return audience;
    }
    until = 0;
    return last ? { ...audience, last } : audience;
  };
}
