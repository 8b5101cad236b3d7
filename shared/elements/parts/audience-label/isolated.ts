/** Names in sentences: whatever their direction of writing, the words around them stay where they are. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** Unicode's first strong isolate, and its end. */
const [begin, end] = ['\u2068', '\u2069'];
const isolates = /[\u2066-\u2069]/g;
const parts = /\u2068([^\u2069]*)\u2069/;

/** A name as it goes into a translated sentence. */
export const isolated = (name: string): string => begin + name.replace(isolates, '') + end;

/** A sentence with isolated names, each in an element of its own. */
export const withNames = (sentence: string): readonly (string | TemplateResult)[] =>
  sentence
    .split(parts)
    .map((part, at) => (at % 2 === 0 ? part : html`<bdi>${part}</bdi>`))
    .filter((part) => part !== '');
