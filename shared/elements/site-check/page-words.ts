/** What the page of a check says beside the facts, in every language at once. */
import type { Words } from '../registry/words.ts';

const words = (en: string, nl: string, de: string, fr: string): Words => ({ en, nl, de, fr });

export const pageWords = {
  title: words(
    'Check this site',
    'Deze site controleren',
    'Diese Website prüfen',
    'Vérifier ce site',
  ),
  intro: words(
    'Kantine tries what nobody promises of this site. It works in lists and groups of its own, and takes them away.',
    'Kantine probeert wat niemand over deze site belooft. Dat gebeurt in eigen lijsten en groepen, die weer verdwijnen.',
    'Kantine probiert aus, was niemand über diese Website verspricht. Das geschieht in eigenen Listen und Gruppen, die wieder verschwinden.',
    'Kantine essaie ce que personne ne promet de ce site. Cela se fait dans des listes et groupes à part, qui disparaissent ensuite.',
  ),
  rows: words('Long lists', 'Lange lijsten', 'Lange Listen', 'Longues listes'),
  noRows: words('Leave out', 'Overslaan', 'Auslassen', 'Ne pas essayer'),
  someRows: words(
    'Try with 5,001 rows (some minutes)',
    'Proberen met 5.001 rijen (enkele minuten)',
    'Mit 5.001 Zeilen versuchen (einige Minuten)',
    'Essayer avec 5 001 lignes (quelques minutes)',
  ),
  manyRows: words(
    'Try with 20,001 rows (a quarter of an hour)',
    'Proberen met 20.001 rijen (een kwartier)',
    'Mit 20.001 Zeilen versuchen (eine Viertelstunde)',
    'Essayer avec 20 001 lignes (un quart d’heure)',
  ),
  progress: words('Progress', 'Voortgang', 'Fortschritt', 'Progression'),
  of: words(
    'Tried: {0} of {1}.',
    'Geprobeerd: {0} van {1}.',
    'Versucht: {0} von {1}.',
    'Essayé : {0} sur {1}.',
  ),
  filled: words(
    'Rows made: {0} of {1}.',
    'Rijen gemaakt: {0} van {1}.',
    'Zeilen angelegt: {0} von {1}.',
    'Lignes créées : {0} sur {1}.',
  ),
  stop: words('Stop', 'Stoppen', 'Anhalten', 'Arrêter'),
  copied: words(
    'Copied. It names nobody.',
    'Gekopieerd. Er staan geen namen in.',
    'Kopiert. Es stehen keine Namen darin.',
    'Copié. Aucun nom n’y figure.',
  ),
  withColleague: words('With a colleague', 'Met een collega', 'Zu zweit', 'Avec un collègue'),
  withColleagueIntro: words(
    'Some facts take somebody who does not own this site. Send them a link, and keep this page open until their answers are here.',
    'Voor sommige punten is iemand nodig die geen eigenaar van deze site is. Stuur die persoon een link en houd deze pagina open tot de antwoorden er zijn.',
    'Für manches braucht es jemanden, dem diese Website nicht gehört. Schick einen Link und lass diese Seite offen, bis die Antworten da sind.',
    'Certains points demandent quelqu’un qui n’est pas propriétaire de ce site. Envoyez un lien et gardez cette page ouverte jusqu’aux réponses.',
  ),
  makeLink: words('Make a link', 'Link maken', 'Link anlegen', 'Créer un lien'),
  link: words(
    'Link for your colleague',
    'Link voor je collega',
    'Link für die andere Person',
    'Lien pour votre collègue',
  ),
  waiting: words(
    'Waiting for your colleague.',
    'Wachten op je collega.',
    'Warten auf die andere Person.',
    'En attente de votre collègue.',
  ),
  withColleagueDone: words(
    'Your colleague is done. Everything made for this is gone.',
    'Je collega is klaar. Alles wat hiervoor is gemaakt, is weg.',
    'Die andere Person ist fertig. Alles, was dafür angelegt wurde, ist weg.',
    'Votre collègue a terminé. Tout ce qui a été créé pour cela a disparu.',
  ),
  end: words(
    'End without answers',
    'Stoppen zonder antwoorden',
    'Ohne Antworten beenden',
    'Terminer sans réponses',
  ),
  ended: words(
    'Ended. Everything made for this is gone.',
    'Gestopt. Alles wat hiervoor is gemaakt, is weg.',
    'Beendet. Alles, was dafür angelegt wurde, ist weg.',
    'Terminé. Tout ce qui a été créé pour cela a disparu.',
  ),
  help: words(
    'Help to check this site',
    'Help deze site te controleren',
    'Hilf, diese Website zu prüfen',
    'Aider à vérifier ce site',
  ),
  helpIntro: words(
    'Your page tries what somebody may do here who does not own this site. It writes only into a list made for this. The answers name nobody.',
    'Je pagina probeert wat iemand hier mag die geen eigenaar van deze site is. Er wordt alleen geschreven in een lijst die hiervoor is gemaakt. In de antwoorden staan geen namen.',
    'Deine Seite probiert aus, was hier jemand darf, dem diese Website nicht gehört. Geschrieben wird nur in eine Liste, die dafür da ist. In den Antworten stehen keine Namen.',
    'Votre page essaie ce que peut faire ici quelqu’un qui n’est pas propriétaire de ce site. Elle n’écrit que dans une liste prévue pour cela. Les réponses ne nomment personne.',
  ),
  start: words('Start', 'Beginnen', 'Beginnen', 'Commencer'),
  helped: words(
    'Done. Thank you! You can close this page.',
    'Klaar. Dank je wel! Je kunt deze pagina sluiten.',
    'Fertig. Danke! Du kannst diese Seite schließen.',
    'Terminé. Merci ! Vous pouvez fermer cette page.',
  ),
  owner: words(
    'You own this site. Ask somebody to open the link who does not.',
    'Je bent eigenaar van deze site. Laat de link openen door iemand die dat niet is.',
    'Dir gehört diese Website. Lass den Link jemanden öffnen, dem sie nicht gehört.',
    'Vous êtes propriétaire de ce site. Demandez à quelqu’un qui ne l’est pas d’ouvrir le lien.',
  ),
  gone: words(
    'This check is over. Ask for a new link.',
    'Deze controle is voorbij. Vraag om een nieuwe link.',
    'Diese Prüfung ist vorbei. Bitte um einen neuen Link.',
    'Cette vérification est terminée. Demandez un nouveau lien.',
  ),
  close: words('Close', 'Sluiten', 'Schließen', 'Fermer'),
} as const satisfies Readonly<Record<string, Words>>;
