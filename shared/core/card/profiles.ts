/** The collection of profiles. */
import { collection } from '../kernel/collection.ts';
import { limits } from '../settings/settings.ts';
import { profileLimits } from './limits.ts';

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
    languages: { type: 'list', max: profileLimits.languages, default: [] },
    /** How they like to work: when, and by what. */
    works: { type: 'text', max: profileLimits.works, default: '' },
    /** Since when they are here: a year, a month or a day in ISO form. */
    since: { type: 'text', max: profileLimits.since, default: '' },
    department: { type: 'text', max: profileLimits.department, default: '' },
    place: { type: 'text', max: profileLimits.place, default: '' },
  },
  indexes: {},
});
