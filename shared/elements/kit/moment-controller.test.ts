import { html, LitElement } from 'lit';
import { expect, it, vi } from 'vitest';
import { momentText } from '../locale/moment.ts';
import { mountTemplate } from '../testing/index.ts';
import { MomentController } from './moment-controller.ts';

const hour = 3_600_000;
const written = Date.UTC(2026, 10, 23, 12);
let renders = 0;

class OneMoment extends LitElement {
  readonly #moment = new MomentController(this, () => written);

  protected override render() {
    renders += 1;
    return html`${momentText(written, this.#moment.now)}`;
  }
}
customElements.define('test-moment', OneMoment);

it('stays true on a page that is open for a day, and is written anew only when it says something else', async () => {
  vi.useFakeTimers({ now: written + 2 * hour, toFake: ['Date', 'setInterval', 'clearInterval'] });
  try {
    const root = mountTemplate(html`<test-moment></test-moment>`);
    const element = root.querySelector('test-moment') as OneMoment;
    await element.updateComplete;
    const text = () => element.shadowRoot?.textContent;
    expect(text()).toBe('2 hours ago');
    vi.advanceTimersByTime(14 * hour + 60_000);
    await element.updateComplete;
    expect(text()).toBe('16 hours ago');
    const before = renders;
    vi.advanceTimersByTime(hour / 2);
    await element.updateComplete;
    expect(renders).toBe(before);
  } finally {
    vi.useRealTimers();
  }
});
