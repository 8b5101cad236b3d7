/**
 * How pages of version 0.1 named the operations. Frozen: a page that was loaded before an update may
 * still call so. It is the only such list, and goes with the version after the next.
 */
import type { OperationRequest } from './kernel/call.ts';

const names: Readonly<Record<string, string>> = {
  readMe: 'people.me',
  searchPeople: 'people.search',
  readPerson: 'card.read',
  updateProfile: 'card.update',
  listGroups: 'groups.list',
  readGroup: 'groups.read',
  createGroup: 'groups.create',
  joinGroup: 'groups.join',
  leaveGroup: 'groups.leave',
  readMembers: 'groups.members',
  addMember: 'groups.admit',
  removeMember: 'groups.expel',
  listGroupRequests: 'groups.requests',
  approveGroup: 'groups.approve',
  declineGroup: 'groups.decline',
  readWall: 'wall.read',
  readThread: 'wall.thread',
  readHistory: 'wall.history',
  readReactors: 'wall.reactors',
  post: 'wall.post',
  comment: 'wall.comment',
  edit: 'wall.edit',
  deleteMessage: 'wall.remove',
  react: 'wall.react',
  markRead: 'wall.markRead',
  giveKudos: 'kudos.give',
  withdrawKudos: 'kudos.withdraw',
  readKudosBudget: 'kudos.budget',
  readKudosAudience: 'kudos.audience',
  readKudos: 'kudos.read',
};

/** @returns the request in today's words, or the same one where it is none of version 0.1. */
export const fromEarlier = (request: OperationRequest): OperationRequest =>
  Object.hasOwn(names, request.operation)
    ? { ...request, operation: names[request.operation] ?? '' }
    : request;

/** Commands that answered nothing in version 0.1. */
const silent = ['joinGroup', 'leaveGroup', 'addMember', 'giveKudos', 'withdrawKudos'];

/** @returns the answer as a page of the version that sent the request expects it. */
export const forEarlier = (operation: unknown, answer: unknown): unknown =>
  silent.some((name) => name === operation) ? undefined : answer;
