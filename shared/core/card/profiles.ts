/** The collection of profiles. */
import { collection } from '../kernel/collection.ts';
import { limits } from '../settings/settings.ts';

export const profiles = collection({
  name: 'profiles',
  keptIn: ['community'],
  size: 'many',
  key: 'one',
  about: { of: 'container' },
  subject: [],
  privacy: {
    purpose: 'What people say of themselves, so that colleagues know whom to ask.',
    readers: 'everybody',
    keep: 'author',
    erasing: 'self',
    leaving: 'erase',
  },
  fields: {
    about: { type: 'text', max: limits.profileAbout },
    askMeAbout: { type: 'list', max: limits.profileTags },
    interests: { type: 'list', max: limits.profileTags },
  },
  indexes: {},
});
