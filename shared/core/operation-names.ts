/** Every operation of the community by name: all that a page needs to know of one that runs elsewhere. */
export const operationNames = [
  'readMe',
  'readPerson',
  'searchPeople',
  'updateProfile',
  'listGroups',
  'readGroup',
  'createGroup',
  'joinGroup',
  'leaveGroup',
  'readMembers',
  'addMember',
  'removeMember',
  'listGroupRequests',
  'approveGroup',
  'declineGroup',
  'readWall',
  'readThread',
  'readHistory',
  'readReactors',
  'post',
  'comment',
  'edit',
  'deleteMessage',
  'react',
  'markRead',
  'giveKudos',
  'withdrawKudos',
  'readKudosBudget',
  'readKudosAudience',
  'readKudos',
] as const;

export type OperationName = (typeof operationNames)[number];

export const isOperationName = (name: string): name is OperationName =>
  (operationNames as readonly string[]).includes(name);
