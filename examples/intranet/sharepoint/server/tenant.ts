/** The example company as a SharePoint tenant. */
import type { Company, CompanyPerson } from '@kantine/company';
import type { Tenant, TenantSite, TenantUser } from '@kantine/sharepoint-emulator';
import { ownerOf } from '../../server/company.ts';

/** The site that the company lives in, and one that nobody has set up yet. */
export const companySite = '/sites/tarwijk';
export const freshSite = '/sites/nieuw';

export const loginOf = (person: string): string => `${person}@tarwijk.example`;

/** A data address as the bytes that SharePoint keeps. */
function photoOf(address: string): Pick<TenantUser, 'photo' | 'photoType'> {
  const [head = '', data = ''] = address.split(/,(.*)/s);
  const bytes = head.endsWith(';base64')
    ? Buffer.from(data, 'base64')
    : Buffer.from(decodeURIComponent(data));
  return { photo: new Uint8Array(bytes), photoType: 'image/svg+xml' };
}

const userOf = ({
  id,
  name,
  title,
  department,
  place,
  managerId,
  photo,
}: CompanyPerson): TenantUser => ({
  loginName: loginOf(id),
  title: name,
  email: loginOf(id),
  jobTitle: title,
  department,
  office: place,
  ...(managerId === undefined ? {} : { manager: loginOf(managerId) }),
  ...photoOf(photo),
});

/** @param people who is in the directory: at first everybody, later nobody who left. */
export function tenantOf(company: Company, people: readonly CompanyPerson[]): Tenant {
  const owner = loginOf(ownerOf(company).id);
  const site = (url: string, title: string): TenantSite => ({
    url,
    title,
    admins: [owner],
    owners: [owner],
    members: people.map(({ id }) => loginOf(id)).filter((login) => login !== owner),
  });
  const departments = [...new Set(people.map(({ department }) => department))];
  return {
    users: people.map(userOf),
    // Departments are groups of the directory, as in many tenants.
    groups: departments.map((title) => ({
      title,
      members: people.filter(({ department }) => department === title).map(({ id }) => loginOf(id)),
    })),
    sites: [site(companySite, company.name), site(freshSite, 'Nieuwe teamsite')],
  };
}
