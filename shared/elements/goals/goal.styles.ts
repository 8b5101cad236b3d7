import { css } from 'lit';

/** One goal with its chart, its table and what was said of it. */
export const goalStyles = css`
  :host {
    display: block;
  }

  article {
    border: 1px solid var(--k-border);
    border-radius: calc(var(--k-radius) * 1.5);
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
    padding: 1rem;
  }

  .top {
    align-items: start;
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    justify-content: space-between;
  }

  h3 {
    font-size: 1.0625rem;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }

  h3:focus-visible {
    outline: 2px solid var(--k-accent);
    outline-offset: 2px;
  }

  .state {
    background: var(--k-surface);
    border-radius: 999px;
    font-size: 0.8125rem;
    font-weight: 600;
    padding: 0.1rem 0.6rem;
    white-space: nowrap;
  }

  .state.reached {
    background: var(--k-accent-soft);
  }

  .stand {
    font-size: 1rem;
  }

  .why {
    color: var(--k-muted);
    margin-block-start: -0.5rem;
  }

  .why,
  .said {
    overflow-wrap: anywhere;
  }

  .learned {
    background: var(--k-accent-soft);
    border-radius: var(--k-radius);
    display: grid;
    gap: 0.25rem;
    padding: 0.75rem 1rem;
  }

  .chart {
    display: grid;
    gap: 0.25rem 0.5rem;
    grid-template-columns: auto minmax(0, 1fr);
    max-inline-size: 44rem;
  }

  .chart > svg {
    block-size: 8rem;
    inline-size: 100%;
    overflow: visible;
  }

  .scale {
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    text-align: end;
  }

  .months {
    display: flex;
    grid-column: 2;
    justify-content: space-between;
  }

  .keys {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    grid-column: 2;
  }

  .keys li {
    align-items: center;
    display: flex;
    gap: 0.4rem;
  }

  .key {
    block-size: 0.625rem;
    flex: none;
    inline-size: 1.25rem;
  }

  path {
    fill: none;
    vector-effect: non-scaling-stroke;
  }

  .axis {
    stroke: var(--k-border);
    stroke-width: 1;
  }

  .beginning {
    stroke: var(--k-muted);
    stroke-dasharray: 4 4;
    stroke-width: 1.5;
  }

  .target {
    stroke: var(--k-text);
    stroke-dasharray: 1 5;
    stroke-linecap: round;
    stroke-width: 2;
  }

  .counted,
  .dot {
    stroke: var(--k-accent);
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 2.5;
  }

  .dot {
    stroke-width: 8;
  }

  summary {
    cursor: pointer;
    font-size: 0.875rem;
    min-block-size: 1.5rem;
  }

  table {
    border-collapse: collapse;
    font-size: 0.875rem;
    margin-block-start: 0.5rem;
    max-inline-size: 30rem;
    inline-size: 100%;
  }

  th,
  td {
    border-block-end: 1px solid var(--k-border);
    padding: 0.3rem 0.5rem;
    text-align: start;
  }

  th {
    font-weight: 600;
  }

  tbody th {
    font-weight: 400;
  }

  td {
    font-variant-numeric: tabular-nums;
  }

  .says {
    display: grid;
    gap: 0.6rem;
  }

  .said .muted {
    display: block;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
`;
