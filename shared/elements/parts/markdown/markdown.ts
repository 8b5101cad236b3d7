/** Messages as Lit templates. Typed text only ever becomes text: no HTML is parsed, none is set. */
import type { PersonSummary } from '@kantine/core';
import { css, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { html } from '../../kit/compact.ts';
import { withEveryone } from '../../kit/everyone.ts';
import { parse } from './parse.ts';
import type { Block, CodeBlock, Inline, Item, Link, Mention } from './tree.ts';

type Rendered = TemplateResult | string | readonly Rendered[];

type People = readonly PersonSummary[] | undefined;

/** Whom the text that is drawn now may mention: it is drawn in one go. */
let people: People;

/**
 * @param mentions whom the text may mention; the tokens of others stay as they were typed.
 * @returns a message's text, rendered. Each block finds its own reading direction.
 */
export const markdown = (text: string, mentions?: People): Rendered => draw(parse(text), mentions);

/** The same of a text that is parsed. */
export function draw(blocks: readonly Block[], mentions: People): Rendered {
  people = mentions;
  return all(blocks, block);
}

/** Most messages are one paragraph, and most paragraphs one text: one needs no list of parts. */
function all<Node>(nodes: readonly Node[], draw: (node: Node) => Rendered): Rendered {
  const [first, second] = nodes;
  return first && !second ? draw(first) : nodes.map(draw);
}

function block(node: Block): Rendered {
  switch (node.type) {
    case 'paragraph':
      return html`<p dir="auto">${inlines(node.children)}</p>`;
    case 'quote':
      return html`<blockquote dir="auto">${node.children.map(block)}</blockquote>`;
    case 'code-block':
      return codeBlock(node);
    case 'list': {
      const items = node.items.map(item);
      return node.items[0]?.number === undefined
        ? html`<ul>
            ${items}
          </ul>`
        : html`<ol>
            ${items}
          </ol>`;
    }
  }
}

/** Its number is the one that was typed; its own line needs no paragraph around it. */
const item = ({ number, children }: Item): TemplateResult =>
  html`<li dir="auto" value=${number ?? nothing}>
    ${children.map((child) =>
      child.type === 'paragraph' ? html`<div>${inlines(child.children)}</div>` : block(child),
    )}
  </li>`;

const inlines = (nodes: readonly Inline[]): Rendered => all(nodes, inline);

function inline(node: Inline): Rendered {
  switch (node.type) {
    case 'text':
      return lines(withEveryone(node.value));
    case 'code':
      return html`<code>${lines(node.value)}</code>`;
    case 'strong':
      return html`<strong>${inlines(node.children)}</strong>`;
    case 'emphasis':
      return html`<em>${inlines(node.children)}</em>`;
    case 'link':
      return link(node);
    case 'mention':
      return mention(node);
  }
}

/** Somebody without a name is nobody who could be shown. */
function mention({ person, typed }: Mention): Rendered {
  const found = people?.find(({ id, name }) => id === person && name !== '');
  return found ? html`<kantine-person-name .person=${found}></kantine-person-name>` : typed;
}

/** People who press Enter mean a new line. */
function lines(text: string): Rendered {
  if (!text.includes('\n')) return text;
  return text.split('\n').map((line, index) => (index === 0 ? line : html`<br />${line}`));
}

/** The text of a link has a direction of its own, so that it cannot turn around what stands behind it. */
function link({ url, leadsTo, children }: Link): Rendered {
  const shown = html`<a dir="auto" href=${url} target="_blank" rel="noopener noreferrer nofollow"
    >${inlines(children)}</a
  >`;
  return leadsTo === undefined
    ? shown
    : [shown, html` <span class="beside" dir="ltr">(${leadsTo})</span>`];
}

/** Text beside the fence is shown too: often it is the first line of a pasted text. */
function codeBlock({ beside, value }: CodeBlock): Rendered {
  const text = beside === '' ? value : html`<span class="beside">${beside}</span> ${value}`;
  return html`<pre dir="ltr" tabindex="0"><code>${text}</code></pre>`;
}

export const markdownStyles = css`
  /* Marks that are stacked on a letter cover nothing around the text. */
  .markdown {
    overflow: clip;
    overflow-clip-margin: 0.25rem;
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
