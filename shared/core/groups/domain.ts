/** Groups: finding, starting, joining, leaving and running them. */
import { askToJoin, endJoin } from './ask.ts';
import { firstSteps, putStepsAway, suggest } from './beginning.ts';
import { createGroup } from './create.ts';
import { answerInvitation, invite } from './inviting.ts';
import { joinGroup, leaveGroup } from './join.ts';
import { admitMember, browseMembers, expelMember, readAsks, readMembers, stay } from './members.ts';
import { browseGroups, listGroups, ownGroups, readGroup, unread } from './read.ts';
import { mayRename, rename } from './renaming.ts';
import { approveRequest, declineRequest, listRequests } from './approvals.ts';

export const operations = {
  browse: browseGroups,
  own: ownGroups,
  unread,
  list: listGroups,
  read: readGroup,
  create: createGroup,
  join: joinGroup,
  leave: leaveGroup,
  members: readMembers,
  browseMembers,
  admit: admitMember,
  expel: expelMember,
  invite,
  answerInvitation,
  rename,
  mayRename,
  firstSteps,
  putStepsAway,
  suggest,
  asks: readAsks,
  ask: askToJoin,
  endAsk: endJoin,
  stay,
  requests: listRequests,
  approve: approveRequest,
  decline: declineRequest,
};
