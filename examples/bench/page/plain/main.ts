/**
 * The wall as a competent engineer writes it without any library: functions that make elements, one style sheet,
 * one listener for every button.
 */
import { group, pageFrom, people } from '../content.ts';
import type { Page, Post, ReactionKind, WallSize } from '../content.ts';
import { offer } from '../offer.ts';
import { button, element } from './dom.ts';
import { face, label, post } from './post.ts';
import './wall.css';

/** The next page of posts; like every community's, its answer comes later. */
const read = async (first: number, size: WallSize): Promise<Page> => pageFrom(first, size);

function toggle(chip: HTMLElement): void {
  const isGiven = chip.getAttribute('aria-pressed') === 'true';
  const count = Number(chip.dataset.count) + (isGiven ? -1 : 1);
  chip.dataset.count = String(count);
  chip.setAttribute('aria-pressed', String(!isGiven));
  label(chip, chip.dataset.react as ReactionKind, count);
}

function pressed({ target }: Event): void {
  const chip = target instanceof Element ? target.closest<HTMLElement>('[data-react]') : null;
  if (chip) toggle(chip);
}

/**
 * A page of posts. Out of sight it costs one place that the browser watches, where each of its posts would be
 * one more.
 */
function block(posts: readonly Post[]): HTMLElement {
  const made = element('div', { class: 'page' }, ...posts.map(post));
  made.style.setProperty('--posts', String(posts.length));
  return made;
}

function show(size: WallSize): void {
  const posts = element('div');
  const older = button({ class: 'older' }, 'Show older posts');
  const head = element(
    'div',
    { class: 'head' },
    element('h2', {}, group.name),
    element('p', {}, group.purpose),
    ...people.map(face),
    element('p', {}, `${group.memberCount} members`),
    button({ 'data-leave': '' }, 'Leave group'),
    button({ class: 'field', 'data-write': '' }, 'Share something, or ask a question…'),
  );
  const load = async (first: number): Promise<void> => {
    const page = await read(first, size);
    posts.append(block(page.posts));
    older.onclick = () => void load(page.next ?? 0);
    if (page.next === undefined) older.remove();
  };
  const wall = element('section', { class: 'wall', 'aria-label': group.name }, head, posts, older);
  wall.addEventListener('click', pressed);
  document.body.append(wall);
  void load(0);
}

offer({ show, older: () => document.querySelector('.older') });
