// In one file, since it is the list of all that the core offers to elements and hosts.
export { createCommunity } from './community.ts';
export type { Community } from './community.ts';
export { declaredOperations } from './domains.ts';
export { answer, remoteCommunity } from './remote.ts';
export type { Channel, OperationResponse } from './remote.ts';
export type { OperationRequest, SourceName } from './kernel/call.ts';
export { onPageOf } from './on-page.ts';
export { acceptInput } from './kernel/door.ts';
export type { CallOptions, Operation, StrictInput } from './kernel/operation.ts';
export { repeating } from './kernel/repeating.ts';
export type { Patience, Wait } from './kernel/repeating.ts';
export {
  Conflict,
  Forbidden,
  fromErrorMessage,
  Invalid,
  isKantineError,
  KantineError,
  NotFound,
  Offline,
  Outdated,
  QuotaReached,
  StorageFull,
  Throttled,
  toErrorMessage,
} from './kernel/errors.ts';
export type { ErrorMessage, ErrorTag, InvalidReason } from './kernel/errors.ts';
export { anywhere, concerns } from './kernel/changes.ts';
export {
  closedContainer,
  communityContainer,
  deskOf,
  foundedBy,
  founderIn,
  governedContainer,
  groupContainer,
  isClosed,
  isGroup,
  kindOf,
  lettersOf,
  officeContainer,
  ownerOf,
  personContainer,
} from './kernel/container.ts';
export type {
  Ask,
  AtWork,
  Clock,
  ContainerRequest,
  Containers,
  Directory,
  DirectoryPerson,
  PeopleDetail,
  Host,
  Identity,
  Ids,
  Member,
  MemberRole,
  Store,
  Supports,
  WhereAtWork,
} from './kernel/ports.ts';
export type {
  Audience,
  EachReader,
  Everyone,
  NamedReader,
  NothingKnown,
  Place,
  ReadersOfPlace,
  ReadingGroups,
} from './kernel/audience.ts';
export type { Change, Changes } from './kernel/changes.ts';
export type { ContainerId, ContainerKind, Right } from './kernel/container.ts';
export type { Inserted, Instant, PersonId, Stamp, StoredRecord } from './kernel/record.ts';
export {
  choiceMark,
  choiceOwner,
  collection,
  idIndex,
  isWellFormed,
  keyIndex,
  withDefaults,
} from './kernel/collection.ts';
export { checkCollections } from './kernel/check-collection.ts';
export type {
  About,
  ChoiceSpec,
  Collection,
  FieldsOf,
  FieldSpec,
  FieldSpecs,
  IndexSpec,
  MessageSpec,
  Privacy,
} from './kernel/collection.ts';
export {
  assertAnswerable,
  authorKey,
  byIds,
  byKeys,
  containersOf,
  count,
  countRecords,
  keyOfValue,
  maxIn,
  maxLimit,
  rows,
} from './kernel/query.ts';
export type {
  Answer,
  Answers,
  ContainerQuery,
  CountQuery,
  Counts,
  Query,
  Rows,
  RowsQuery,
  Where,
} from './kernel/query.ts';
export { maxContainers, maxNewest, newest, newestStamps } from './kernel/newest-query.ts';
export type { Newest, NewestQuery } from './kernel/newest-query.ts';
export { collections } from './collections.ts';
export type { ForYou, ForYouLine } from './catch-up/for-you.ts';
export type { Done } from './catch-up/done.ts';
export type {
  ArticleNews,
  DecidedIdea,
  DecidedLine,
  News,
  SettledQuestion,
  SolvedQuestion,
  WorthLine,
} from './catch-up/news.ts';
export { fitting, mostSeconds, secondsToRead } from './catch-up/two-minutes.ts';
export type { Fitting } from './catch-up/two-minutes.ts';
export type { TakenBack } from './catch-up/taken-back.ts';
export type { ArticleHead } from './blog/article.ts';
export { articleLimits } from './blog/collections.ts';
export { coverColours, coverIcons } from './blog/cover.ts';
export type { Cover, CoverColour, CoverIcon } from './blog/cover.ts';
export type { ArticleChange, NewArticle } from './blog/domain.ts';
export type { Draft, DraftHead, OwnArticles, Written } from './blog/draft.ts';
export type { ArticleView } from './blog/one.ts';
export type { ArticlePage } from './blog/read.ts';
export type { Subscription } from './blog/subscribing.ts';
export { everybodyToken } from './mentions/everybody.ts';
export { mentionedBy, plainText, tokenPattern } from './mentions/token.ts';
export { mentionToken } from './mentions/write-token.ts';
export { everyCollection, firstCollections } from './every-collection.ts';
export { kudosValues, limits, reactionKinds } from './settings/settings.ts';
export type { KudosValue, ReactionKind, ValueFromTheStart } from './settings/settings.ts';
export type { CommunitySettings, NewValue } from './settings/domain.ts';
export type { LogEntry } from './settings/log.ts';
export type {
  CommunityLanguage,
  OwnedValue,
  Settled,
  ValueView,
} from './settings/read-settings.ts';
export type { Topic, TopicKind } from './people/topics.ts';
export type { StaffList } from './settings/read-staff.ts';
export type { StaffLine, StaffPreview, StaffSaid } from './settings/staff-list.ts';
export { acceptText, countWords } from './kernel/accept-text.ts';
export { cleanText, isVisible } from './kernel/visible-text.ts';
export { audienceOfPrincipals, audienceOfReaders } from './people/audience.ts';
export type { AboutPrincipals, Principal } from './people/audience.ts';
export { wideningOf } from './people/widening.ts';
export type { Widening } from './people/widening.ts';
export { lookUp } from './people/person.ts';
export type { PersonSummary } from './people/person.ts';
export { spokenName } from './people/spoken-name.ts';
export { startsWords } from './people/words.ts';
export type { Fact, SaidBy, WorkFacts } from './people/facts.ts';
export type { FoundBy, FoundPeople, FoundPerson } from './people/find.ts';
export type { TagKind } from './people/tag-rows.ts';
export { profileLimits } from './card/limits.ts';
export { listeningHub } from './kernel/listening-hub.ts';
export type { ListeningHub } from './kernel/listening-hub.ts';
export { randomKey } from './kernel/random-key.ts';
export { noProfile } from './card/profile.ts';
export type { Profile } from './card/profile.ts';
export type { Help } from './card/helped.ts';
export type { PersonCard } from './card/read.ts';
export type { ProfileEdit, SavedProfile } from './card/update.ts';
export type { GroupAccess, GroupSummary, GroupView, Invitation } from './groups/group.ts';
export type { GroupAudience, Joined } from './groups/joined.ts';
export type { GroupPage } from './groups/browse.ts';
export type { GroupAsk, GroupMember, NewMember } from './groups/members.ts';
export type { MemberPage } from './groups/browse-members.ts';
export type { GroupRequest, RequestChoice } from './groups/approvals.ts';
export type { Unread } from './groups/unread.ts';
export type { OwnPreferences } from './preferences/domain.ts';
export type {
  NewAppointment,
  NewArchiving,
  NewClosing,
  NewDecision,
  NewReport,
  NewSettlement,
} from './stewards/domain.ts';
export type { Decision, Hidden, Late } from './stewards/decisions.ts';
export { reportReasons } from './stewards/letters.ts';
export type { ReportReason } from './stewards/letters.ts';
export type { LetterReaders } from './stewards/report.ts';
export type { LettersWaiting } from './stewards/letters-waiting.ts';
export type { LetterView } from './stewards/queue.ts';
export type { StewardsView, StewardView } from './stewards/read.ts';
export type { NewAsk } from './groups/ask.ts';
export type { FirstSteps } from './groups/first-steps.ts';
export type { Suggestion } from './groups/suggest.ts';
export type { NewName } from './groups/renaming.ts';
export type { NewInvitation } from './groups/inviting.ts';
export type { NewGroup } from './groups/create.ts';
export type { MessageRef } from './wall/message.ts';
export { targetName } from './wall/message.ts';
export { withOwnReaction } from './wall/reaction.ts';
export type { ReactionSummary } from './wall/reaction.ts';
export { foldThreads, oldestFirst } from './wall/view.ts';
export type { AnsweredShare } from './wall/answered-share.ts';
export type { LongUnanswered } from './wall/long-unanswered.ts';
export type { Unanswered, WaitingQuestion } from './wall/unanswered.ts';
export { gladToday, whomToAsk } from './wall/whom-to-ask.ts';
export type { Glad, WhomToAsk } from './wall/whom-to-ask.ts';
export type { NewestPost, NewestPosts } from './wall/newest.ts';
export { openMessages } from './wall/open-messages.ts';
export type { OpenMessage, OpenMessages } from './wall/open-messages.ts';
export type { TopicView } from './topics/topics.ts';
export type { CommentView, PinView, PostView, Thread, WallPage } from './wall/view.ts';
export type { CommentPage } from './wall/read-message.ts';
export type { Reactor, Revision } from './wall/read-message.ts';
export type {
  MessageDeletion,
  MessageEdit,
  NewComment,
  NewPost,
  NewReaction,
} from './wall/commands.ts';
export type { Edited } from './wall/edit.ts';
export { ideaText } from './ideas/idea-text.ts';
export { leastWords, longestWhy } from './ideas/limits.ts';
export { boardPart, boardParts, inBoardOrder } from './ideas/board.ts';
export type { BoardPart } from './ideas/board.ts';
export type { DecidedState, FateState } from './ideas/fate.ts';
export type { FateView, IdeaBoard, IdeaView, StepView } from './ideas/view.ts';
export type { WaitingIdea, WaitingIdeas } from './ideas/waiting.ts';
export type { IdeaDecision, NewIdea, Withdrawal } from './ideas/domain.ts';
export {
  areDaysOf,
  fewestPeople,
  goalLimits,
  isReached,
  isTargetOf,
  leastLearned,
  longestGoal,
  metricFacts,
  metrics,
} from './goals/limits.ts';
export type { CountedMetric, Metric } from './goals/limits.ts';
export { monthOf, monthStart, monthsBefore } from './goals/months.ts';
export type { Month } from './goals/months.ts';
export type { GoalState } from './goals/goal.ts';
export type { MonthNumber, MonthNumbers } from './goals/read-numbers.ts';
export type { GoalBoard, GoalView } from './goals/view.ts';
export type { GoalCheckIn, GoalEnd, NewGoal, NewTarget } from './goals/domain.ts';
export type { KudosBudget } from './kudos/allowance.ts';
export type { Given, NewThankYou } from './kudos/give.ts';
export type { KudosPage } from './kudos/feed.ts';
export type { ReceivedBy } from './kudos/received-by.ts';
export type { ThankYou } from './kudos/thank-you.ts';
export { nextWeek, weekStart } from './kudos/week.ts';
export { erasureKinds } from './me/kinds.ts';
export type { ErasureKind, ErasureOf } from './me/kinds.ts';
export { goesWith } from './me/kinds.ts';
export { runErasure } from './me/run-erasure.ts';
export type { Erased } from './me/erase.ts';
export type { Erasure } from './me/job.ts';
export type { Impact, Outcome } from './me/impact.ts';
export type { OwnPlaces } from './me/places.ts';
export type { Place as OwnPlace } from './me/place.ts';
export type { StoredCounts, StoredKind, StoredRow, StoredRows } from './me/domain.ts';
export type { MessageThanks } from './thanks/of-message.ts';
export type { Received, ReceivedThanks } from './thanks/received.ts';
