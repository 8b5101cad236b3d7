/** A moment as it is shown. */
import type { TemplateResult } from 'lit';
import { fullMomentText } from '../locale/moment.ts';
import { html } from './compact.ts';

/** The day and the hour come with the pointer: written for each moment, they cost a wall a tenth of its first view. */
function tellInFull({ currentTarget }: Event): void {
  const time = currentTarget as HTMLTimeElement;
  time.title = fullMomentText(Date.parse(time.dateTime));
}

/** @param text of the moment in short; the pointer that rests on it is told the moment in full. */
export const timeElement = (instant: number, text: string): TemplateResult =>
  html`<time datetime=${new Date(instant).toISOString()} @pointerenter=${tellInFull}
    >${text}</time
  >`;
