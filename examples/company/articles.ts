/** What people of the company wrote at length: a series from the test bakery, and what two engineers found out. */
import type { Cover } from '@kantine/core';
import type { Moment } from './calendar.ts';

interface PlannedArticle {
  readonly at: Moment;
  readonly by: string;
  readonly group: string;
  readonly title: string;
  readonly lead: string;
  readonly series?: string;
  readonly cover: Cover;
  readonly text: string;
}

const series = 'Lessen van de snijproef';

/** Oldest first. */
export const articlesWritten: readonly PlannedArticle[] = [
  {
    at: '6 thu 16:30',
    by: 'priya.nair',
    group: 'service',
    title: 'What I write down before I leave a bakery',
    lead: 'Five lines in the van save the next colleague an hour at the machine.',
    cover: { colour: 'blue', icon: 'tool' },
    text: `Every visit ends the same way: the machine runs, somebody gives me a roll, and I want to go home. For a year now I stay four minutes longer and write five lines.

## The five lines

1. What the baker said, in the words of the baker.
2. What it really was.
3. What I measured, with the number.
4. What I left as it was, although I saw it.
5. The name of whoever knows this machine.

Number four is the one that nobody writes. It is also the one that I looked for most often when I came after somebody else.

> "It was fine until the holidays" means that somebody else worked here during the holidays.

## An example

\`\`\`
Said:     trips after ten minutes, always
Was:      fan filter full of flour, and 95 kg of dough
Measured: 71 degrees at the motor, 52 after cleaning
Left:     belt is worn, lasts until spring
Ask for:  Bea, not the office
\`\`\`

Nobody needs a form for this. Mine is the note in my phone, pasted into the visit in the evening. If you have a sixth line, put it below: I would like to steal it.`,
  },
  {
    at: '5 tue 15:10',
    by: 'anna.devries',
    group: 'proefbakkerij',
    title: 'Waarom we roggebrood snijden en geen witbrood',
    lead: 'Wie een mes wil leren kennen, moet het brood kiezen dat het mes niet mag.',
    series,
    cover: { colour: 'amber', icon: 'book' },
    text: `Op een beurs snijden we witbrood. Dat is eerlijk van de beurs en oneerlijk van ons: witbrood vergeeft alles.

# Wat roggebrood doet

Rogge plakt. Na een paar sneden zit er een dun laagje op de rug van het mes, en dat laagje is het echte onderwerp van dit stuk. Het maakt drie dingen stuk:

- de **dikte**: na veertig sneden een millimeter verschil;
- de **warmte**: een vuil mes wordt warm, en een warm mes plakt meer;
- het **humeur** van wie de volgende ochtend schoonmaakt.

# Wat we daarom afspraken

We proeven in deze volgorde: rogge, rozijn, volkoren, wit. Wie bij wit begint, denkt dat alles goed is en gaat naar huis.

> Ander brood bewijst niets. (Joke, elke week)

In het volgende deel: hoe we een laagje meten dat je niet ziet.`,
  },
  {
    at: '4 wed 14:05',
    by: 'anna.devries',
    group: 'proefbakkerij',
    title: 'Een laagje meten dat je niet ziet',
    lead: 'Met een keukenweegschaal, een föhn en veertig sneden.',
    series,
    cover: { colour: 'teal', icon: 'chart' },
    text: `Een schuifmaat is te grof, en een microscoop hebben we niet. Wat we wel hebben is een weegschaal die tot een tiende gram gaat.

## De proef

1. Weeg het mes, schoon en droog.
2. Snijd veertig sneden rogge, zonder te stoppen.
3. Föhn het mes twee minuten, koud.
4. Weeg opnieuw.

Het verschil is het laagje. Bij mes nummer 4 was dat 1,9 gram, en na een andere hoek van de tand nog 0,6.

## Wat er misging

De eerste keer föhnde ik warm. Dan bakt het laagje vast en weegt het minder, en leek het nieuwe mes opeens beter dan het was. Ik heb een hele middag in dat mes geloofd.

Schrijf dus niet alleen op wat je meet, maar ook hoe droog het was. Wie het na wil doen: de veertig roggebroden regelt Cor, maar dan wel voor zes uur 's ochtends bestellen.`,
  },
  {
    at: '3 thu 13:40',
    by: 'anna.devries',
    group: 'proefbakkerij',
    title: 'Wat een klant zag en wij niet',
    lead: 'Het mooiste inzicht van de snijproef kwam van iemand die alleen naar handen keek.',
    series,
    cover: { colour: 'rose', icon: 'idea' },
    text: `Bij een bezoek zei de oude bakker een uur lang niets. Toen vroeg hij waarom iedereen bij onze machine het brood met **twee** handen aanpakt.

Niemand wist het. Het bleek de plaat: die ligt vier millimeter te hoog, zodat een snede kantelt als je er met één hand onder gaat.

### Wat ik ervan meeneem

- Nodig iemand uit die de machine niet kent.
- Vraag niets, en kijk waar ze naar kijken.
- Schrijf de eerste vraag letterlijk op.

Stijn heeft de plaat intussen verlaagd. Het scheelt in mijn metingen precies niets, en iedereen pakt het brood nu met één hand.`,
  },
  {
    at: '2 tue 17:20',
    by: 'patrick.degraaf',
    group: 'service',
    title: 'Tien minuten voordat je de hoofdschakelaar omzet',
    lead: 'De storing is er nog. Zolang hij er is, kun je hem iets vragen.',
    cover: { colour: 'slate', icon: 'idea' },
    text: `De snelste manier om een storing kwijt te raken is de hoofdschakelaar. Dan is hij weg, en weet je nooit meer wat het was.

## Eerst kijken

- Welke lampjes branden, en welke **niet**? Maak een foto.
- Wat staat er op het scherm? Ook de tweede pagina.
- Is er iets warm, nat of los? Voelen mag, met de stroom eraf en je hoofd erbij.

## Dan pas uitzetten

Bij de Rijs 40 bewaart het scherm de laatste acht meldingen tot je hem uitzet, en geen seconde langer. Dat staat in geen handleiding. Ik heb er in 2019 een nacht in Zwolle voor nodig gehad.

> Een machine die het weer doet is niet hetzelfde als een machine die gemaakt is.

Wie een andere machine heeft die iets vergeet bij het uitzetten: zet hem hieronder, dan maken we er een lijstje van.`,
  },
];
