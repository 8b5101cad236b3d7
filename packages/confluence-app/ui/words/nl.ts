import type { Words } from './words.ts';

export const words: Words = {
  waiting:
    'Tot {time} beantwoordt Confluence geen vragen van Kantine meer. Wat je ziet blijft staan, wat je schrijft gaat niet verloren, en daarna komt het nieuwe vanzelf.',
  paused:
    'Je hebt in korte tijd heel veel geschreven. De ruimte van iedereen is beperkt; om {time} kun je weer schrijven. Wat je typte staat er nog: verstuur het dan.',
  behind: 'Wat je hier ziet is misschien niet actueel: Confluence gaf geen antwoord.',
  tryAgain: 'Opnieuw proberen',
  notSaved: 'Confluence heeft dit niet opgeslagen. Probeer het opnieuw.',
  enabledNowhere:
    'Kantine is ingeschakeld in geen enkele ruimte die je mag bekijken. Een beheerder van een ruimte kan dat in de instellingen van die ruimte doen.',
  inThisSpace: 'Kantine in deze ruimte',
  isEnabled: 'Kantine staat hier aan.',
  isDisabled: 'Kantine staat hier niet aan.',
  whatEnablingMeans:
    'Wie deze ruimte mag bekijken, kan dan meedoen met groepen, prikborden en kudos. Wie mag reageren, kan schrijven.',
  whatDisablingMeans:
    'Niemand ziet de groepen en prikborden dan nog. Wat er geschreven is blijft bewaard, en is terug als je Kantine weer aanzet.',
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
  removeGroup: 'Groep',
  removeWhich: 'Bericht',
  removeReason: 'Reden, in minstens drie woorden',
  readersSee: 'Lezers zien:',
  removedBecause: 'Verwijderd door een beheerder: {reason}',
  reasonTooShort: 'Zeg in minstens drie woorden waarom het wordt verwijderd.',
  removeNow: 'Bericht verwijderen',
  removed: 'Het bericht is verwijderd.',
  cannotRemove: 'Dit bericht is er niet meer, of je mag het niet lezen.',
};
