/** What both pages do: sign somebody in, offer the groups, give every widget its community. */
import { remoteCommunity } from '@kantine/core';
import type { Community, GroupView, PersonSummary } from '@kantine/core';
import '@kantine/elements/define';
import { useLanguage } from '@kantine/elements';
import { changeSource } from './change-source.ts';
import { callServer } from './call-server.ts';

const parameters = new URLSearchParams(location.search);

/** The address of this page with one thing about it changed. */
function addressWith(name: string, value: string): string {
  const changed = new URLSearchParams(parameters);
  changed.set(name, value);
  return `${location.pathname}?${changed.toString()}`;
}

function element<Type extends HTMLElement>(id: string): Type {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found as Type;
}

/** Fills a choice at the top; choosing reloads the page, as signing in to a host would. */
function offer(
  id: string,
  choices: readonly { value: string; label: string }[],
  current: string,
): void {
  const select = element<HTMLSelectElement>(id);
  select.replaceChildren(...choices.map(({ value, label }) => new Option(label, value)));
  select.value = current;
  select.addEventListener('change', () => location.assign(addressWith(id, select.value)));
}

function showNavigation(groups: readonly GroupView[], current: string | undefined): void {
  const links = groups.map(({ id, name }) => {
    const link = document.createElement('a');
    link.href = addressWith('group', id);
    link.textContent = name;
    if (id === current) link.setAttribute('aria-current', 'page');
    const item = document.createElement('li');
    item.append(link);
    return item;
  });
  element('groups').replaceChildren(...links);
}

function applyTheme(theme: string): void {
  document.documentElement.dataset.theme = theme;
}

async function open(): Promise<void> {
  const people = (await (await fetch('/people')).json()) as PersonSummary[];
  const asked = parameters.get('as');
  const me = people.find(({ id }) => id === asked) ?? people[0];
  if (!me) throw new Error('Nobody works here.');
  const language = parameters.get('language') ?? document.documentElement.lang;
  const theme = parameters.get('theme') ?? 'light';
  document.documentElement.lang = language;
  applyTheme(theme);
  await useLanguage(language);

  const byName = [...people].sort((a, b) => a.name.localeCompare(b.name));
  offer(
    'as',
    byName.map(({ id, name, title = '' }) => ({ value: id, label: `${name} — ${title}` })),
    me.id,
  );
  offer('language', languages, language);
  offer('theme', themes, theme);

  const community: Community = remoteCommunity({
    send: callServer(me.id),
    changes: changeSource(me.id),
    ids: { next: () => crypto.randomUUID() },
  });
  const groups = await community.listGroups();
  const group = groups.find(({ id }) => id === parameters.get('group')) ?? groups[0];
  showNavigation(groups, group?.id);
  const wall = document.querySelector('kantine-wall');
  if (wall && group) wall.group = group.id;
  for (const widget of document.querySelectorAll(
    'kantine-wall, kantine-kudos, kantine-profile-card',
  )) {
    Object.assign(widget, { community });
  }
}

const languages = [
  { value: 'en', label: 'English' },
  { value: 'nl', label: 'Nederlands' },
  { value: 'de', label: 'Deutsch' },
  { value: 'fr', label: 'Français' },
];

const themes = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

open().catch((error: unknown) => {
  console.error(error);
  element('trouble').hidden = false;
});
