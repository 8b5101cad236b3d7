import { isGuest, type DirectoryUser } from '../people/directory.ts';

/** What Graph answers of a user when nothing is selected, and what $select may add. */
export function graphUser(person: DirectoryUser, select: readonly string[]): object {
  const [first = '', ...rest] = person.title.split(' ');
  const p = person.properties;
  const basic = {
    businessPhones: p.WorkPhone ? [p.WorkPhone] : [],
    displayName: person.title,
    givenName: first,
    jobTitle: p['SPS-JobTitle'] ?? null,
    mail: person.email,
    mobilePhone: p.CellPhone ?? null,
    officeLocation: p.Office ?? null,
    preferredLanguage: null,
    surname: rest.join(' ') || null,
    userPrincipalName: person.upn,
    id: person.id,
  };
  if (select.length === 0) return basic;
  const all: Readonly<Record<string, unknown>> = {
    ...basic,
    accountEnabled: true,
    aboutMe: p.AboutMe ?? null,
    birthday: p['SPS-Birthday'] ?? null,
    city: p['SPS-Location'] ?? null,
    companyName: p.Company ?? null,
    department: p.Department ?? null,
    hireDate: p['SPS-HireDate'] ?? null,
    employeeHireDate: p['SPS-HireDate'] ?? null,
    interests: p['SPS-Interests']?.split('|') ?? [],
    skills: p['SPS-Skills']?.split('|') ?? [],
    userType: isGuest(person.login) ? 'Guest' : 'Member',
  };
  return Object.fromEntries(select.flatMap((name) => (name in all ? [[name, all[name]]] : [])));
}
