import type { Words } from './words.ts';

export const words: Words = {
  waiting:
    'Bis {time} beantwortet Confluence keine Fragen von Kantine mehr. Was du siehst, bleibt stehen, was du schreibst, geht nicht verloren, und danach kommt Neues von selbst.',
  paused:
    'Du hast in kurzer Zeit sehr viel geschrieben. Der Platz aller ist begrenzt; ab {time} kannst du wieder schreiben. Was du getippt hast, ist noch da: Sende es dann.',
  behind: 'Was du hier siehst, ist vielleicht nicht aktuell: Confluence hat nicht geantwortet.',
  notSaved: 'Confluence hat das nicht gespeichert. Versuch es noch einmal.',
  enabledNowhere:
    'Kantine ist in keinem Bereich eingeschaltet, den du ansehen darfst. Die Administration eines Bereichs kann Kantine in dessen Einstellungen einschalten.',
  inThisSpace: 'Kantine in diesem Bereich',
  isEnabled: 'Kantine ist hier eingeschaltet.',
  isDisabled: 'Kantine ist hier nicht eingeschaltet.',
  whatEnablingMeans:
    'Ist Kantine eingeschaltet, können alle, die diesen Bereich ansehen dürfen, Gruppen, Pinnwände und Kudos nutzen, und alle, die kommentieren dürfen, auch schreiben.',
  whatDisablingMeans:
    'Dann sieht niemand mehr die Gruppen und Pinnwände. Was geschrieben wurde, bleibt erhalten und ist wieder da, wenn du Kantine wieder einschaltest.',
  enabledBy: '{name} hat Kantine am {date} eingeschaltet.',
  enabledOn: 'Kantine wurde am {date} eingeschaltet.',
  disabledBy: '{name} hat Kantine am {date} ausgeschaltet.',
  disabledOn: 'Kantine wurde am {date} ausgeschaltet.',
  reallyDisable: 'Kantine in diesem Bereich ausschalten?',
  keepEnabled: 'Eingeschaltet lassen',
  enable: 'Kantine einschalten',
  disable: 'Kantine ausschalten',
  onlyAdministrators: 'Die Administration dieses Bereichs kann das ändern.',
  onlySiteAdministrators: 'Nur die Administration von Confluence sieht diese Einstellungen.',
  saved: 'Gespeichert.',
  storage: 'Speicher',
  storageUsed: '{used} von {most} sind belegt.',
  storageNear:
    'Es ist wenig Platz übrig. Bewahre Beiträge kürzer auf; ab 97 % kann nichts Neues geschrieben werden.',
  keep: 'Beiträge aufbewahren',
  keepEverything: 'Immer',
  keepMonths: '{months} Monate',
  keepHelp:
    'Ältere Beiträge werden innerhalb eines Tages endgültig gelöscht, mit Kommentaren und Reaktionen. Kudos und Profile bleiben.',
  removeTitle: 'Eine Nachricht entfernen',
  removeHelp:
    'Für das, was nicht stehen bleiben darf. Die Worte werden endgültig gelöscht; alle sehen stattdessen den Grund. Du kannst entfernen, was du lesen darfst.',
  chooseMessage: 'Eine Nachricht auswählen',
  removeWhich: 'Nachricht',
  removeReason: 'Grund, in mindestens drei Wörtern',
  readersSee: 'Alle sehen:',
  removedBecause: 'Von der Administration entfernt: {reason}',
  reasonTooShort: 'Sag in mindestens drei Wörtern, warum sie entfernt wird.',
  removeNow: 'Nachricht entfernen',
  removed: 'Die Nachricht ist entfernt.',
  cannotRemove: 'Diese Nachricht gibt es nicht mehr, oder du darfst sie nicht lesen.',
};
