/** Sites that are checked, with every answer that SharePoint may have. */
import type { Behaviours } from '@kantine/sharepoint-emulator';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { siteChecks } from '../check/index.ts';
import type { Answer, SiteChecks } from '../check/index.ts';
import { get } from '../wire/index.ts';
import { makeTemplate, openFolder, openOrganisation } from './organisation.ts';
import type { Actor, Folder, Organisation, Template } from './organisation.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A fact, one of its answers, and the tenant that gives it. */
export type Forced = readonly [fact: string, answer: string, behaviours: Partial<Behaviours>];

interface Contents {
  readonly lists: readonly string[];
  readonly groups: readonly string[];
}

/** A site that nobody has set up, anew for each test that opens it. */
export function checkedSite() {
  let folder: Folder;
  let template: Template;
  let organisation: Organisation;

  beforeAll(async () => {
    folder = await openFolder();
    template = await makeTemplate(folder, 'nothing');
  });
  afterEach(() => organisation.close());
  afterAll(() => folder.remove());

  return {
    async open(behaviours: Partial<Behaviours> = {}): Promise<Organisation> {
      organisation = await openOrganisation(folder, template, behaviours);
      return organisation;
    },

    contextOf: (actor: Actor) => organisation.contextOf(actor),

    /** The fetch of somebody's page. */
    fetchOf: (actor: Actor): Fetch => organisation.contextOf(actor).fetch as Fetch,

    checksOf(actor: Actor, more: { fetch?: Fetch } = {}): SiteChecks {
      return siteChecks({
        ...organisation.contextOf(actor),
        wait: async (milliseconds) => {
          organisation.clock.advance(milliseconds);
          // Another page goes on meanwhile.
          await new Promise((resolve) => setTimeout(resolve, 5));
        },
        ...more,
      });
    },

    /** What the site holds, for comparing before and after. */
    async contents(): Promise<Contents> {
      const wire = organisation.wireOf('owner');
      const titles = async (path: string): Promise<string[]> =>
        (await wire.send<readonly { Title: string }[]>(get(`${path}?$select=Title`)))
          .map(({ Title }) => Title)
          .sort();
      return { lists: await titles('web/lists'), groups: await titles('web/siteGroups') };
    },
  };
}

type Answers = ReadonlyMap<string, Answer>;

/** What an owner's page is told. */
export async function runAlone(checks: SiteChecks, rows = 0): Promise<Answers> {
  const answers = new Map<string, Answer>();
  await checks.run({ rows, tell: (answer) => void answers.set(answer.id, answer) });
  return answers;
}

export const answersOf = (answers: Answers): Record<string, string> =>
  Object.fromEntries([...answers].map(([id, { answer }]) => [id, answer]));
