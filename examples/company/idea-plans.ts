/** The ideas of the company, in several states; told as they were written, with what became of them. */
import type { Moment } from './calendar.ts';
import type { CompanyFate } from './types.ts';

interface FatePlan extends Pick<CompanyFate, 'state' | 'reason' | 'who'> {
  at: Moment;
  /** Until when it is tried, or when it is looked at again, in days from now. */
  days?: number;
}

export interface IdeaPlan {
  at: Moment;
  by: string;
  what: string;
  whom?: string;
  first?: string;
  unsure?: true;
  /** Who would try it, some hours later. */
  tried: readonly string[];
  asked: readonly { at: Moment; by: string; text: string }[];
  fates: readonly FatePlan[];
}

/** Where they are put forward, and who answers for them. */
export const ideaGroup = 'werkplaats';
export const ideaSteward = 'wilma.oosterveld';

export const ideaPlans: readonly IdeaPlan[] = [
  {
    at: '7 wed 10:05',
    by: 'dennis.vanderkolk',
    what: 'Wat als we de Bolo’s per twee op één pallet zouden zetten?',
    whom: 'Expeditie: dat scheelt een rit per week.',
    first: 'Eén pallet naar Antwerpen, met een weegbon.',
    tried: ['mehmet.aydin'],
    asked: [
      { at: '7 wed 13:40', by: 'jacek.piatek', text: 'Krijg ik die hoogte onder poort 3 door?' },
    ],
    fates: [
      {
        at: '6 tue 09:15',
        state: 'notNow',
        reason: 'de nieuwe pallets komen pas over een paar weken, en op de oude past het niet',
        days: -2,
      },
    ],
  },
  {
    at: '6 mon 10:10',
    by: 'romy.jansen',
    what: 'Wat als elke momentsleutel een plek met zijn eigen omtrek op het bord had?',
    whom: 'Iedereen die sleutel 6 weleens heeft gezocht.',
    first: 'Eén bord bij lijn 2. Ik teken de omtrekken zelf.',
    tried: ['marek.wojcik', 'dennis.vanderkolk', 'youssef.benali'],
    asked: [],
    fates: [
      {
        at: '6 wed 08:20',
        state: 'talked',
        reason: 'Marek en ik lopen donderdag samen langs de borden',
      },
      {
        at: '5 mon 07:50',
        state: 'trying',
        reason: 'het bord van lijn 2 is leeggemaakt en Romy tekent',
        who: 'marek.wojcik',
        days: -10,
      },
      {
        at: '2 fri 14:30',
        state: 'adopted',
        reason: 'sinds vier weken is er geen sleutel meer kwijt, dus lijn 1 en 3 volgen',
      },
    ],
  },
  {
    at: '5 thu 15:20',
    by: 'yara.martina',
    what: 'Wat als we in de zomer om zes uur zouden beginnen?',
    whom: 'Wie onder het dak werkt: na drieën is het daar te warm.',
    tried: ['tineke.smit', 'kevin.pinas'],
    asked: [{ at: '5 fri 07:45', by: 'mehmet.aydin', text: 'Rijdt de eerste bus dan al?' }],
    fates: [
      {
        at: '4 tue 11:00',
        state: 'notNow',
        reason: 'het rooster ligt tot het voorjaar vast bij de ondernemingsraad',
        days: 95,
      },
    ],
  },
  {
    at: '4 wed 12:35',
    by: 'mehmet.aydin',
    what: 'Wat als expeditie om vier uur dichtging?',
    tried: [],
    asked: [
      { at: '4 wed 13:10', by: 'jacek.piatek', text: 'En de vrachtwagens die om half vijf komen?' },
    ],
    fates: [
      {
        at: '4 thu 08:05',
        state: 'withdrawn',
        reason: 'Jacek heeft gelijk: de helft komt na vieren.',
      },
    ],
  },
  {
    at: '3 mon 08:30',
    by: 'tineke.smit',
    what: 'Wat als de inpaktafels in hoogte verstelbaar waren?',
    whom: 'Mijn rug, en die van wie langer is dan ik.',
    first: 'De oude tekentafel uit de kelder, een maand lang bij stelling 4.',
    tried: ['kevin.pinas'],
    asked: [],
    fates: [],
  },
  {
    at: '3 tue 11:20',
    by: 'kevin.pinas',
    what: 'Wat als we de dozen van leveranciers nog een keer zouden gebruiken?',
    whom: 'Het magazijn, en de container die nu elke vrijdag vol is.',
    first: 'Alleen de dozen van de messen, een maand lang.',
    tried: ['tineke.smit', 'wilma.oosterveld'],
    asked: [],
    fates: [
      {
        at: '3 thu 09:40',
        state: 'talked',
        reason: 'Murat rekent uit wat een doos ons nu kost',
      },
      {
        at: '9d 10:00',
        state: 'trying',
        reason: 'we beginnen met de dozen van de messensets, op stelling 4',
        who: 'tineke.smit',
        days: 24,
      },
    ],
  },
  {
    at: '1d 13:15',
    by: 'youssef.benali',
    what: 'Wat als onze restjes plaat naar een school gingen?',
    unsure: true,
    tried: ['romy.jansen'],
    asked: [],
    fates: [],
  },
];
