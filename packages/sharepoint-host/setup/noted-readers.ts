/**
 * Who takes part, as set-up notes it for everybody who reads the site: owners alone may see permissions. Groups
 * are named, people are only counted, and nobody is noted who is left out.
 */
import type { Everyone, Instant } from '@kantine/core';

/** SP.Utilities.PrincipalType */
export const principalTypes = { person: 1, siteGroup: 8 } as const;
/** «Everyone except external users» of any tenant. */
const allEmployees = /^c:0-\.f\|rolemanager\|spo-grid-all-users\//i;
/** «Everyone»: guests too. */
const everybody = 'c:0(.s|true';

/** The kind of everybody that a principal stands for, by its claim. @returns undefined for one that does not. */
export function everyoneOf(login: string): Everyone | undefined {
  if (login === everybody) return 'company-and-guests';
  return allEmployees.test(login) ? 'company' : undefined;
}

/** A group that SharePoint makes with every site. */
export type SiteGroup = 'owners' | 'members' | 'visitors';

export interface NotedReaders {
  readonly at: Instant;
  /** The site's own groups that take part, by their names: who is in them is asked of SharePoint each time. */
  readonly site: Readonly<Partial<Record<SiteGroup, string>>>;
  /** The names of all other groups that take part. */
  readonly groups: readonly string[];
  /** How many people take part by a right of their own. */
  readonly people: number;
  /** How many of those people are guests. */
  readonly guests: number;
  readonly everyone?: Everyone;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isCount = (value: unknown): value is number => Number.isSafeInteger(value);
const isText = (value: unknown): value is string => typeof value === 'string';

/** @returns undefined for what this version did not write. */
export function notedIn(value: unknown): NotedReaders | undefined {
  if (!isObject(value)) return undefined;
  const { at, site, groups, people, guests } = value;
  const isWhole =
    isCount(at) &&
    isObject(site) &&
    Object.values(site).every(isText) &&
    Array.isArray(groups) &&
    groups.every(isText) &&
    isCount(people) &&
    isCount(guests);
  return isWhole ? (value as unknown as NotedReaders) : undefined;
}
