/** The wall of a group: posts, comments, reactions, and until when one has read. */
import { accept, comment, edit, helped, post, react, remove } from './commands.ts';
import { markRead } from './mark-read.ts';
import { history, newest, reactors, readComments, thread } from './queries.ts';
import { readWall } from './read-page.ts';

export const operations = {
  read: readWall,
  comments: readComments,
  thread,
  history,
  reactors,
  newest,
  post,
  comment,
  edit,
  remove,
  react,
  accept,
  helped,
  markRead,
};
