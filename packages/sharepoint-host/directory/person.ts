/** A person as far as the page knows them. */
import type { DirectoryPerson, PersonId } from '@kantine/core';

/** What SharePoint tells of a user of a site. */
export interface SiteUser {
  readonly Id: number;
  readonly LoginName: string;
  readonly Title: string;
  readonly Email: string;
  readonly PrincipalType: number;
}

/** What somebody does here, as the directory of the tenant tells it. */
export type Work = Pick<DirectoryPerson, 'active' | 'title' | 'department' | 'place' | 'email'>;

export interface Known {
  /** The number that rows bear; of somebody whom the site has not met, their login. */
  readonly id: PersonId;
  readonly name: string;
  readonly email?: string;
  /** Such as `i:0#.f|membership|ada@contoso.test`; absent where only a row has told the name. */
  readonly login?: string;
  /** Absent before the directory was asked, and where it gave no answer. */
  readonly work?: Work;
  /** Absent before the profile was asked for; null where there is none. */
  readonly manager?: PersonId | null;
}

/** Guests of the directory have `#ext#` in their logins. */
export const isGuest = (login: string): boolean => /#ext#/i.test(login);

const accountIn = (login: string): string => login.slice(login.lastIndexOf('|') + 1);

/** Nobody is said to have left before the directory has said so. */
export function personOf(webUrl: string, known: Known): DirectoryPerson {
  const { id, login = '', name, work, manager } = known;
  if (work?.active === false) return { id, name, active: false };
  // Rows tell the mail address, so that a picture has one address wherever a person is known from.
  const account = known.email ?? (login === '' ? undefined : accountIn(login));
  const { email = known.email, ...does } = work ?? {};
  return {
    id,
    name: name || (account ?? ''),
    active: true,
    ...(isGuest(login) ? { guest: true } : {}),
    ...does,
    ...(email === undefined ? {} : { email }),
    ...(account === undefined
      ? {}
      : {
          photo: `${webUrl}/_layouts/15/userphoto.aspx?size=M&accountname=${encodeURIComponent(account)}`,
        }),
    ...(manager ? { manager } : {}),
  };
}
