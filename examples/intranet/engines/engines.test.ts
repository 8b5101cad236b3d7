/** The main job, the card, the pickers and the composer in every engine that people have, on both pages. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serverUnderTest } from '../e2e/server-under-test.ts';
import type { ServerUnderTest } from '../e2e/server-under-test.ts';
import { chromium } from './chromium.ts';
import type { Engine, Tab } from './engine.ts';
import { firefox } from './firefox.ts';
import type { Wanted } from './find.ts';
import { keys, Person } from './person.ts';
import { webkit } from './webkit.ts';

const engines = { chromium, firefox, webkit };

let server: ServerUnderTest;
beforeAll(async () => {
  server = await serverUnderTest();
});
afterAll(() => server.close());

const button = (name: string, within?: Wanted['within']): Wanted => ({
  role: 'button',
  name,
  ...(within ? { within } : {}),
});
const composer: Wanted = { role: 'textbox', name: '~Schrijf aan' };
const text = (name: string, within?: Wanted['within']): Wanted => ({
  role: 'any',
  name: `~${name}`,
  ...(within ? { within } : {}),
});

describe.each(Object.entries(engines))('in %s', (name, launch) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await launch();
  });
  afterAll(() => engine.close());

  describe.each(['sharepoint', 'confluence'])('on the page of %s', (host) => {
    const opened: Tab[] = [];
    /** Both read Dutch: in Confluence the language is that of the account. */
    async function open(person: string): Promise<Person> {
      const tab = await engine.open();
      opened.push(tab);
      await tab.goto(`${server.url}/${host}?as=${person}&language=nl`);
      return new Person(tab);
    }
    afterAll(() => Promise.all(opened.map((tab) => tab.close())));

    const question = `Wie heeft de sleutel van lokaal 3 (${name}, ${host})`;
    const answer = `Bij de receptie (${name}, ${host})`;
    const reason = `vond de sleutel terug (${name}, ${host})`;
    const post = { tag: 'kantine-post', text: question };
    const kudos = { tag: 'kantine-kudos' };
    let nadia: Person;
    let dennis: Person;

    it('an employee posts with the keyboard, and it stays', async () => {
      nadia = await open('nadia.belkacem');
      await nadia.write(composer, question);
      const { frame } = await nadia.see(composer);
      await nadia.chord(frame, keys.control, keys.enter);
      const bewerken = await nadia.see(button('Bewerken', post));
      expect(bewerken.text).toContain('Bewerken');
    });

    it('a colleague sees it, answers and reacts', async () => {
      dennis = await open('dennis.vanderkolk');
      await dennis.see(text(question));
      await dennis.press(button('Antwoorden', post));
      await dennis.write({ role: 'textbox', name: '~', within: post }, answer);
      await dennis.press(button('Reageren', post));
      await nadia.see(text(answer, post));
      await dennis.press(button('Leuk', post));
      const liked = await nadia.see({ ...button('Leuk: 1', post) });
      expect(liked.text).toContain('1');
    });

    it('thanks a colleague, chosen by keyboard from the list that opens below the field', async () => {
      await nadia.press(button('Bedank een collega', kudos));
      const field: Wanted = { role: 'combobox', name: 'Wie wil je bedanken?', within: kudos };
      await nadia.write(field, 'Dennis');
      const option = await nadia.see({
        role: 'option',
        name: '~Dennis van der Kolk',
        within: kudos,
      });
      const { box, frame } = await nadia.see(field);
      const [left, top, , height] = box;
      // Below its field, and beginning where that begins.
      expect(Math.abs(option.box[0] - left)).toBeLessThan(24);
      expect(option.box[1]).toBeGreaterThan(top + height - 4);
      expect(option.box[1]).toBeLessThan(top + height + 80);
      await nadia.type(frame, keys.enter);
      await nadia.seeNoMore({ role: 'option', name: '~Dennis van der Kolk', within: kudos });
      await nadia.press({ role: 'radio', name: '~', within: kudos });
      await nadia.write(
        { role: 'textbox', name: 'Wat heeft die collega gedaan?', within: kudos },
        reason,
      );
      await nadia.press(button('Kudos geven', kudos));
      await dennis.see(text(reason, kudos));
    });

    it('mentions a colleague in the composer', async () => {
      await nadia.write(composer, 'Kijk eens @Olivia B');
      const option = await nadia.see({ role: 'option', name: '~Olivia Barnes' });
      const { frame, box } = await nadia.see(composer);
      expect(option.box[1]).toBeGreaterThan(box[1]);
      await nadia.type(frame, keys.enter);
      await nadia.seeNoMore({ role: 'option', name: '~Olivia Barnes' });
      const written = await nadia.see(composer);
      expect(written.text).toContain('Olivia Barnes');
    });

    it('shows who somebody is where the pointer rests, beside their name, and hides it', async () => {
      const name = await dennis.pointAt(button('Nadia Belkacem', post));
      const card = await dennis.see({ role: 'dialog', name: 'Over Nadia Belkacem' });
      const [left, top, width, height] = card.box;
      expect(left).toBeGreaterThanOrEqual(0);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(Math.min(Math.abs(top - name.y), Math.abs(top + height - name.y))).toBeLessThan(60);
      expect(left).toBeLessThanOrEqual(name.x);
      expect(left + width).toBeGreaterThan(name.x);
      await dennis.type(card.frame, keys.escape);
      await dennis.seeNoMore({ role: 'dialog', name: 'Over Nadia Belkacem' });
    });
  });
});
