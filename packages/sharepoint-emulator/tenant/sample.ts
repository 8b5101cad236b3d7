import type { Tenant } from './tenant.ts';

/** A small company for `node main.ts`: one person for each role of a site, and a stranger to it. */
export const SAMPLE_TENANT: Tenant = {
  host: 'contoso.sharepoint.test',
  users: [
    {
      loginName: 'ada@contoso.test',
      title: 'Ada Lovelace',
      jobTitle: 'Head of Computing',
      department: 'Research',
    },
    {
      loginName: 'ben@contoso.test',
      title: 'Ben Okri',
      jobTitle: 'Engineer',
      department: 'Research',
      manager: 'ada@contoso.test',
    },
    {
      loginName: 'cleo@contoso.test',
      title: 'Cleo Sand',
      jobTitle: 'Writer',
      department: 'Communication',
      manager: 'ada@contoso.test',
    },
    { loginName: 'dan@contoso.test', title: 'Dan Vega', jobTitle: 'Guest', department: 'Partners' },
  ],
  sites: [
    {
      url: '/sites/intranet',
      title: 'Intranet',
      admins: ['ada@contoso.test'],
      owners: ['ada@contoso.test'],
      members: ['ben@contoso.test'],
      visitors: ['cleo@contoso.test'],
    },
  ],
};
