/** Messages as Lit templates. User text only ever becomes text: no HTML is parsed, none is set. */
import type { Code, Link } from 'mdast';
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { DirectiveResult } from 'lit/directive.js';
import { until } from 'lit/directives/until.js';
import type { Block, Inline, parse as Parse } from './parse.ts';
import { safeAddress } from './safe-address.ts';

type Rendered = TemplateResult | string | readonly Rendered[];

/** Anything that the subset gives a meaning, or that a line could start with to get one. */
const special = /[*_`\\[\]<>&~]|:\/\/|www\.|@|^[ \t]*(?:[-+]|\d+[.)])[ \t]/m;

/** Deeper nesting than people write; the parser's work grows with its square. */
const tooDeep = /^(?:[ \t]*(?:>|[-+*]|\d+[.)])){12}/m;

let parse: typeof Parse | undefined;
let loading: Promise<void> | undefined;

/** Fetches the parser, once. Where it cannot be had, messages stay readable as they were typed. */
function loadParser(): Promise<void> {
  loading ??= import('./parse.ts').then(
    (parser) => void (parse = parser.parse),
    () => void (loading = undefined),
  );
  return loading;
}

/** @returns a message's text, rendered. Each block finds its own reading direction. */
export function markdown(text: string): Rendered | DirectiveResult {
  if (!special.test(text) || tooDeep.test(text)) return plain(text);
  if (parse) return parse(text).map(block);
  const parsed = loadParser().then(() => (parse ? parse(text).map(block) : plain(text)));
  return until(parsed, plain(text));
}

/** Text without markup: blank lines part paragraphs, line breaks stay. */
const plain = (text: string): Rendered =>
  text.split(/\n[ \t]*\n\s*/).map((paragraph) => html`<p dir="auto">${lines(paragraph)}</p>`);

/** People who press Enter mean a new line. */
function lines(text: string): Rendered {
  if (!text.includes('\n')) return text;
  return text.split('\n').map((line, index) => (index === 0 ? line : html`<br />${line}`));
}

function block(node: Block): Rendered {
  switch (node.type) {
    case 'paragraph':
      return html`<p dir="auto">${node.children.map(inline)}</p>`;
    case 'blockquote':
      return html`<blockquote dir="auto">${node.children.map(block)}</blockquote>`;
    case 'code':
      return code(node);
    case 'list': {
      const items = node.children.map(
        ({ children }) => html`<li dir="auto">${children.map((child) => item(child))}</li>`,
      );
      return node.ordered === true
        ? html`<ol start=${node.start ?? 1}>
            ${items}
          </ol>`
        : html`<ul>
            ${items}
          </ul>`;
    }
    default:
      return inline(node as Inline);
  }
}

/** A list item's own line needs no paragraph around it. */
const item = (node: Block): Rendered =>
  node.type === 'paragraph' ? html`<div>${node.children.map(inline)}</div>` : block(node);

function inline(node: Inline): Rendered {
  switch (node.type) {
    case 'text':
      return lines(node.value);
    case 'strong':
      return html`<strong>${node.children.map(inline)}</strong>`;
    case 'emphasis':
      return html`<em>${node.children.map(inline)}</em>`;
    case 'inlineCode':
      return html`<code>${node.value}</code>`;
    case 'break':
      return html`<br />`;
    case 'link':
      return link(node);
    default:
      return 'value' in node ? node.value : '';
  }
}

/** A link whose address is not safe shows the address it would have had, as text. */
function link({ url, title, children }: Link): Rendered {
  const content = children.map(inline);
  const safe = safeAddress(url);
  const [only] = children;
  const saysSo = only?.type === 'text' && only.value === url && !title;
  if (safe === undefined && saysSo) return content;
  if (safe === undefined) return html`${content} (${[url, title].filter(Boolean).join(' ')})`;
  return html`<a
    href=${safe}
    title=${title ?? nothing}
    target="_blank"
    rel="noopener noreferrer nofollow"
    >${content}</a
  >`;
}

/** What stands beside the fence is shown too: often it is the first line of what was pasted. */
function code({ lang, meta, value }: Code): Rendered {
  const beside = [lang, meta].filter(Boolean).join(' ');
  const text = beside === '' ? value : html`<span class="beside">${beside}</span> ${value}`;
  return html`<pre dir="ltr" tabindex="0"><code>${text}</code></pre>`;
}

export const markdownStyles = css`
  .markdown {
    overflow-wrap: anywhere;
  }

  .markdown > * + * {
    margin-block-start: 0.6em;
  }

  .markdown :is(ul, ol) {
    padding-inline-start: 1.5em;
  }

  .markdown blockquote {
    border-inline-start: 3px solid var(--k-border);
    color: var(--k-muted);
    margin-inline: 0;
    padding-inline-start: 0.75em;
  }

  .markdown code {
    background: var(--k-surface);
    border-radius: 4px;
    font:
      0.9em/1.4 ui-monospace,
      'Cascadia Mono',
      Consolas,
      monospace;
    padding: 0.1em 0.3em;
  }

  .markdown pre {
    background: var(--k-surface);
    border-radius: var(--k-radius);
    overflow-x: auto;
    padding: 0.6em 0.8em;
    margin-inline: 0;
  }

  .markdown .beside {
    color: var(--k-muted);
  }

  .markdown pre code {
    padding: 0;
  }
`;
