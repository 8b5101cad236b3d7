/** A person as the site and the profile service know them. */
import type { DirectoryPerson, PersonId } from '@kantine/core';

export interface SiteUser {
  readonly Id: number;
  readonly LoginName: string;
  readonly Title: string;
  readonly Email: string;
  readonly PrincipalType: number;
}

export interface Profile {
  readonly AccountName: string;
  readonly DisplayName: string;
  readonly Email: string;
  readonly Title: string | null;
  readonly UserProfileProperties: readonly { readonly Key: string; readonly Value: string }[];
}

/** @returns the value of a profile property, unless it is empty. */
export function propertyOf(
  { UserProfileProperties }: Profile,
  ...keys: readonly string[]
): string | undefined {
  const values = keys.map((key) => UserProfileProperties.find(({ Key }) => Key === key)?.Value);
  return values.find((value) => value !== undefined && value !== '');
}

/** @param profile absent for somebody who left: the site remembers a name, the directory does not. */
export function personOf(
  webUrl: string,
  { Id, Title, Email, LoginName }: SiteUser,
  profile: Profile | undefined,
  manager: PersonId | undefined,
): DirectoryPerson {
  if (!profile) return { id: String(Id), name: Title, active: false };
  const account = LoginName.slice(LoginName.lastIndexOf('|') + 1);
  const email = firstOf(profile.Email, Email);
  const optional = {
    title: firstOf(profile.Title, propertyOf(profile, 'SPS-JobTitle', 'Title')),
    department: propertyOf(profile, 'Department', 'SPS-Department'),
    place: propertyOf(profile, 'Office', 'SPS-Location'),
    email,
    photo: `${webUrl}/_layouts/15/userphoto.aspx?size=M&accountname=${encodeURIComponent(account)}`,
    manager,
  };
  return {
    id: String(Id),
    name: firstOf(profile.DisplayName, Title) ?? account,
    active: true,
    ...withoutAbsent(optional),
  };
}

/** SharePoint leaves texts empty where it knows nothing. */
const firstOf = (...texts: readonly (string | null | undefined)[]): string | undefined =>
  texts.find((text) => text !== null && text !== undefined && text !== '') ?? undefined;

type Present<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

const withoutAbsent = <T extends object>(fields: T): Present<T> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Present<T>;
