/** What a page asks a wall after its first posts are there. */
import { readAudience } from './audience.ts';
import { accept, comment, edit, helped, pin, post, react, remove } from './commands.ts';
import { addTopic, dropTopic, moveToTopic, readTopic, renameTopic } from '../topics/commands.ts';
import { markRead } from './mark-read.ts';
import {
  answered,
  gladToBeAsked,
  history,
  longUnanswered,
  newest,
  reactors,
  readComments,
  readPost,
  thread,
  unanswered,
} from './queries.ts';

export const operations = {
  comments: readComments,
  thread,
  one: readPost,
  history,
  reactors,
  newest,
  answered,
  unanswered,
  longUnanswered,
  gladToBeAsked,
  audience: readAudience,
  post,
  comment,
  edit,
  remove,
  react,
  accept,
  helped,
  pin,
  addTopic,
  renameTopic,
  dropTopic,
  moveToTopic,
  topic: readTopic,
  markRead,
};
