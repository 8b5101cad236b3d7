/** What SharePoint writes into a page for the runtime to start with. */
import type { CompanyPerson } from '@kantine/company';
import type { DeployedPackage } from './app-catalog.ts';
import type { PageStore } from './pages.ts';
import type { Runtime } from './runtime.ts';
import { loginOf } from './tenant.ts';

interface Session {
  readonly origin: string;
  /** Server-relative address of the site. */
  readonly site: string;
  readonly token: string;
}

interface Preload {
  readonly session: Session;
  readonly person: CompanyPerson;
  readonly people: readonly CompanyPerson[];
  readonly runtime: Runtime;
  readonly app: DeployedPackage;
  readonly pages: PageStore;
}

interface WebInfo {
  readonly Id: string;
  readonly Title: string;
  readonly CurrentUser: { readonly Id: number };
  readonly EffectiveBasePermissions: { readonly High: string; readonly Low: string };
}

/** Asks the farm as this person's browser would. */
async function ask<T>({ origin, site, token }: Session, path: string, method = 'GET'): Promise<T> {
  const headers = {
    authorization: `Bearer ${token}`,
    accept: 'application/json;odata=nometadata',
  };
  const response = await fetch(`${origin}${site}/_api/${path}`, { method, headers });
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
  return (await response.json()) as T;
}

export async function preload({ session, person, people, runtime, app, pages }: Preload) {
  const fields = 'Id,Title,EffectiveBasePermissions,CurrentUser/Id';
  const web = await ask<WebInfo>(session, `web?$select=${fields}&$expand=CurrentUser`);
  const digest = await ask<{ FormDigestValue: string; FormDigestTimeoutSeconds: number }>(
    session,
    'contextinfo',
    'POST',
  );
  const masks = {
    High: Number(web.EffectiveBasePermissions.High),
    Low: Number(web.EffectiveBasePermissions.Low),
  };
  const address = `${session.origin}${session.site}`;
  return {
    loaders: runtime.loaders,
    token: session.token,
    people: people.map(({ id, name, title }) => ({ id, name, title })),
    person: { id: person.id, name: person.name, title: person.title },
    sites: pages.sites,
    site: session.site,
    webParts: app.manifests,
    data: {
      clientSideApplicationId: '8be81a5c-af38-4bb2-af97-afa3b64dfbed',
      buildNumber: 'local',
      manifests: runtime.manifests,
      contextWebInfo: digest,
      spPageContextInfo: {
        ...whereAndWho(address, session.site, web, person),
        ...nowhere,
        webPermMasks: masks,
        listPermsMask: masks,
        pagePermsMask: masks,
        formDigestValue: digest.FormDigestValue,
        formDigestTimeoutSeconds: digest.FormDigestTimeoutSeconds,
        serverTime: new Date().toISOString(),
      },
    },
  };
}

const whereAndWho = (address: string, site: string, web: WebInfo, person: CompanyPerson) => ({
  siteAbsoluteUrl: address,
  siteServerRelativeUrl: site,
  webAbsoluteUrl: address,
  webServerRelativeUrl: site,
  webId: web.Id,
  siteId: web.Id,
  webTitle: web.Title,
  webTemplate: '68',
  webLanguage: 1033,
  webLanguageName: 'en-US',
  serverRequestPath: `${site}/SitePages/Home.aspx`,
  listUrl: `${site}/SitePages`,
  listTitle: 'Site Pages',
  pageItemId: 1,
  userId: web.CurrentUser.Id,
  userDisplayName: person.name,
  userEmail: loginOf(person.id),
  userLoginName: loginOf(person.id),
  userPrincipalName: loginOf(person.id),
  systemUserKey: `i:0h.f|membership|${loginOf(person.id)}`,
});

const noId = '00000000-0000-4000-b000-000000000000';

/** What a page of a tenant knows and ours does not. */
const nowhere = {
  aadInstanceUrl: 'https://login.windows.net',
  aadTenantId: noId,
  aadSessionId: noId,
  aadUserId: noId,
  siteSubscriptionId: noId,
  CorrelationId: noId,
  listId: noId,
  cdnPrefix: '',
  cloudType: 'prod',
  env: 'prod',
  env2: 'prod',
  farmLabel: 'local',
  ExpFeatures: [],
  // What needs files that are not on npm, and a tenant that signs people in, is off.
  killSwitches: {
    // The panel of the workbench; the page has its own.
    'a3f45048-0db5-4b7c-9a9a-e3183d216c4d': true,
    // Tokens of Entra ID for other services.
    '2bf3e1ce-55da-4552-bc41-e3d072202d3c': true,
    // Counting how many requests web parts send.
    'c76f25a9-9d5a-4860-8883-fcacc64a0b19': true,
  },
  featureInfo: [],
  isAnonymousGuestUser: false,
  isExternalGuestUser: false,
  isAppWeb: false,
  isNoScriptEnabled: true,
};
