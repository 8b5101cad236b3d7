/** What stands around the app on a page of this Confluence: who one is, and where else one can go. */
import { readFileSync } from 'node:fs';
import type { Company } from '@kantine/company';
import type { Content, DrawChrome } from '@kantine/forge-emulator';
import { companySpace, freshSpace } from './tenant.ts';

interface Surroundings {
  readonly company: Company;
  readonly pages: readonly Content[];
  /** The address of the SharePoint page. */
  readonly sharePoint: () => string;
}

const styles = readFileSync(new URL('chrome.css', import.meta.url), 'utf8');
/** Choosing goes there; the button is for a browser without scripts. */
const script = `document.querySelector('.choices').addEventListener('change', ({ target }) => target.form.requestSubmit());`;

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Modules of the app that are pages of their own. */
const places = (space: string): readonly (readonly [address: string, label: string])[] => [
  ['/wiki/apps/home-feed', 'Homepage feed'],
  [`/wiki/apps/space-groups?space=${space}`, 'Groups of this space'],
  ['/wiki/apps/all-groups', 'All groups'],
  [`/wiki/apps/space-settings?space=${space}`, 'Space settings'],
  [`/wiki/apps/space-settings?space=${freshSpace.key}`, 'Settings of an empty space'],
  ['/wiki/apps/site-settings', 'Kantine in the administration'],
];

export function drawChrome({ company, pages, sharePoint }: Surroundings): DrawChrome {
  const people = company.people
    .filter(({ active }) => active)
    .sort((one, other) => one.name.localeCompare(other.name));

  return ({ as, address }) => {
    const link = (to: string, label: string): string => {
      const target = new URL(to, address);
      const isHere =
        target.pathname === address.pathname &&
        target.searchParams.get('space') === address.searchParams.get('space');
      target.searchParams.set('as', as);
      const current = isHere ? ' aria-current="page"' : '';
      return `<li><a href="${escaped(target.pathname + target.search)}"${current}>${escaped(label)}</a></li>`;
    };
    const options = people.map(({ id, name, title }) => {
      const selected = id === as ? ' selected' : '';
      return `<option value="${escaped(id)}"${selected}>${escaped(`${name} — ${title}`)}</option>`;
    });
    const kept = [...address.searchParams]
      .filter(([name]) => name !== 'as')
      .map(
        ([name, value]) =>
          `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
      );
    const pageLinks = pages.map(({ id, title }) =>
      link(`/wiki/spaces/${companySpace.key}/pages/${id}`, title),
    );
    const placeLinks = places(companySpace.key).map(([to, label]) => link(to, label));
    const elsewhere = `${sharePoint()}?as=${encodeURIComponent(as)}`;
    return {
      head: `<style>${styles}</style>`,
      header: `<header class="suite">
<p class="brand">Confluence</p>
<nav aria-label="Hosts"><a href="${escaped(elsewhere)}">SharePoint page</a> <a href="" aria-current="page">Confluence page</a></nav>
<form class="choices" method="get">${kept.join('')}<label>You are <select name="as">${options.join('')}</select></label><noscript><button>Go</button></noscript></form>
<button id="color-mode" type="button">Light or dark</button>
</header>
<nav class="side" aria-label="Space"><p>${escaped(company.name)}</p><ul>${pageLinks.join('')}</ul><p>Kantine</p><ul>${placeLinks.join('')}</ul></nav>
<script>${script}</script>`,
    };
  };
}
