/** What plain requests show: headers, filters, codes, the people search. */
import { askPage } from '../store/ask.ts';
import { get, hasCode, post, thresholdCode } from '../wire/index.ts';
import { addColumn, column, withList } from './scratch.ts';
import { detailOf, tried, withDetail } from './site.ts';
import type { Check, CheckedSite, Found } from './site.ts';

/** No site has so many people. */
const nobody = 2_147_400_000;

async function dateHeader({ environment }: CheckedSite): Promise<Found> {
  const { fetch, webUrl } = environment;
  const response = await fetch(`${webUrl}/_api/web?$select=Id`, {
    method: 'GET',
    headers: { Accept: 'application/json;odata=nometadata' },
    credentials: 'same-origin',
  });
  return Number.isNaN(Date.parse(response.headers.get('date') ?? '')) ? 'missing' : 'sent';
}

/** Reads the policy that the page came with. */
async function pagePolicy({ environment, pageUrl }: CheckedSite): Promise<Found> {
  const response = await environment.fetch(pageUrl, { method: 'GET', credentials: 'same-origin' });
  if (!response.ok) return withDetail('failed', `${response.status}`);
  if (response.headers.has('content-security-policy')) return 'enforced';
  return response.headers.has('content-security-policy-report-only') ? 'reported' : 'none';
}

const severalTitles = (site: CheckedSite): Promise<Found> =>
  withList(site, async (list) => {
    const { Title } = await site.wire.send<{ Title: string }>(get(`${list}?$select=Title`));
    const filter = encodeURIComponent(`Title eq '${Title}' or Title eq '${Title}x'`);
    const { value, detail } = await tried(() =>
      site.wire.send<readonly unknown[]>(get(`web/lists?$select=Title&$filter=${filter}`)),
    );
    return value?.length === 1 ? 'works' : withDetail('refused', detail);
  });

async function missingPerson({ wire }: CheckedSite): Promise<Found> {
  const { status, detail } = await tried(() => wire.send(get(`web/getUserById(${nobody})`)));
  return withDetail(status === 500 ? 'serverError' : 'notFound', detail);
}

interface SiteUser {
  readonly Id: number;
  readonly LoginName: string;
}

interface SearchAnswer {
  readonly PrimaryQueryResult: { readonly RelevantResults: { readonly TotalRows: number } };
}

/** "Local People Results". */
const peopleSource = 'b09a7990-05ea-4af9-81ef-edfab16c4e31';

/** So many of those who came last are looked for. */
const newest = 5;

const picker =
  'SP.UI.ApplicationPages.ClientPeoplePickerWebServiceInterface.ClientPeoplePickerSearchUser';

/** The site remembers people who are gone; the people picker does not find them. */
async function isInDirectory({ wire }: CheckedSite, login: string): Promise<boolean> {
  const queryParams = {
    QueryString: login.slice(login.lastIndexOf('|') + 1),
    MaximumEntitySuggestions: 5,
    AllowEmailAddresses: false,
    AllowMultipleEntities: false,
    PrincipalSource: 15,
    PrincipalType: 1,
  };
  const found = await wire.send<string>(post(picker, { queryParams }));
  return (JSON.parse(found) as readonly { Key: string }[]).some(
    ({ Key }) => Key.toLowerCase() === login.toLowerCase(),
  );
}

/** Looks for those whom the site met last: a search that lags behind lacks them first. */
async function peopleSearch(site: CheckedSite): Promise<Found> {
  const { wire } = site;
  const users = await wire.send<readonly SiteUser[]>(
    get(`web/siteUsers?$select=Id,LoginName&$filter=${encodeURIComponent('PrincipalType eq 1')}`),
  );
  const logins = users
    .filter(({ LoginName }) => /\|membership\|(?!.*#ext#)/i.test(LoginName))
    .toSorted((one, other) => other.Id - one.Id)
    .slice(0, newest)
    .map(({ LoginName }) => LoginName);
  let lacking = 0;
  const { isDone, detail } = await tried(async () => {
    for (const login of logins) {
      const query = encodeURIComponent(`'AccountName:"${login.replaceAll("'", "''")}"'`);
      const answer = await wire.send<SearchAnswer>(
        get(`search/query?querytext=${query}&sourceid='${peopleSource}'&rowlimit=1`),
      );
      const isLacking = answer.PrimaryQueryResult.RelevantResults.TotalRows === 0;
      if (isLacking && (await isInDirectory(site, login))) lacking += 1;
    }
  });
  if (!isDone) return withDetail('refused', detail);
  return lacking === 0 ? 'current' : { answer: 'behind', detail: `${lacking} of ${logins.length}` };
}

/** Where a page goes on behind a value that no row has. */
export async function askBehind(
  { wire }: CheckedSite,
  list: string,
  texts: readonly [behind: string, first: string, next: string],
): Promise<Found> {
  const [behind, first, next] = texts;
  const after = { id: 1, text: behind };
  const { value: rows = [], error } = await tried(() =>
    wire.send<readonly Readonly<Record<string, string>>[]>(
      askPage(list, { select: ['ID', column], by: column, order: 'ascending', after, top: 1 }),
    ),
  );
  // Whether lists of this length can be sorted at all is another fact.
  if (hasCode(error, thresholdCode)) throw error as Error;
  if (error) return withDetail('refused', detailOf(error));
  const [row] = rows;
  return row?.[column] === next
    ? 'works'
    : withDetail('ignored', row?.[column] === first ? '' : 'other row');
}

const pageTokens = (site: CheckedSite): Promise<Found> =>
  withList(site, async (list) => {
    await addColumn(site, list, "Indexed='TRUE'");
    for (const text of ['a', 'c', 'e']) {
      await site.wire.send(post(`${list}/items`, { Title: text, [column]: text }));
    }
    return askBehind(site, list, ['d', 'a', 'e']);
  });

export const requestChecks: readonly Check[] = [
  { id: 'dateHeader', answers: ['sent', 'missing'], run: dateHeader },
  { id: 'pagePolicy', answers: ['enforced', 'reported', 'none'], run: pagePolicy },
  { id: 'severalTitles', answers: ['works', 'refused'], run: severalTitles },
  { id: 'pageTokens', answers: ['works', 'refused', 'ignored'], run: pageTokens },
  { id: 'missingPerson', answers: ['notFound', 'serverError'], run: missingPerson },
  { id: 'peopleSearch', answers: ['current', 'behind', 'refused'], run: peopleSearch },
];
