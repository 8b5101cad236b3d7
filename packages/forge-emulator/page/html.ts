import { SANDBOX_ATTRIBUTE } from './csp.ts';
import type { Page } from './page.ts';
import { fixedHeight } from './viewport-size.ts';

export interface ShownFrame {
  readonly id: string;
  readonly title: string;
  readonly src: string;
  readonly closable?: boolean;
  /** Of the manifest; a frame without one is as high as its content. */
  readonly viewportSize?: string | undefined;
}

/** What stands around the app in a page: the product's own, which is not emulated. */
export interface Chrome {
  /** HTML for the head: styles, scripts. */
  readonly head: string;
  /** HTML in the place of the plain header. */
  readonly header: string;
}

/** Draws it for the person who is signed in; the address is the page's own, with all its parameters. */
export type DrawChrome = (shown: { readonly as: string; readonly address: URL }) => Chrome;

export interface HostPage {
  readonly page: Page;
  readonly chrome: Chrome | undefined;
  readonly title: string;
  readonly person: string;
  /** Trusted: what the site's owner wrote into the page. */
  readonly body: string;
  readonly frames: readonly ShownFrame[];
}

/** A page of the product with the app in it. */
export function renderHost(shown: HostPage): string {
  const { page, title, body, frames, chrome = plainChrome(shown.person) } = shown;
  return `<!doctype html>
<html lang="en" data-page="${page.id}" data-color-mode="${page.colorMode}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(title)}</title>
<link rel="icon" href="data:,">
<style>
body { margin: 0; font: 1rem/1.5 system-ui; }
main { margin: 0 auto; max-width: 60rem; padding: 1rem; }
html[data-color-mode=dark] { color-scheme: dark; }
html[data-color-mode=dark] body { background: #1f1f21; color: #ddd; }
iframe { border: 0; width: 100%; min-height: 3rem; }
#flags { position: fixed; left: 1rem; bottom: 1rem; }
</style>
${chrome.head}
</head>
<body>
${chrome.header}
<main><h1>${escape(title)}</h1>${body}${frames.map(renderFrame).join('')}</main>
<div id="flags"></div>
<script src="/_forge/host.js"></script>
</body>
</html>`;
}

/** As plain as can be, it is not what is tested. */
function plainChrome(person: string): Chrome {
  return {
    head: '<style>header { display: flex; gap: 1rem; justify-content: space-between; padding: 1rem; }</style>',
    header: `<header><span>${escape(person)}</span><button id="color-mode">Light or dark</button></header>`,
  };
}

function renderFrame({ id, title, src, closable = false, viewportSize }: ShownFrame): string {
  const attributes = `id="${id}" title="${escape(title)}" src="${escape(src)}"`;
  const fixed =
    viewportSize === undefined
      ? ''
      : ` data-viewport-size="${viewportSize}" style="height: ${fixedHeight(viewportSize)}"`;
  return `<iframe ${attributes} sandbox="${SANDBOX_ATTRIBUTE}"${fixed}${closable ? ' data-closable' : ''}></iframe>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
