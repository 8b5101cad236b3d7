export { callHost, createCommunity, operationsOver } from './community.ts';
export type { Call, Community, Operations } from './community.ts';
export { answer, remoteCommunity } from './remote.ts';
export { repeating } from './repeating.ts';
export type { Patience, Wait } from './repeating.ts';
export { isOperationName, operationNames } from './operation-names.ts';
export type { Channel, Request, Response } from './remote.ts';
export {
  Conflict,
  Forbidden,
  fromErrorMessage,
  Invalid,
  isKantineError,
  KantineError,
  NotFound,
  Offline,
  QuotaReached,
  StorageFull,
  Throttled,
  toErrorMessage,
} from './errors.ts';
export type { ErrorMessage, ErrorTag, InvalidReason } from './errors.ts';
export {
  anywhere,
  closedContainer,
  communityContainer,
  concerns,
  groupContainer,
  isClosed,
  personContainer,
} from './ports.ts';
export type {
  Audience,
  Change,
  Changes,
  Clock,
  ContainerId,
  ContainerRequest,
  Containers,
  Directory,
  DirectoryPerson,
  Host,
  Identity,
  Ids,
  Inserted,
  Instant,
  Member,
  MemberRole,
  PersonId,
  RecordVersion,
  Right,
  Stamp,
  Store,
  StoredRecord,
  Supports,
} from './ports.ts';
export { collection, idIndex, isWellFormed, keyIndex, withDefaults } from './collection.ts';
export type { Collection, FieldsOf, FieldSpec, FieldSpecs, IndexSpec } from './collection.ts';
export {
  assertAnswerable,
  authorKey,
  byIds,
  byKeys,
  count,
  countRecords,
  keyOfValue,
  maxIn,
  maxLimit,
  rows,
} from './query.ts';
export type { Answer, Answers, CountQuery, Counts, Query, Rows, RowsQuery } from './query.ts';
export { collections } from './collections.ts';
export { kudosValues, limits, reactionKinds } from './settings/settings.ts';
export type { KudosValue, ReactionKind } from './settings/settings.ts';
export { acceptText, cleanText, countWords, isVisible } from './text/visible-text.ts';
export { audienceOfReaders } from './people/audience.ts';
export { lookUp } from './people/person.ts';
export type { PersonSummary } from './people/person.ts';
export { startsWords } from './people/words.ts';
export { listeningHub } from './listening-hub.ts';
export type { ListeningHub } from './listening-hub.ts';
export { randomKey } from './random-key.ts';
export type { Profile } from './people/profile.ts';
export type { PersonCard, ProfileEdit } from './people/people.ts';
export type { GroupAccess, GroupSummary, GroupView } from './groups/group.ts';
export type { GroupMember, NewMember } from './groups/members.ts';
export type { GroupRequest, RequestChoice } from './groups/requests.ts';
export type { NewGroup } from './groups/groups.ts';
export type { MessageRef } from './wall/message.ts';
export { targetName } from './wall/message.ts';
export {
  markOf as reactionMark,
  ownerOf as reactionOwner,
  withOwnReaction,
} from './wall/reaction.ts';
export type { ReactionSummary } from './wall/reaction.ts';
export { foldThreads, oldestFirst } from './wall/view.ts';
export type { CommentView, PostView, Thread, WallPage } from './wall/view.ts';
export type { Reactor, Revision } from './wall/read-message.ts';
export type {
  Edited,
  MessageDeletion,
  MessageEdit,
  NewComment,
  NewPost,
  NewReaction,
} from './wall/write.ts';
export type { KudosBudget, NewThankYou } from './kudos/give.ts';
export type { KudosPage } from './kudos/feed.ts';
export type { ThankYou } from './kudos/thank-you.ts';
export { nextWeek, weekStart } from './kudos/week.ts';
