/** Tries on a site what nobody promises of SharePoint, and says what it answers. */
import { Forbidden } from '@kantine/core';
import { environmentOf, isOwner, openWire } from '../wire/index.ts';
import type { SharePointContext } from '../wire/index.ts';
import type { CheckOptions, SiteChecks } from './answer.ts';
import { groupChecks } from './groups.ts';
import { help } from './help.ts';
import { colleagueFacts } from './colleague.ts';
import { invite } from './invite.ts';
import { listChecks } from './lists.ts';
import { longChecks, tryLong } from './long.ts';
import { requestChecks } from './requests.ts';
import { sweep } from './scratch.ts';
import { answerTo } from './site.ts';
import type { Check, CheckedSite } from './site.ts';

export interface CheckContext extends SharePointContext {
  /** The address of the page that asks; that of the site unless told otherwise. */
  readonly pageUrl?: string;
}

const checks: readonly Check[] = [...requestChecks, ...listChecks, ...groupChecks];

/** Every fact with the answers that it may have, beside `failed`. */
export const checkFacts: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries([...checks, ...longChecks].map(({ id, answers }) => [id, answers])),
  ...colleagueFacts,
};

export function siteChecks(context: CheckContext): SiteChecks {
  const environment = environmentOf(context);
  const wire = openWire(environment);
  const site = { environment, wire, pageUrl: context.pageUrl ?? environment.webUrl };
  const demandOwner = async (): Promise<void> => {
    if (!(await isOwner(wire))) throw new Forbidden('this site');
  };
  return {
    alone: checks.map(({ id }) => id),
    long: Object.fromEntries(longChecks.map(({ id, rows }) => [id, rows])),
    withColleague: Object.keys(colleagueFacts),
    async run(options) {
      await demandOwner();
      await sweep(site);
      await runAll(site, options);
    },
    async invite() {
      await demandOwner();
      return invite(site);
    },
    help: (token, tell = () => undefined) => help(site, token, tell),
  };
}

async function runAll(site: CheckedSite, options: CheckOptions): Promise<void> {
  const { tell, signal, rows = 0 } = options;
  for (const check of checks) {
    if (signal?.aborted === true) return;
    tell(await answerTo(check.id, () => check.run(site)));
  }
  if (rows > 0 && signal?.aborted !== true) await tryLong(site, { ...options, rows });
}
