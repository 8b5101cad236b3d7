/** The part of a profile that people write themselves; the rest is the host's directory. */
import type { RecordOf } from '../kernel/collection.ts';
import { communityContainer } from '../kernel/container.ts';
import { Invalid } from '../kernel/errors.ts';
import { byKeys } from '../kernel/query.ts';
import type { PersonId } from '../kernel/record.ts';
import { limits } from '../settings/settings.ts';
import { profiles } from './profiles.ts';
import { acceptOptionalText } from '../kernel/accept-text.ts';
import { cleanText, isVisible } from '../kernel/visible-text.ts';

export type ProfileRecord = RecordOf<typeof profiles>;

/** What a person says of themselves. */
export interface Profile {
  readonly about: string;
  /** Topics they are glad to be asked about. */
  readonly askMeAbout: readonly string[];
  readonly interests: readonly string[];
}

/** One profile a person: the key is unique for its author. */
export const profileKey = 'profile';

/** The query for a person's own profile. */
export const profileOf = (person: PersonId) =>
  byKeys(profiles, communityContainer, person, [profileKey]);

/** Trims the topics, drops empty ones and repeats. @throws Invalid `too-many` or `too-long` */
function acceptTags(field: string, tags: readonly string[]): string[] {
  const clean = [...new Map(tags.map((tag) => [tagKey(tag), cleanText(tag)])).values()];
  const kept = clean.filter(isVisible);
  const { profileTags, profileTag } = limits;
  if (kept.length > profileTags) {
    throw new Invalid(
      { field, reason: 'too-many', actual: kept.length, limit: profileTags },
      `You gave ${kept.length} topics; at most ${profileTags} fit. Keep the ones that say most.`,
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

/** Two spellings of one topic are one topic. */
const tagKey = (tag: string): string => cleanText(tag).toLocaleLowerCase('en');

/** The profile as it will be stored. @throws Invalid */
export function acceptProfile(profile: Profile): Profile {
  return {
    about: acceptOptionalText('about', profile.about, limits.profileAbout),
    askMeAbout: acceptTags('askMeAbout', profile.askMeAbout),
    interests: acceptTags('interests', profile.interests),
  };
}

/** Whether two profiles say the same. */
export function isSameProfile(a: Profile, b: Profile): boolean {
  const said = ({ about, askMeAbout, interests }: Profile) =>
    JSON.stringify([about, askMeAbout, interests]);
  return said(a) === said(b);
}

/** What two people have in common, in the first one's spelling. */
export function inCommon(mine: readonly string[], theirs: readonly string[]): string[] {
  const others = new Set(theirs.map(tagKey));
  return mine.filter((tag) => others.has(tagKey(tag)));
}
