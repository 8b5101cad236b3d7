/** What is asked before a steward, or an author, decides something about a message. */
import { msg, str } from '@lit/localize';
import type { ReasonForm } from './forms.ts';

/** What takes a reason, or a note. */
export type Asked = 'hide' | 'show' | 'close' | 'reopen' | 'appeal';

type Words = Pick<ReasonForm, 'label' | 'intro' | 'field' | 'preview' | 'done' | 'isDanger'> & {
  /** Whether it takes three words at least. */
  readonly needsReason: boolean;
  /** What is said once it is done, where the panel stays open. */
  readonly said?: string;
  /** What is said to who does not see what changed, where the panel closes. */
  readonly heard?: string;
};

/** That hiding keeps nothing back from who looks by hand. @param name who wrote it */
export const stillThere = (name: string): string =>
  msg(
    str`It disappears from Kantine’s pages. Somebody who looks into the site’s lists by hand can still find it until ${name} or an owner of the site deletes it.`,
  );

/** @param name who wrote the message. @param holdsBack whether the host keeps hidden words back. */
export function wordsOf(kind: Asked, name: string, holdsBack: boolean): Words {
  const why = {
    field: msg('Why? At least three words, which readers see too'),
    needsReason: true,
  };
  const note = { field: msg('A note (optional)'), needsReason: false };
  switch (kind) {
    case 'hide':
      return {
        ...why,
        label: msg('Hide this message'),
        preview: msg(str`This is what ${name} will see:`),
        done: msg('Hide'),
        heard: msg('The message is hidden now.'),
        isDanger: true,
        ...(holdsBack ? {} : { intro: stillThere(name) }),
      };
    case 'show':
      return {
        ...note,
        label: msg('Show this message again'),
        done: msg('Show again'),
        heard: msg('The message is shown again.'),
      };
    case 'close':
      return {
        ...why,
        label: msg('Close the conversation'),
        intro: msg('Nobody can comment any more; what is there stays.'),
        done: msg('Close the conversation'),
        heard: msg('The conversation is closed now.'),
      };
    case 'reopen':
      return {
        ...note,
        label: msg('Open the conversation again'),
        done: msg('Open again'),
        heard: msg('The conversation is open again.'),
      };
    case 'appeal':
      return {
        ...note,
        label: msg('Ask to look again'),
        intro: msg(
          'A steward other than the one who hid it answers, if there is one. You can ask once.',
        ),
        done: msg('Ask to look again'),
        said: msg('You asked to look again. The answer will appear here.'),
      };
  }
}
