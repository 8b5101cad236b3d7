/**
 * Of the page about oneself, in every language at once: few people read it, and translations are loaded by all. It is
 * in one file, since the sentences are read together.
 */
import type { ErasureKind, StoredKind } from '@kantine/core';
import type { Words } from '../registry/words.ts';

const words = (en: string, nl: string, de: string, fr: string): Words => ({ en, nl, de, fr });

/** @returns a text with its gaps `{name}` filled. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (gap, name: string) => values[name] ?? gap);

export const pageWords = {
  title: words('You in Kantine', 'Jij in Kantine', 'Du in Kantine', 'Vous dans Kantine'),
  impact: words(
    'What came of what you gave',
    'Wat er kwam van wat je gaf',
    'Was aus deinen Beiträgen wurde',
    'Ce que vos contributions ont apporté',
  ),
  onlyYou: words(
    'Only you see this.',
    'Alleen jij ziet dit.',
    'Nur du siehst das.',
    'Personne d’autre ne le voit.',
  ),
  noImpact: words(
    'Nothing to tell yet this year. An answer to a colleague’s question is a good beginning.',
    'Dit jaar is er nog niets te vertellen. Een antwoord op de vraag van een collega is een goed begin.',
    'Dieses Jahr gibt es noch nichts zu erzählen. Eine Antwort auf die Frage von jemandem ist ein guter Anfang.',
    'Rien à raconter encore cette année. Répondre à la question d’un collègue est un bon début.',
  ),
  solved: words(
    'Your answer “{text}” solved it for {people}.',
    'Je antwoord “{text}” loste het op voor {people}.',
    'Deine Antwort „{text}“ hat geholfen: {people}.',
    'Votre réponse « {text} » a résolu la question pour {people}.',
  ),
  tried: words(
    'Your idea “{text}” would be tried by {people}.',
    'Je idee “{text}” zou geprobeerd worden door {people}.',
    'Deine Idee „{text}“ würden ausprobieren: {people}.',
    'Votre idée « {text} » serait essayée par {people}.',
  ),
  other: words('one other', 'nog iemand', 'eine weitere Person', 'une autre personne'),
  others: words('{number} others', '{number} anderen', '{number} weitere', '{number} autres'),
  thankedOne: words(
    'A colleague thanked you this year.',
    'Een collega bedankte je dit jaar.',
    'Dieses Jahr hat dir jemand gedankt.',
    'Un collègue vous a remercié cette année.',
  ),
  thanked: words(
    '{number} colleagues thanked you this year.',
    '{number} collega’s bedankten je dit jaar.',
    '{number} Leute haben dir dieses Jahr gedankt.',
    '{number} collègues vous ont remercié cette année.',
  ),
  mayBeMore: words(
    'There may be more: not everything here could be looked through.',
    'Er kan meer zijn: niet alles hier kon worden bekeken.',
    'Vielleicht gibt es noch mehr: Nicht alles hier ließ sich durchsehen.',
    'Il y en a peut-être plus : tout n’a pas pu être parcouru ici.',
  ),
  values: words(
    'They mention: {values}.',
    'Ze noemen: {values}.',
    'Genannt wird: {values}.',
    'Ils mentionnent : {values}.',
  ),
  stored: words(
    'What is stored about you',
    'Wat er over je is opgeslagen',
    'Was über dich gespeichert ist',
    'Ce qui est enregistré à votre sujet',
  ),
  counting: words(
    'Counting what is stored…',
    'Tellen wat er is opgeslagen…',
    'Gespeichertes wird gezählt…',
    'Décompte en cours…',
  ),
  noViews: words(
    'Reading leaves no trace: nobody sees what you looked at.',
    'Lezen laat geen spoor na: niemand ziet wat je bekeek.',
    'Lesen hinterlässt keine Spur: Niemand sieht, was du dir angesehen hast.',
    'Lire ne laisse pas de trace : personne ne voit ce que vous avez regardé.',
  ),
  unreached: words(
    'What you wrote in closed groups that you have left is not listed and not erased here: ask a steward of the group.',
    'Wat je schreef in besloten groepen die je verliet, staat hier niet en wordt hier niet gewist: vraag het een begeleider van de groep.',
    'Was du in geschlossenen Gruppen geschrieben hast, die du verlassen hast, steht hier nicht und wird hier nicht gelöscht: Frag die Gruppenleitung.',
    'Ce que vous avez écrit dans des groupes fermés que vous avez quittés n’est ni listé ni effacé ici : demandez à un responsable du groupe.',
  ),
  nothing: words(
    'Nothing is stored about you.',
    'Er is niets over je opgeslagen.',
    'Über dich ist nichts gespeichert.',
    'Rien n’est enregistré à votre sujet.',
  ),
  none: words(
    'Nothing of yours: {kinds}.',
    'Niets van jou: {kinds}.',
    'Nichts von dir: {kinds}.',
    'Rien de vous : {kinds}.',
  ),
  what: words('What, and what for', 'Wat, en waarvoor', 'Was, und wofür', 'Quoi, et pourquoi'),
  readers: words('Who can read it', 'Wie het kan lezen', 'Wer es lesen kann', 'Qui peut le lire'),
  until: words('Until when', 'Tot wanneer', 'Bis wann', 'Jusqu’à quand'),
  number: words('How many', 'Hoeveel', 'Wie viele', 'Combien'),
  former: words('Former colleague', 'Oud-collega', 'Ehemaliges Mitglied', 'Ancien collègue'),
  see: words('See', 'Bekijken', 'Ansehen', 'Voir'),
  hide: words('Hide', 'Verbergen', 'Ausblenden', 'Masquer'),
  more: words('Show older ones', 'Oudere tonen', 'Ältere anzeigen', 'Afficher les plus anciens'),
  takeJson: words(
    'Download everything (JSON)',
    'Alles downloaden (JSON)',
    'Alles herunterladen (JSON)',
    'Tout télécharger (JSON)',
  ),
  takePage: words(
    'Download everything (page)',
    'Alles downloaden (pagina)',
    'Alles herunterladen (Seite)',
    'Tout télécharger (page)',
  ),
  taking: words('Gathering…', 'Verzamelen…', 'Wird gesammelt…', 'Collecte…'),
  taken: words(
    'It is in your downloads.',
    'Het staat bij je downloads.',
    'Es liegt bei deinen Downloads.',
    'Il est dans vos téléchargements.',
  ),
  aboutYou: words(
    'Colleagues wrote entries that name you: {kinds}. They can take them back; an owner or administrator can remove them.',
    'Collega’s schreven items die jou noemen: {kinds}. Zij kunnen ze intrekken; een eigenaar of beheerder kan ze verwijderen.',
    'Andere haben Einträge geschrieben, die dich nennen: {kinds}. Zurücknehmen können sie diese selbst; die Administration kann sie entfernen.',
    'Des collègues ont écrit des entrées qui vous nomment : {kinds}. Ils peuvent les retirer ; un propriétaire ou un administrateur peut les supprimer.',
  ),
  take: words('Download', 'Downloaden', 'Herunterladen', 'Télécharger'),
  stays: words(
    'Stays: others rely on it',
    'Blijft: anderen bouwen erop',
    'Bleibt: Andere richten sich danach',
    'Reste : d’autres s’y fient',
  ),
  oneOnly: words('Only: {kind}', 'Alleen: {kind}', 'Nur: {kind}', 'Seulement : {kind}'),
  actions: words(
    'What you can do',
    'Wat je kunt doen',
    'Was du tun kannst',
    'Ce que vous pouvez faire',
  ),
  choices: words(
    'What stays quiet for you',
    'Wat voor jou stil blijft',
    'Was für dich still bleibt',
    'Ce qui reste discret pour vous',
  ),
  noMessages: words(
    'Kantine sends no e-mails or notifications at any time: what is for you waits under “For you”.',
    'Kantine stuurt geen e-mails en geen meldingen, op geen enkel moment: wat voor jou is, wacht onder “Voor jou”.',
    'Kantine schickt keine E-Mails und keine Benachrichtigungen, zu keiner Zeit: Was für dich ist, wartet unter „Für dich“.',
    'Kantine n’envoie ni e-mail ni notification, à aucune heure : ce qui est pour vous attend sous « Pour vous ».',
  ),
  noChoices: words(
    'No group is muted, and there is nobody whom you would rather not see. You choose that where you meet them: in the list of groups, and on a profile card.',
    'Geen groep is gedempt, en er is niemand die je liever niet ziet. Dat kies je waar je ze tegenkomt: in de lijst van groepen en op een profielkaart.',
    'Keine Gruppe ist stumm, und es gibt niemanden, den du lieber nicht siehst. Das wählst du dort, wo du ihnen begegnest: in der Liste der Gruppen und auf einer Profilkarte.',
    'Aucun groupe n’est en sourdine, et il n’y a personne que vous préféreriez ne pas voir. Cela se choisit là où vous les rencontrez : dans la liste des groupes et sur une carte de profil.',
  ),
  mutedGroups: words('Muted groups', 'Gedempte groepen', 'Stumme Gruppen', 'Groupes en sourdine'),
  unmute: words('Unmute', 'Niet meer dempen', 'Nicht mehr stumm', 'Réactiver'),
  unmuted: words(
    '{name} is not muted any more.',
    '{name} is niet meer gedempt.',
    '{name} ist nicht mehr stumm.',
    '{name} n’est plus en sourdine.',
  ),
  unseenPeople: words(
    'People you would rather not see',
    'Mensen die je liever niet ziet',
    'Leute, die du lieber nicht siehst',
    'Les personnes que vous préférez ne pas voir',
  ),
  unblock: words('Show again', 'Weer tonen', 'Wieder anzeigen', 'Afficher à nouveau'),
  unblocked: words(
    'You see {name} again.',
    'Je ziet {name} weer.',
    'Du siehst {name} wieder.',
    'Vous voyez à nouveau {name}.',
  ),
  erase: words('Erase', 'Wissen', 'Löschen', 'Effacer'),
  whatToErase: words(
    'What do you want to erase?',
    'Wat wil je wissen?',
    'Was möchtest du löschen?',
    'Que voulez-vous effacer ?',
  ),
  preview: words(
    'This goes: {kinds}.',
    'Dit verdwijnt: {kinds}.',
    'Das verschwindet: {kinds}.',
    'Disparaîtront : {kinds}.',
  ),
  noPreview: words(
    'There is nothing to erase.',
    'Er is niets te wissen.',
    'Es gibt nichts zu löschen.',
    'Il n’y a rien à effacer.',
  ),
  staying: words(
    'This stays: {kinds}.',
    'Dit blijft: {kinds}.',
    'Das bleibt: {kinds}.',
    'Resteront : {kinds}.',
  ),
  stayingOthers: words(
    'What others wrote about you also stays; it is theirs.',
    'Wat anderen over jou schreven, blijft ook; het is van hen.',
    'Was andere über dich geschrieben haben, bleibt auch; es gehört ihnen.',
    'Ce que d’autres ont écrit à votre sujet reste aussi ; c’est à eux.',
  ),
  restStays: words(
    'Everything else stays.',
    'Al het andere blijft.',
    'Alles andere bleibt.',
    'Tout le reste demeure.',
  ),
  chooseFirst: words(
    'Choose first what to erase.',
    'Kies eerst wat je wilt wissen.',
    'Wähle zuerst, was gelöscht werden soll.',
    'Choisissez d’abord ce qu’il faut effacer.',
  ),
  answered: words(
    'Messages that colleagues answered stay as “Deleted by its author”, without your words.',
    'Berichten waarop collega’s antwoordden, blijven staan als “Verwijderd door de schrijver”, zonder je woorden.',
    'Nachrichten, auf die andere geantwortet haben, bleiben ohne deine Worte als „Gelöscht“ stehen.',
    'Les messages auxquels des collègues ont répondu restent comme « Supprimé par son auteur », sans vos mots.',
  ),
  forGood: words(
    'This cannot be undone.',
    'Dit kan niet ongedaan worden gemaakt.',
    'Das lässt sich nicht rückgängig machen.',
    'C’est irréversible.',
  ),
  eraseNow: words(
    'Erase for good',
    'Definitief wissen',
    'Endgültig löschen',
    'Effacer définitivement',
  ),
  keep: words('Keep it all', 'Alles houden', 'Alles behalten', 'Tout garder'),
  erasing: words(
    'Erasing: {number} gone so far. Keep this page open; if it closes, erasing carries on next time.',
    'Bezig met wissen: {number} weg tot nu toe. Laat deze pagina open; gaat die dicht, dan gaat het wissen de volgende keer verder.',
    'Wird gelöscht: bisher {number}. Lass diese Seite offen; wird sie geschlossen, geht es beim nächsten Mal weiter.',
    'Effacement : {number} jusqu’ici. Laissez cette page ouverte ; si elle se ferme, cela continuera la prochaine fois.',
  ),
  erased: words(
    'Done: {number} entries are gone.',
    'Klaar: {number} items zijn weg.',
    'Fertig: {number} Einträge sind weg.',
    'Terminé : {number} entrées ont disparu.',
  ),
  erasedOne: words(
    'Done: one entry is gone.',
    'Klaar: één item is weg.',
    'Fertig: Ein Eintrag ist weg.',
    'Terminé : une entrée a disparu.',
  ),
  goOn: words('Carry on', 'Ga verder', 'Weitermachen', 'Continuer'),
} as const satisfies Readonly<Record<string, Words>>;

/** What somebody can erase. */
export const erasureWords: Readonly<Record<ErasureKind, Words>> = {
  words: words('What I wrote', 'Wat ik schreef', 'Was ich geschrieben habe', 'Ce que j’ai écrit'),
  given: words(
    'What I gave: reactions and thanks',
    'Wat ik gaf: emoji’s en bedankjes',
    'Was ich gegeben habe: Reaktionen und Dank',
    'Ce que j’ai donné : réactions et remerciements',
  ),
  self: words(
    'My profile, open groups and choices',
    'Mijn profiel, open groepen en keuzes',
    'Mein Profil, offene Gruppen und Einstellungen',
    'Mon profil, mes groupes ouverts et mes choix',
  ),
  everything: words('Everything', 'Alles', 'Alles', 'Tout'),
};

export const readersWords: Readonly<Record<StoredKind['readers'], Words>> = {
  everybody: words(
    'Everybody who takes part',
    'Iedereen die meedoet',
    'Alle, die mitmachen',
    'Toutes les personnes qui participent',
  ),
  'readers of its container': words(
    'Everyone who reads the group',
    'Iedereen die de groep leest',
    'Alle, die die Gruppe lesen',
    'Tous ceux qui lisent le groupe',
  ),
  'its author': words('Only you', 'Alleen jij', 'Nur du', 'Vous seul'),
};

export const untilWords: Readonly<Record<StoredKind['keep'], Words>> = {
  author: words(
    'Until you remove it',
    'Tot je het verwijdert',
    'Bis du es entfernst',
    'Jusqu’à ce que vous le retiriez',
  ),
  retention: words(
    'Until you remove it, or the time that an administrator set is over',
    'Tot je het verwijdert, of tot de tijd om is die een beheerder instelde',
    'Bis du es entfernst oder die Frist der Administration abläuft',
    'Jusqu’à ce que vous le retiriez, ou que la durée fixée par un administrateur soit écoulée',
  ),
  with: words(
    'As long as what it is about',
    'Even lang als waar het over gaat',
    'So lange wie das, worum es geht',
    'Aussi longtemps que l’élément concerné',
  ),
};

/** Who could reach all of it, and what Kantine cannot erase. */
export const reachWords: Readonly<Record<'owners' | 'operators' | 'reader', readonly Words[]>> = {
  owners: [
    words(
      'Everything here lies in lists of this site. Its owners can read all of it, and could even change a date or an author: SharePoint lets them.',
      'Alles hier staat in lijsten van deze site. De eigenaren kunnen alles lezen, en zouden zelfs een datum of een auteur kunnen veranderen: SharePoint laat dat toe.',
      'Alles hier liegt in Listen dieser Website. Wem die Website gehört, kann alles lesen und könnte sogar ein Datum oder einen Autor ändern: SharePoint lässt das zu.',
      'Tout se trouve dans des listes de ce site. Ses propriétaires peuvent tout lire, et pourraient même changer une date ou un auteur : SharePoint le permet.',
    ),
    words(
      'SharePoint keeps what was erased in its recycle bins for up to 93 days, and has an audit log of its own. Kantine reaches neither.',
      'SharePoint bewaart wat gewist is tot 93 dagen in zijn prullenbakken en heeft een eigen auditlog. Daar komt Kantine niet bij.',
      'SharePoint bewahrt Gelöschtes bis zu 93 Tage in seinen Papierkörben auf und führt ein eigenes Protokoll. Beides erreicht Kantine nicht.',
      'SharePoint garde ce qui a été effacé jusqu’à 93 jours dans ses corbeilles et tient son propre journal. Kantine n’atteint ni l’un ni l’autre.',
    ),
  ],
  operators: [
    words(
      'Everything here lies in Atlassian’s database for this app. Administrators see it only through Kantine’s pages; the people who operate the app could reach it.',
      'Alles hier staat in Atlassians database voor deze app. Beheerders zien het alleen via de pagina’s van Kantine; wie de app beheert, zou erbij kunnen.',
      'Alles hier liegt in Atlassians Datenbank für diese App. Die Administration sieht es nur über die Seiten von Kantine; wer die App betreibt, könnte es erreichen.',
      'Tout se trouve dans la base de données d’Atlassian pour cette application. Les administrateurs ne le voient que par les pages de Kantine ; qui exploite l’application pourrait y accéder.',
    ),
    words(
      'Atlassian keeps backups for a while. Kantine does not reach them.',
      'Atlassian bewaart een tijd reservekopieën. Daar komt Kantine niet bij.',
      'Atlassian bewahrt eine Zeit lang Sicherungen auf. Kantine erreicht sie nicht.',
      'Atlassian conserve des sauvegardes pendant un temps. Kantine ne les atteint pas.',
    ),
  ],
  reader: [
    words(
      'Everything here lies in this browser, and nowhere else.',
      'Alles hier staat in deze browser, en nergens anders.',
      'Alles hier liegt in diesem Browser, und sonst nirgendwo.',
      'Tout se trouve dans ce navigateur, et nulle part ailleurs.',
    ),
  ],
};
