import type { Words } from './words.ts';

export const words: Words = {
  notLoaded:
    'Kantine konnte nicht geladen werden. Laden Sie die Seite neu; was Sie schrieben, bleibt erhalten.',
  tryAgain: 'Noch einmal versuchen',
  posts: 'Beiträge, die gleich zu sehen sind',
  thanks: 'Danksagungen, die gleich zu sehen sind',
  values: 'Werte, für die man danken kann',
  layout: 'Darstellung',
  full: 'Vollständig',
  compact: 'Kompakt',
  person: 'Wessen Karte ist das? Ohne Namen gehört sie der Person, die die Seite liest.',
  save: 'Speichern',
  notSaved: 'Confluence hat das nicht gespeichert. Versuchen Sie es noch einmal.',
  wallOf: 'Gruppe',
  joinFirst: 'Treten Sie einer Gruppe bei, dann steht hier, was deren Mitglieder schreiben.',
  enabledNowhere:
    'Kantine ist in keinem Bereich aktiviert, den Sie ansehen dürfen. Wer einen Bereich verwaltet, kann das in dessen Einstellungen tun.',
  inThisSpace: 'Kantine in diesem Bereich',
  isEnabled: 'Kantine ist hier eingeschaltet.',
  isDisabled: 'Kantine ist hier nicht eingeschaltet.',
  whatEnablingMeans:
    'Wer diesen Bereich ansehen darf, kann dann Gruppen, Pinnwände und Kudos nutzen. Wer kommentieren darf, kann schreiben.',
  whatDisablingMeans:
    'Niemand sieht dann die Gruppen und Pinnwände. Geschriebenes bleibt erhalten und ist wieder da, wenn Sie Kantine wieder einschalten.',
  enable: 'Kantine einschalten',
  disable: 'Kantine ausschalten',
  onlyAdministrators: 'Das kann ändern, wer diesen Bereich verwaltet.',
  onlySiteAdministrators: 'Diese Einstellungen sieht nur, wer Confluence verwaltet.',
  saved: 'Gespeichert.',
  storage: 'Speicher',
  storageUsed: '{used} von {most} sind belegt.',
  storageNear:
    'Es ist wenig Platz übrig. Bewahren Sie Beiträge kürzer auf; ab 97 % kann nichts Neues geschrieben werden.',
  keep: 'Beiträge aufbewahren',
  keepEverything: 'Immer',
  keepMonths: '{months} Monate',
  keepHelp:
    'Ältere Beiträge werden innerhalb eines Tages endgültig gelöscht, mit Kommentaren und Reaktionen. Kudos und Profile bleiben.',
};
