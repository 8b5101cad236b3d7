/** The part of a profile that people write themselves; the rest is the host's directory. */
import type { RecordOf } from '../kernel/collection.ts';
import { communityContainer } from '../kernel/container.ts';
import { Invalid } from '../kernel/errors.ts';
import { byKeys } from '../kernel/query.ts';
import type { PersonId } from '../kernel/record.ts';
import { limits } from '../settings/settings.ts';
import { profileLimits } from './limits.ts';
import { profiles } from './profiles.ts';
import { acceptOptionalText } from '../kernel/accept-text.ts';
import { cleanText, isVisible } from '../kernel/visible-text.ts';
import { tagKey } from '../people/tag-key.ts';

export type ProfileRecord = RecordOf<typeof profiles>;

/** What a person says of themselves; what they say nothing of is empty. */
export interface Profile {
  readonly about: string;
  /** Topics they are glad to be asked about. */
  readonly askMeAbout: readonly string[];
  readonly interests: readonly string[];
  readonly languages: readonly string[];
  /** How they like to work. */
  readonly works: string;
  /** Since when they are here, as an ISO year, month or day. */
  readonly since: string;
  readonly department: string;
  readonly place: string;
}

export const noProfile: Profile = {
  about: '',
  askMeAbout: [],
  interests: [],
  languages: [],
  works: '',
  since: '',
  department: '',
  place: '',
};

/** One profile a person: the key is unique for its author. */
export const profileKey = 'profile';

/** The query for a person's own profile. */
export const profileOf = (person: PersonId) =>
  byKeys(profiles, communityContainer, person, [profileKey]);

/** Trims the topics, drops empty ones and repeats. @throws Invalid `too-many` or `too-long` */
function acceptTags(field: string, tags: readonly string[], most: number): string[] {
  const clean = [...new Map(tags.map((tag) => [tagKey(tag), cleanText(tag)])).values()];
  const kept = clean.filter(isVisible);
  const { profileTag } = limits;
  if (kept.length > most) {
    throw new Invalid(
      { field, reason: 'too-many', actual: kept.length, limit: most },
      `You gave ${kept.length} topics; at most ${most} fit. Keep the ones that say most.`,
    );
  }
  const long = kept.find((tag) => tag.length > profileTag);
  if (long !== undefined) {
    throw new Invalid(
      { field, reason: 'too-long', actual: long.length, limit: profileTag },
      `«${long.slice(0, 20)}…» has ${long.length} characters; a topic has at most ${profileTag}.`,
    );
  }
  return kept;
}

/** Since when somebody is here; nothing at all is fine. @throws Invalid `malformed` */
export function acceptSince(field: string, since: string): string {
  const clean = cleanText(since);
  if (clean === '' || /^(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(clean)) {
    return clean;
  }
  const data = { field, reason: 'malformed', actual: clean } as const;
  throw new Invalid(data, `«${clean}» is no year. Write one such as 2019.`);
}

/** The profile as it will be stored. @throws Invalid */
export function acceptProfile(profile: Profile): Profile {
  const { works, department, place, languages } = profileLimits;
  return {
    about: acceptOptionalText('about', profile.about, limits.profileAbout),
    askMeAbout: acceptTags('askMeAbout', profile.askMeAbout, limits.profileTags),
    interests: acceptTags('interests', profile.interests, limits.profileTags),
    languages: acceptTags('languages', profile.languages, languages),
    works: acceptOptionalText('works', profile.works, works),
    since: acceptSince('since', profile.since),
    department: acceptOptionalText('department', profile.department, department),
    place: acceptOptionalText('place', profile.place, place),
  };
}

/** Whether two profiles say the same. */
export function isSameProfile(a: Profile, b: Profile): boolean {
  const names = Object.keys(noProfile) as readonly (keyof Profile)[];
  return names.every((name) => JSON.stringify(a[name]) === JSON.stringify(b[name]));
}

/** What two people have in common, in the first one's spelling. */
export function inCommon(mine: readonly string[], theirs: readonly string[]): string[] {
  const others = new Set(theirs.map(tagKey));
  return mine.filter((tag) => others.has(tagKey(tag)));
}
