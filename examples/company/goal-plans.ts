/** The goals of the company, told as they were set, with what was said of them since. */
import type { Metric } from '@kantine/core';
import type { Moment } from './calendar.ts';

interface SaidPlan {
  at: Moment;
  kind: 'checkIn' | 'target' | 'reached' | 'missed';
  text: string;
  /** What was counted by hand, or the new target. */
  value?: number;
}

export interface GoalPlan {
  at: Moment;
  what: string;
  metric: Metric;
  /** Within how many days. */
  days?: number;
  target: number;
  /** In so many days from now. */
  until: number;
  why: string;
  said: readonly SaidPlan[];
}

/** Where they are set, and who looks after them. */
export const goalGroup = 'service';
export const goalSteward = 'patrick.degraaf';

export const goalPlans: readonly GoalPlan[] = [
  {
    at: '8 tue 08:40',
    what: 'Niemand wacht een halve dag op een collega',
    metric: 'medianHoursToFirstReply',
    target: 2,
    until: 20,
    why: 'Wie bij een klant onder de machine ligt, kan geen middag wachten.',
    said: [
      {
        at: '6 fri 16:10',
        kind: 'checkIn',
        text: 'Wie bereikbaar is, zet dat nu ’s ochtends in de groep.',
      },
      {
        at: '3 thu 15:30',
        kind: 'reached',
        text: 'Een vaste achterwacht was niet nodig: het hielp al dat we zeggen wie er vandaag kijkt.',
      },
    ],
  },
  {
    at: '5 mon 09:05',
    what: 'Vragen uit het veld krijgen antwoord',
    metric: 'answeredShare',
    days: 2,
    target: 90,
    until: 120,
    why: 'Een vraag zonder antwoord wordt bij de volgende storing opnieuw gesteld.',
    said: [
      {
        at: '3 fri 11:20',
        kind: 'checkIn',
        text: 'Fatima en Jan kijken om de beurt wat er nog openstaat.',
      },
    ],
  },
  {
    at: '5 mon 09:20',
    what: 'Minder ritten waarbij het onderdeel niet mee was',
    metric: 'byHand',
    target: 3,
    until: 60,
    why: 'Een rit voor niets kost een dag van ons en een dag van de bakker.',
    said: [
      {
        at: '5 fri 16:30',
        kind: 'checkIn',
        text: 'Geteld op de werkbonnen van deze maand.',
        value: 9,
      },
      {
        at: '3 wed 10:00',
        kind: 'target',
        text: 'Vier is eerlijker: twee ritten waren door de leverancier.',
        value: 4,
      },
      {
        at: '1d 16:45',
        kind: 'checkIn',
        text: 'De lijst in de bus helpt. Het zijn vooral de lagers nog.',
        value: 6,
      },
    ],
  },
];
