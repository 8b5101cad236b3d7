import type { Words } from './words.ts';

export const words: Words = {
  waiting:
    'Confluence answers no more questions from Kantine until {time}. What you see stays here, nothing you write is lost, and what is new then arrives by itself.',
  paused:
    'You have written a great deal in a short time. Everybody’s room here is limited; you can write again at {time}. What you typed is still there: send it then.',
  behind: 'What you see here may not be up to date: Confluence did not answer.',
  notSaved: 'Confluence did not save this. Try again.',
  enabledNowhere:
    'Kantine is not enabled in any space that you may view. An administrator of a space can enable it in the settings of that space.',
  inThisSpace: 'Kantine in this space',
  isEnabled: 'Kantine is enabled here.',
  isDisabled: 'Kantine is not enabled here.',
  whatEnablingMeans:
    'Once it is enabled, everybody who may view this space can use its groups, walls and kudos, and everybody who may comment can write.',
  whatDisablingMeans:
    'Nobody will see its groups and walls. What was written is kept, and is back when you enable Kantine again.',
  enabledBy: '{name} enabled it on {date}.',
  enabledOn: 'It was enabled on {date}.',
  disabledBy: '{name} disabled it on {date}.',
  disabledOn: 'It was disabled on {date}.',
  reallyDisable: 'Disable Kantine in this space?',
  keepEnabled: 'Keep it enabled',
  enable: 'Enable Kantine',
  disable: 'Disable Kantine',
  onlyAdministrators: 'An administrator of this space can change that.',
  onlySiteAdministrators: 'Only administrators of Confluence see these settings.',
  saved: 'Saved.',
  storage: 'Storage',
  storageUsed: '{used} of {most} is used.',
  storageNear:
    'There is little room left. Keep posts for a shorter time; at 97 % nothing new can be written.',
  keep: 'Keep posts for',
  keepEverything: 'Always',
  keepMonths: '{months} months',
  keepHelp:
    'Older posts are deleted for good, with their comments and reactions, within a day. Kudos and profiles stay.',
  removeTitle: 'Remove a message',
  removeHelp:
    'For what may not stay. Its words are deleted for good; readers see the reason in their place. You can remove what you may read.',
  chooseMessage: 'Choose a message',
  removeWhich: 'Message',
  removeReason: 'Reason, in at least three words',
  readersSee: 'Readers will see:',
  removedBecause: 'Removed by an administrator: {reason}',
  reasonTooShort: 'Say in at least three words why it is removed.',
  removeNow: 'Remove the message',
  removed: 'The message is removed.',
  cannotRemove: 'This message is no longer there, or you may not read it.',
};
