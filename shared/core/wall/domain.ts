/** The wall of a group: posts, comments, reactions, and until when one has read. */
import { editMessage, removeMessage } from './edit.ts';
import { markRead } from './mark-read.ts';
import { react } from './react.ts';
import { readHistory, readReactors, readThread } from './read-message.ts';
import { readWall } from './read-page.ts';
import { comment, post } from './write.ts';

export const operations = {
  read: readWall,
  thread: readThread,
  history: readHistory,
  reactors: readReactors,
  post,
  comment,
  edit: editMessage,
  remove: removeMessage,
  react,
  markRead,
};
