import { absolute, type Context } from '../context/context.ts';
import type { DirectoryUser } from '../people/directory.ts';

/** Managed properties of the people source, as the default search schema maps them. */
export function managedProperties(
  context: Context,
  person: DirectoryUser,
): Readonly<Record<string, string>> {
  const [first = '', ...rest] = person.title.split(' ');
  const { properties } = person;
  const site = absolute(context, '/');
  return {
    Title: person.title,
    PreferredName: person.title,
    FirstName: first,
    LastName: rest.join(' '),
    AccountName: person.login,
    UserName: person.upn,
    WorkEmail: person.email,
    JobTitle: properties['SPS-JobTitle'] ?? '',
    Department: properties.Department ?? '',
    OfficeNumber: properties.Office ?? '',
    BaseOfficeLocation: properties.Office ?? '',
    WorkPhone: properties.WorkPhone ?? '',
    MobilePhone: properties.CellPhone ?? '',
    AboutMe: properties.AboutMe ?? '',
    UserProfile_GUID: person.id,
    AADObjectID: person.id,
    PictureURL: `${site}/_layouts/15/userphoto.aspx?size=M&accountname=${encodeURIComponent(person.email)}`,
    Path: `${site}/person.aspx?accountname=${encodeURIComponent(person.login)}`,
  };
}

/** What free words are looked for in. */
export const SEARCHED = [
  'PreferredName',
  'AccountName',
  'WorkEmail',
  'JobTitle',
  'Department',
  'OfficeNumber',
  'AboutMe',
] as const;
