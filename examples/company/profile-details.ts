/** What some people tell beyond what others may ask them: the languages they speak, how they work, since when. */
interface Details {
  readonly languages?: readonly string[];
  readonly works?: string;
  readonly since?: string;
}

export const profileDetails: Readonly<Record<string, Details>> = {
  'marijke.hoogland': { since: '1998', works: 'Loop binnen. Mail lees ik om vijf uur.' },
  'erik.brandsma': { since: '2004', works: 'Op de vloer, voor negenen.' },
  'marek.wojcik': { languages: ['Nederlands', 'Pools', 'een beetje Duits'], since: '2012' },
  'agnieszka.zielinska': { languages: ['Pools', 'Nederlands'], since: '2016' },
  'thanh.nguyen': { languages: ['Nederlands', 'Vietnamees'] },
  'youssef.benali': { works: '’s Ochtends in de lasstraat, na de koffie altijd tijd.' },
  'yara.martina': { languages: ['Nederlands', 'Papiaments', 'Spaans'], since: '2026' },
  'naomi.fernandes': { languages: ['Nederlands', 'Portugees', 'Engels'], since: '2015' },
  'juergen.krause': { languages: ['Deutsch', 'Niederländisch'], since: '2008' },
  'liesbeth.goossens': { languages: ['Nederlands', 'Frans'] },
  'priya.nair': { languages: ['English', 'Malayalam'], works: 'Mornings, by chat first.' },
  'gareth.pryce': { languages: ['English', 'Welsh'], since: '2004' },
  'anna.devries': { works: 'Liefst wandelend overleggen.', since: '2014' },
  'zofia.kaminska': { languages: ['English', 'Pools', 'Nederlands'] },
};
