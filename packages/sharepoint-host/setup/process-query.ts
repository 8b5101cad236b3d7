/**
 * The one thing that REST cannot do: to make a site group the owner of a site group (REST's
 * SetUserAsOwner takes people alone, and an Owner that is sent is passed over). It is asked of the
 * client object model, [MS-CSOM], in the form that PnPjs's users have settled on:
 * https://github.com/pnp/pnpjs/issues/969, https://github.com/SharePoint/sp-dev-docs/issues/5031
 */
import { KantineError } from '@kantine/core';
import { get, post } from '../wire/index.ts';
import type { Site } from './site.ts';

/** The factory that makes objects of a site collection from their names. */
const factory = '740c6a0b-85e2-48a0-a494-e0f1759d4aa7';

interface Answered {
  readonly ErrorInfo?: { readonly ErrorMessage: string } | null;
}

/** The request that makes one group the owner of some. */
function requestFor(siteId: string, owner: number, groups: readonly number[]): string {
  const identity = (path: number, group: number): string =>
    `<Identity Id="${path}" Name="${factory}:site:${siteId}:g:${group}" />`;
  const actions = groups.map((_, at) => {
    const path = 2 + at;
    return (
      `<SetProperty Id="${100 + 2 * at}" ObjectPathId="${path}" Name="Owner"><Parameter ObjectPathId="1" /></SetProperty>` +
      `<Method Name="Update" Id="${101 + 2 * at}" ObjectPathId="${path}" />`
    );
  });
  const paths = [identity(1, owner), ...groups.map((group, at) => identity(2 + at, group))];
  return (
    '<Request AddExpandoFieldTypeSuffix="true" SchemaVersion="15.0.0.0" LibraryVersion="16.0.0.0" ApplicationName="Kantine" xmlns="http://schemas.microsoft.com/sharepoint/clientquery/2009">' +
    `<Actions>${actions.join('')}</Actions><ObjectPaths>${paths.join('')}</ObjectPaths></Request>`
  );
}

/** The site did not let Kantine hand a group over to its stewards. Nothing was given to anybody. */
export const ownerRefused = (cause: unknown): KantineError =>
  new KantineError(
    'Conflict',
    { what: 'the owner of a site group' },
    'SharePoint did not make the stewards the owners of their group. Nothing was given to anybody. Ask the administrator of SharePoint whether scripts may use client.svc, and try again.',
    { cause },
  );

/** Makes one site group the owner of some. @throws KantineError with a sentence for the person who tried */
export async function setGroupOwner(
  { wire, environment }: Site,
  owner: number,
  groups: readonly number[],
): Promise<void> {
  const { webUrl, fetch } = environment;
  const site = await wire.send<{ Id: string }>(get('site?$select=Id'));
  const { FormDigestValue } = await wire.send<{ FormDigestValue: string }>(post('contextinfo'));
  const response = await fetch(`${webUrl}/_vti_bin/client.svc/ProcessQuery`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/xml', 'X-RequestDigest': FormDigestValue },
    credentials: 'same-origin',
    body: requestFor(site.Id, owner, groups),
  }).catch((error: unknown) => {
    throw ownerRefused(error);
  });
  if (!response.ok) throw ownerRefused(new Error(`${response.status} ${response.statusText}`));
  const [answered] = (await response.json().catch((): Answered[] => [])) as readonly Answered[];
  if (answered?.ErrorInfo) throw ownerRefused(new Error(answered.ErrorInfo.ErrorMessage));
}
