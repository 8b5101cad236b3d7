import type { Context } from '../context/context.ts';
import { value, type ODataOperation } from '../odata/resource.ts';
import { searchDirectory, findInDirectory, type DirectoryUser } from './directory.ts';
import { searchDirectoryGroups, type DirectoryGroup } from './directory-groups.ts';
import {
  findPrincipalByLogin,
  listPrincipals,
  PrincipalType,
  type Principal,
} from './principals.ts';

interface PickerQuery {
  readonly QueryString?: string;
  readonly MaximumEntitySuggestions?: number;
  /** A mask of kinds: 1 user, 2 distribution list, 4 security group, 8 SharePoint group, 15 all. */
  readonly PrincipalType?: number;
}

/**
 * The two methods of `SP.UI.ApplicationPages.ClientPeoplePickerWebServiceInterface`. Both answer
 * JSON inside of a JSON string.
 */
export function peoplePicker(context: Context): Readonly<Record<string, ODataOperation>> {
  return {
    ClientPeoplePickerSearchUser: (args) => {
      const query = args.object('queryParams') as PickerQuery;
      return value(JSON.stringify(search(context, query)));
    },
    ClientPeoplePickerResolveUser: (args) => {
      const query = args.object('queryParams') as PickerQuery;
      return value(JSON.stringify(resolve(context, query)));
    },
  };
}

function search(context: Context, query: PickerQuery): object[] {
  const text = (query.QueryString ?? '').trim();
  const limit = query.MaximumEntitySuggestions ?? 30;
  const kinds = query.PrincipalType ?? 15;
  const people =
    kinds & PrincipalType.User && text ? searchDirectory(context.farm, text, limit) : [];
  const groups = kinds & PrincipalType.SharePointGroup && text ? findGroups(context, text) : [];
  const directory =
    kinds & PrincipalType.SecurityGroup && text
      ? searchDirectoryGroups(context.farm, text, limit)
      : [];
  return [
    ...people.map((person) => personEntry(context, person)),
    ...directory.map(directoryGroupEntry),
    ...groups.map(groupEntry),
  ].slice(0, limit);
}

/** Several candidates are no answer: they come as MultipleMatches of an entry without a key. */
function resolve(context: Context, query: PickerQuery): object {
  const text = (query.QueryString ?? '').trim();
  const exact = text ? findInDirectory(context.farm, text) : undefined;
  const found = exact ? [personEntry(context, exact)] : search(context, query);
  if (found.length === 1 && found[0]) return found[0];
  return {
    Key: text,
    Description: text,
    DisplayText: text,
    EntityType: '',
    ProviderDisplayName: '',
    ProviderName: '',
    IsResolved: false,
    EntityData: {},
    MultipleMatches: found,
  };
}

function personEntry(context: Context, person: DirectoryUser): object {
  const known = findPrincipalByLogin(context.farm, context.web.siteId, person.login);
  return {
    Key: person.login,
    Description: person.upn,
    DisplayText: person.title,
    EntityType: 'User',
    ProviderDisplayName: 'Tenant',
    ProviderName: 'Tenant',
    IsResolved: true,
    EntityData: {
      IsAltSecIdPresent: 'False',
      ObjectId: person.id,
      Title: person.properties['SPS-JobTitle'] ?? '',
      Email: person.email,
      MobilePhone: person.properties.CellPhone ?? '',
      OtherMails: '',
      Department: person.properties.Department ?? '',
      ...(known ? { SPUserID: String(known.id) } : {}),
    },
    MultipleMatches: [],
  };
}

/** SharePoint groups are found by the beginning of their name as well. */
function findGroups(context: Context, text: string): Principal[] {
  const start = text.toLowerCase();
  return listPrincipals(context.farm, context.web.siteId, [PrincipalType.SharePointGroup]).filter(
    (group) => group.title.toLowerCase().startsWith(start),
  );
}

function directoryGroupEntry(group: DirectoryGroup): object {
  return {
    Key: group.login,
    Description: group.title,
    DisplayText: group.title,
    EntityType: 'FormsRole',
    ProviderDisplayName: 'Tenant',
    ProviderName: 'Tenant',
    IsResolved: true,
    EntityData: { DisplayName: group.title, Email: group.email, PrincipalType: 'SecurityGroup' },
    MultipleMatches: [],
  };
}

function groupEntry(group: Principal): object {
  return {
    Key: group.title,
    Description: group.title,
    DisplayText: group.title,
    EntityType: 'SPGroup',
    ProviderDisplayName: '',
    ProviderName: '',
    IsResolved: true,
    EntityData: {
      SPGroupID: String(group.id),
      AccountName: group.title,
      PrincipalType: 'SharePointGroup',
    },
    MultipleMatches: [],
  };
}
