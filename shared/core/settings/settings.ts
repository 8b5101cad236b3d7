/** What a community may set; until an administrator changes it, these hold. */

/** The company values that a kudos may name. Widgets have words for each in four languages. */
export const kudosValues = [
  'helps-out',
  'shares-knowledge',
  'dares-to-try',
  'keeps-promises',
  'brings-joy',
] as const;
export type ValueFromTheStart = (typeof kudosValues)[number];
/** Owners may add values of the company. */
export type KudosValue = ValueFromTheStart | `own-${string}`;

/** Encouraging reactions only: there is no thumb down. */
export const reactionKinds = ['like', 'love', 'celebrate', 'insight', 'thanks', 'smile'] as const;
export type ReactionKind = (typeof reactionKinds)[number];

/** Lengths in UTF-16 units, as an input's maxlength counts. */
export const limits = {
  post: 10_000,
  comment: 5_000,
  deleteReason: 300,
  kudosReason: 500,
  kudosReasonWords: 3,
  kudosRecipients: 10,
  /** How many colleagues a person can give kudos to in one week; the giving stays special. */
  kudosPerWeek: 5,
  groupName: 80,
  groupPurpose: 300,
  /** How many groups a person can start on one day. */
  groupsPerDay: 10,
  /** What an owner of the host is told about a group that somebody asks for. */
  requestNote: 1_000,
  /** What stewards are told by somebody who asks to be let in. */
  askNote: 300,
  /** Why stewards hide or close something. */
  actReason: 300,
  actReasonWords: 3,
  /** A topic of a group, and how many it has. */
  topic: 24,
  topics: 12,
  /** What somebody adds to a report or an appeal. */
  letterNote: 1_000,
  profileAbout: 600,
  profileTags: 12,
  profileTag: 40,
} as const;
