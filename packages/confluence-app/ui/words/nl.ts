import type { Words } from './words.ts';

export const words: Words = {
  waiting:
    'Tot {time} beantwoordt Confluence geen vragen van Kantine meer. Wat je ziet blijft staan, wat je schrijft gaat niet verloren, en daarna komt het nieuwe vanzelf.',
  paused:
    'Je hebt in korte tijd heel veel geschreven. De ruimte van iedereen is beperkt; om {time} kun je weer schrijven. Wat je typte staat er nog: verstuur het dan.',
  behind: 'Wat je hier ziet is misschien niet actueel: Confluence gaf geen antwoord.',
  notSaved: 'Confluence heeft dit niet opgeslagen. Probeer het opnieuw.',
  enabledNowhere:
    'Kantine staat in geen van de ruimten aan die je mag bekijken. Een beheerder van een ruimte kan Kantine aanzetten in de instellingen van die ruimte.',
  inThisSpace: 'Kantine in deze ruimte',
  isEnabled: 'Kantine staat hier aan.',
  isDisabled: 'Kantine staat hier niet aan.',
  whatEnablingMeans:
    'Als Kantine aanstaat, kan iedereen die deze ruimte mag bekijken meedoen met groepen, prikborden en kudos, en kan iedereen die mag reageren schrijven.',
  whatDisablingMeans:
    'Dan ziet niemand de groepen en prikborden nog. Wat er geschreven is blijft bewaard, en is terug als je Kantine weer aanzet.',
  enabledBy: '{name} heeft Kantine op {date} aangezet.',
  enabledOn: 'Kantine is op {date} aangezet.',
  disabledBy: '{name} heeft Kantine op {date} uitgezet.',
  disabledOn: 'Kantine is op {date} uitgezet.',
  reallyDisable: 'Kantine in deze ruimte uitzetten?',
  keepEnabled: 'Aan laten staan',
  enable: 'Kantine aanzetten',
  disable: 'Kantine uitzetten',
  onlyAdministrators: 'Een beheerder van deze ruimte kan dat veranderen.',
  onlySiteAdministrators: 'Alleen beheerders van Confluence zien deze instellingen.',
  saved: 'Opgeslagen.',
  storage: 'Opslag',
  storageUsed: '{used} van {most} is in gebruik.',
  storageNear:
    'Er is weinig ruimte over. Bewaar berichten korter; vanaf 97 % kan er niets nieuws worden geschreven.',
  keep: 'Bewaar berichten',
  keepEverything: 'Altijd',
  keepMonths: '{months} maanden',
  keepHelp:
    'Oudere berichten worden binnen een dag voorgoed verwijderd, met hun reacties. Kudos en profielen blijven.',
  removeTitle: 'Een bericht verwijderen',
  removeHelp:
    'Voor wat niet mag blijven staan. De woorden worden definitief gewist; in plaats daarvan zien lezers de reden. Je kunt verwijderen wat je mag lezen.',
  chooseMessage: 'Een bericht kiezen',
  removeWhich: 'Bericht',
  removeReason: 'Reden, in minstens drie woorden',
  readersSee: 'Lezers zien:',
  removedBecause: 'Verwijderd door een beheerder: {reason}',
  reasonTooShort: 'Zeg in minstens drie woorden waarom het wordt verwijderd.',
  removeNow: 'Bericht verwijderen',
  removed: 'Het bericht is verwijderd.',
  cannotRemove: 'Dit bericht is er niet meer, of je mag het niet lezen.',
};
