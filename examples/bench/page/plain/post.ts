/** A post with its conversation, in as few elements as its features need. */
import { reactionKinds } from '../content.ts';
import type { Message, Person, Post, ReactionKind } from '../content.ts';
import { answerLabel, emojiOf, initialsOf, momentOf, nameOf } from '../words.ts';
import { button, element } from './dom.ts';

export function face({ id, name }: Person): HTMLElement {
  const made = element('span', { class: 'face', 'aria-hidden': 'true' }, initialsOf(name));
  made.style.setProperty('--hue', String(Number(id) * 90));
  return made;
}

/** @param count none yet: only the kind is shown. */
export function label(chip: HTMLElement, kind: ReactionKind, count: number): void {
  chip.textContent = count > 0 ? `${emojiOf[kind]} ${count}` : emojiOf[kind];
  chip.setAttribute('aria-label', count > 0 ? `${nameOf[kind]}: ${count}` : nameOf[kind]);
}

function chip(kind: ReactionKind, count: number): HTMLElement {
  const made = button({ class: 'chip', 'aria-pressed': 'false', 'data-react': kind }, '');
  made.dataset.count = String(count);
  label(made, kind, count);
  return made;
}

const about = ({ author, created }: Message): (Node | string)[] => [
  face(author),
  button({ class: 'name', 'data-person': author.id }, author.name),
  element('time', { datetime: new Date(created).toISOString() }, momentOf(created)),
];

const words = ({ text }: Message): HTMLElement => element('p', { class: 'words' }, text);

const others = (): HTMLElement[] => [
  button({ 'data-more': '', 'aria-label': 'More reactions' }, '☺'),
  button({ 'data-reply': '' }, 'Reply'),
];

const comment = (message: Message): HTMLElement =>
  element(
    'li',
    { 'data-message': message.id },
    ...about(message),
    words(message),
    chip('like', 0),
    ...others(),
  );

export const post = (message: Post): HTMLElement =>
  element(
    'article',
    { class: 'post', 'data-message': message.id },
    ...about(message),
    words(message),
    element(
      'div',
      { class: 'actions' },
      ...reactionKinds.map((kind) => chip(kind, message.reactions[kind])),
      ...others(),
    ),
    element(
      'ol',
      { class: 'comments', 'aria-label': 'Comments' },
      ...message.comments.map(comment),
    ),
    button({ class: 'answer', 'data-answer': '' }, answerLabel),
  );
