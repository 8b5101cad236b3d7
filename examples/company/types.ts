/** All times are milliseconds since the epoch. */
import type { Cover, Metric } from '@kantine/core';

export interface CompanyPerson {
  id: string;
  name: string;
  title: string;
  department: string;
  place: string;
  /** IANA name, such as `Europe/London`. */
  timeZone: string;
  email: string;
  languages: string[];
  /** Absent only for the managing director. */
  managerId?: string;
  /** False for the two people who left the company. */
  active: boolean;
  /** A `data:image/svg+xml` address, so that a page needs no image server. */
  photo: string;
}

export interface CompanyProfile {
  personId: string;
  about: string;
  askMeAbout: string[];
  interests: string[];
  languages?: string[];
  /** How they like to work. */
  works?: string;
  /** The year since when they are here. */
  since?: string;
}

interface CompanyMembership {
  personId: string;
  joinedAt: number;
}

export interface CompanyGroup {
  id: string;
  name: string;
  purpose: string;
  createdBy: string;
  access?: 'closed';
  topics?: readonly string[];
  /** Archived by who started it. */
  ended?: { at: number; reason: string };
  createdAt: number;
  members: CompanyMembership[];
}

export interface CompanyPost {
  id: string;
  groupId: string;
  authorId: string;
  /** A colleague whom it mentions stands in it as `@{their.id}`. */
  text: string;
  createdAt: number;
  editedAt?: number;
  /** The text before the edit. */
  firstText?: string;
  kind?: 'question';
  topic?: string;
  isPinned?: true;
  /** The answer that solved it, as its author said, and whom it helped, too. */
  solved?: { commentId: string; at: number; helped: readonly string[] };
  ruling?: CompanyRuling;
}

/** What a steward decided about a post, and what its author wrote to have it looked at again. */
interface CompanyRuling {
  kind: 'hide' | 'close';
  by: string;
  at: number;
  reason: string;
  appeal?: string;
}

export interface CompanyComment {
  id: string;
  postId: string;
  /** A top-level comment of the same post: there is one level of replies. */
  parentId?: string;
  authorId: string;
  text: string;
  createdAt: number;
}

export type ReactionKind = 'like' | 'love' | 'celebrate' | 'insight' | 'thanks' | 'smile';

/** At most one per person per target. */
export interface CompanyReaction {
  /** A post or a comment. */
  targetId: string;
  postId: string;
  authorId: string;
  kind: ReactionKind;
  createdAt: number;
}

export type KudosValue =
  'helps-out' | 'shares-knowledge' | 'dares-to-try' | 'keeps-promises' | 'brings-joy';

export interface CompanyKudos {
  id: string;
  giverId: string;
  recipientIds: string[];
  value: KudosValue;
  reason: string;
  createdAt: number;
}

/** What was said about an idea. */
export interface CompanyFate {
  state: 'talked' | 'trying' | 'adopted' | 'notNow' | 'withdrawn';
  by: string;
  reason: string;
  createdAt: number;
  /** Who tries it. */
  who?: string;
  /** Until when it is tried, or when it is looked at again. */
  until?: number;
}

export interface CompanyIdea {
  id: string;
  groupId: string;
  authorId: string;
  text: string;
  unsure: boolean;
  createdAt: number;
  /** Who would try it. */
  tried: string[];
  comments: { authorId: string; text: string; createdAt: number }[];
  fates: CompanyFate[];
}

/** What a steward said of a goal. */
interface SaidOfGoal {
  kind: 'checkIn' | 'target' | 'reached' | 'missed';
  text: string;
  /** What was counted by hand, or the new target. */
  value?: number;
  createdAt: number;
}

export interface CompanyGoal {
  id: string;
  groupId: string;
  /** Who set it, looks after it, and says how it goes. */
  by: string;
  what: string;
  metric: Metric;
  /** Within how many days; 0 where the metric has none. */
  days: number;
  target: number;
  until: number;
  why: string;
  createdAt: number;
  said: SaidOfGoal[];
}

/** What somebody wrote at length, for a group. */
export interface CompanyArticle {
  id: string;
  groupId: string;
  authorId: string;
  title: string;
  lead: string;
  text: string;
  /** What its series is called; absent where it is in none. */
  series?: string;
  cover: Cover;
  createdAt: number;
}

export interface Company {
  name: string;
  people: CompanyPerson[];
  profiles: CompanyProfile[];
  groups: CompanyGroup[];
  posts: CompanyPost[];
  comments: CompanyComment[];
  reactions: CompanyReaction[];
  kudos: CompanyKudos[];
  ideas: CompanyIdea[];
  goals: CompanyGoal[];
  articles: CompanyArticle[];
}

export interface CompanyOptions {
  seed: number;
  /** The last activity lies minutes to hours before it, the first about two months. */
  now: number;
}
