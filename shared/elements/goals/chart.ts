/** The line of a goal: what was counted by month, where it began and what it aims at. */
import type { Month } from '@kantine/core';
import { html, nothing, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';

interface ChartPoint {
  readonly month: Month;
  readonly value?: number;
}

export interface ChartLines {
  /** Months in their order; those without a value are gaps. */
  readonly points: readonly ChartPoint[];
  readonly beginning?: number | undefined;
  readonly target: number;
  /** The end of the scale, where the unit has one. */
  readonly most?: number;
}

/** What is written beside it. */
export interface ChartWords {
  /** What the picture shows, for those who do not see it. */
  readonly label: string;
  readonly top: string;
  readonly bottom: string;
  readonly first: string;
  readonly last: string;
  readonly keys: readonly {
    readonly line: 'counted' | 'beginning' | 'target';
    readonly text: string;
  }[];
}

/** A little room at the edges, so that no dot is cut. In hundredths of the picture. */
const room = 4;
const round = (value: number): number => Math.round(value * 100) / 100;

/** The end of the scale: a round number that everything fits below. */
export function scaleOf({ points, beginning = 0, target, most }: ChartLines): number {
  if (most !== undefined) return most;
  const highest = Math.max(target, beginning, ...points.map(({ value = 0 }) => value), 1);
  const step = 10 ** Math.floor(Math.log10(highest));
  return [1, 2, 2.5, 5, 10].map((times) => times * step).find((end) => end >= highest) ?? highest;
}

/** Where the points are in a square of 100 by 100; the first month is on the left. */
export function placesOf(
  lines: ChartLines,
): readonly (readonly [x: number, y: number] | undefined)[] {
  const { points } = lines;
  const y = heightIn(lines);
  const inner = 100 - 2 * room;
  return points.map(({ value }, at) => {
    if (value === undefined) return undefined;
    const x = points.length === 1 ? 50 : room + (inner * at) / (points.length - 1);
    return [round(x), y(value)];
  });
}

const heightIn = (lines: ChartLines): ((value: number) => number) => {
  const end = scaleOf(lines);
  return (value) => round(100 - room - ((100 - 2 * room) * value) / end);
};

/** A line through what is shown; a month that is not shown breaks it. */
function lineThrough(places: ReturnType<typeof placesOf>): string {
  let isOn = false;
  return places
    .map((place) => {
      const step = place ? `${isOn ? 'L' : 'M'}${place[0]} ${place[1]}` : '';
      isOn = place !== undefined;
      return step;
    })
    .join('');
}

const level = (name: string, y: number): SVGTemplateResult =>
  svg`<path class=${name} d="M0 ${y}H100" />`;

/** A dot is a line of no length: it keeps its form whatever form the picture has. */
export function chart(lines: ChartLines, words: ChartWords): TemplateResult {
  const places = placesOf(lines);
  const y = heightIn(lines);
  const { beginning, target } = lines;
  return html`<figure class="chart">
    <div class="scale muted" aria-hidden="true">
      <span>${words.top}</span><span>${words.bottom}</span>
    </div>
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label=${words.label}>
      ${level('axis', y(0))} ${beginning === undefined ? nothing : level('beginning', y(beginning))}
      ${level('target', y(target))} ${svg`<path class="counted" d=${lineThrough(places)} />`}
      ${places.map((place) => (place ? svg`<path class="dot" d="M${place[0]} ${place[1]}h0" />` : nothing))}
    </svg>
    <div class="months muted" aria-hidden="true">
      <span>${words.first}</span><span>${words.last}</span>
    </div>
    <ul class="keys muted plain" aria-hidden="true">
      ${words.keys.map(
        ({ line, text }) =>
          html`<li>
            <svg viewBox="0 0 20 10" class="key">${svg`<path class=${line} d="M0 5H20" />`}</svg
            >${text}
          </li>`,
      )}
    </ul>
  </figure>`;
}
