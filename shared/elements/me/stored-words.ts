/**
 * What the kinds of rows are called, and what for they are kept, in every language at once: few people read them, and
 * translations are loaded by every reader. A test compares them with the collections. It is in one file, since it is
 * one table.
 */
import type { Words } from '../registry/words.ts';

/** A name, and what it is kept for: in English as the collection declares it, whose texts no bundle has. */
interface KindWords {
  readonly name: Words;
  readonly purpose: Words;
}

const kind = (
  [en, nl, de, fr]: readonly [string, string, string, string],
  [purposeEn, purposeNl, purposeDe, purposeFr]: readonly [string, string, string, string],
): KindWords => ({
  name: { en, nl, de, fr },
  purpose: { en: purposeEn, nl: purposeNl, de: purposeDe, fr: purposeFr },
});

export const kindWords: Readonly<Record<string, KindWords>> = {
  profiles: kind(
    ['Your profile', 'Je profiel', 'Dein Profil', 'Votre profil'],
    [
      'What people say of themselves, so that colleagues know whom to ask.',
      'Wat mensen over zichzelf zeggen, zodat collega’s weten aan wie ze iets kunnen vragen.',
      'Was Leute über sich sagen, damit andere wissen, wen sie fragen können.',
      'Ce que chacun dit de soi, pour que les collègues sachent à qui demander.',
    ],
  ),
  tags: kind(
    [
      'What people find you by',
      'Waarop mensen je vinden',
      'Worüber man dich findet',
      'Mots par lesquels on vous trouve',
    ],
    [
      'The words of profiles one by one, so that colleagues are found by them.',
      'De woorden van profielen één voor één, zodat collega’s ermee gevonden worden.',
      'Die Wörter von Profilen einzeln, damit man Leute damit findet.',
      'Les mots des profils un par un, pour que les collègues soient trouvés par eux.',
    ],
  ),
  groups: kind(
    [
      'Groups you started',
      'Groepen die je begon',
      'Gruppen, die du gegründet hast',
      'Groupes que vous avez créés',
    ],
    [
      'What a group is called and what it is for.',
      'Hoe een groep heet en waar die voor is.',
      'Wie eine Gruppe heißt und wofür sie da ist.',
      'Comment s’appelle un groupe et à quoi il sert.',
    ],
  ),
  memberships: kind(
    [
      'Open groups you joined',
      'Open groepen waar je in zit',
      'Offene Gruppen, in denen du bist',
      'Groupes ouverts dont vous êtes membre',
    ],
    [
      'Who joined an open group.',
      'Wie in een open groep zit.',
      'Wer einer offenen Gruppe beigetreten ist.',
      'Qui a rejoint un groupe ouvert.',
    ],
  ),
  posts: kind(
    ['Posts', 'Berichten', 'Beiträge', 'Publications'],
    [
      'What people write on the wall of a group.',
      'Wat mensen op het prikbord van een groep schrijven.',
      'Was Leute an die Pinnwand einer Gruppe schreiben.',
      'Ce que chacun écrit sur le mur d’un groupe.',
    ],
  ),
  comments: kind(
    [
      'Answers and comments',
      'Antwoorden en reacties',
      'Antworten und Kommentare',
      'Réponses et commentaires',
    ],
    [
      'What people answer to a post.',
      'Wat mensen op een bericht antwoorden.',
      'Was Leute auf einen Beitrag antworten.',
      'Ce que chacun répond à une publication.',
    ],
  ),
  revisions: kind(
    ['Earlier versions', 'Eerdere versies', 'Frühere Fassungen', 'Versions précédentes'],
    [
      'What a message said before its author edited it.',
      'Wat een bericht zei voordat de schrijver het aanpaste.',
      'Was eine Nachricht sagte, bevor sie geändert wurde.',
      'Ce que disait un message avant sa modification.',
    ],
  ),
  reactions: kind(
    ['Reactions', 'Emoji’s', 'Reaktionen', 'Réactions'],
    [
      'How people react to a message.',
      'Hoe mensen op een bericht reageren.',
      'Wie Leute auf eine Nachricht reagieren.',
      'Comment chacun réagit à un message.',
    ],
  ),
  readMarks: kind(
    ['How far you read', 'Tot waar je las', 'Wie weit du gelesen hast', 'Jusqu’où vous avez lu'],
    [
      'Until when a person has read a wall, and what they are done with.',
      'Tot wanneer iemand een prikbord las, en waar die mee klaar is.',
      'Bis wann jemand eine Pinnwand gelesen hat, und was erledigt ist.',
      'Jusqu’où quelqu’un a lu un mur, et ce qui est terminé.',
    ],
  ),
  marks: kind(
    [
      'What you marked and thanked for',
      'Wat je markeerde en waarvoor je bedankte',
      'Was du markiert und wofür du gedankt hast',
      'Vos marques et vos remerciements',
    ],
    [
      'Which answer solved a question, whom it helped too, pins, topics, who would try an idea, and thanks for messages.',
      'Welk antwoord een vraag oploste, wie het ook hielp, wat vaststaat, onderwerpen, wie een idee zou proberen, en dank voor berichten.',
      'Welche Antwort eine Frage gelöst hat, wem sie auch half, Angeheftetes, Themen, wer eine Idee ausprobieren würde, und Dank für Nachrichten.',
      'Quelle réponse a résolu une question, qui elle a aidé aussi, les épingles, les thèmes, qui essaierait une idée, et les remerciements pour des messages.',
    ],
  ),
  acts: kind(
    [
      'What you decided as a steward',
      'Wat je als begeleider besloot',
      'Was du als Gruppenleitung entschieden hast',
      'Ce que vous avez décidé comme responsable',
    ],
    [
      'Who are the stewards of a group, whom they ask in, and what they hide, close and decide, with their reasons.',
      'Wie de begeleiders van een groep zijn, wie ze uitnodigen, en wat ze verbergen, sluiten en besluiten, met de redenen.',
      'Wer zur Gruppenleitung gehört, wen sie einlädt und was sie verbirgt, schließt und entscheidet, mit den Gründen.',
      'Qui est responsable d’un groupe, qui est invité, et ce qui est masqué, clos et décidé, avec les raisons.',
    ],
  ),
  reports: kind(
    ['Reports', 'Meldingen', 'Meldungen', 'Signalements'],
    [
      'What people report, what stewards found nothing wrong with, and hidden messages that their authors ask to look at again.',
      'Wat mensen melden, waar begeleiders niets mis mee vonden, en verborgen berichten waar de schrijver nog eens naar laat kijken.',
      'Was Leute melden, woran die Gruppenleitung nichts auszusetzen fand, und Verborgenes, das noch einmal angesehen werden soll.',
      'Ce que chacun signale, ce que les responsables ont trouvé correct, et les messages masqués à revoir.',
    ],
  ),
  kudos: kind(
    [
      'Kudos and thanks you gave',
      'Kudos en dank die je gaf',
      'Kudos und Dank von dir',
      'Kudos et remerciements que vous avez donnés',
    ],
    [
      'Thanks between colleagues, for a value and with a reason.',
      'Dank tussen collega’s, voor een waarde en met een reden.',
      'Dank unter Kolleginnen und Kollegen, für einen Wert und mit einem Grund.',
      'Des remerciements entre collègues, pour une valeur et avec une raison.',
    ],
  ),
  groupThanks: kind(
    [
      'Thanks you gave in a group',
      'Dank die je in een groep gaf',
      'Dank, den du in einer Gruppe gegeben hast',
      'Remerciements que vous avez donnés dans un groupe',
    ],
    [
      'Thanks between colleagues that one group reads, for a value and with a reason.',
      'Dank tussen collega’s die één groep leest, voor een waarde en met een reden.',
      'Dank unter Kolleginnen und Kollegen, den eine Gruppe liest, für einen Wert und mit einem Grund.',
      'Des remerciements entre collègues que lit un groupe, pour une valeur et avec une raison.',
    ],
  ),
  keptThanks: kind(
    [
      'Thanks you keep to yourself',
      'Dank die je voor jezelf houdt',
      'Dank, den du für dich behältst',
      'Remerciements que vous gardez pour vous',
    ],
    [
      'Which thanks their recipients keep between them and who thanked them.',
      'Welke dank de ontvanger tussen hen houdt.',
      'Welcher Dank unter denen bleibt, die er betrifft.',
      'Quels remerciements restent entre qui donne et qui reçoit.',
    ],
  ),
  preferences: kind(
    [
      'What you chose for yourself',
      'Wat je voor jezelf koos',
      'Was du für dich gewählt hast',
      'Ce que vous avez choisi pour vous',
    ],
    [
      'Which groups a person muted, what they are done with there, which posts, writers and series they follow, and whom they would rather not see.',
      'Welke groepen stil zijn, welke berichten, schrijvers en reeksen iemand volgt, en wie die liever niet ziet.',
      'Welche Gruppen stumm sind, welchen Beiträgen, Autoren und Reihen jemand folgt, und wen jemand lieber nicht sieht.',
      'Quels groupes sont en sourdine, quels messages, auteurs et séries quelqu’un suit, et qui il préfère ne pas voir.',
    ],
  ),
  mentions: kind(
    ['Whom you mentioned', 'Wie je noemde', 'Wen du erwähnt hast', 'Qui vous avez mentionné'],
    [
      'Whom a message mentions, so that they find it.',
      'Wie een bericht noemt, zodat die het vindt.',
      'Wen eine Nachricht erwähnt, damit sie gefunden wird.',
      'Qui un message mentionne, pour que cette personne le trouve.',
    ],
  ),
  fates: kind(
    [
      'What you decided on ideas',
      'Wat je over ideeën besloot',
      'Was du zu Ideen entschieden hast',
      'Ce que vous avez décidé au sujet d’idées',
    ],
    [
      'What became of ideas, who decided it and why.',
      'Wat er van ideeën werd, wie dat besloot en waarom.',
      'Was aus Ideen wurde, wer es entschied und warum.',
      'Ce que sont devenues les idées, qui en a décidé et pourquoi.',
    ],
  ),
  articles: kind(
    [
      'Articles and drafts',
      'Artikelen en concepten',
      'Artikel und Entwürfe',
      'Articles et brouillons',
    ],
    [
      'Articles that people write for a group, and their drafts.',
      'Artikelen die mensen voor een groep schrijven, en hun concepten.',
      'Artikel, die Leute für eine Gruppe schreiben, und ihre Entwürfe.',
      'Les articles écrits pour un groupe, et leurs brouillons.',
    ],
  ),
  bodies: kind(
    ['Texts of articles', 'Teksten van artikelen', 'Texte von Artikeln', 'Textes d’articles'],
    [
      'The texts of articles and of their drafts.',
      'De teksten van artikelen en van hun concepten.',
      'Die Texte von Artikeln und von ihren Entwürfen.',
      'Les textes des articles et de leurs brouillons.',
    ],
  ),
  goals: kind(
    [
      'Goals you set for a group',
      'Doelen die je voor een groep stelde',
      'Ziele, die du für eine Gruppe gesetzt hast',
      'Objectifs que vous avez fixés pour un groupe',
    ],
    [
      'What a group wants to be better, by when, and who looks after it.',
      'Wat een groep beter wil, tegen wanneer, en wie erop let.',
      'Was eine Gruppe besser machen will, bis wann, und wer sich darum kümmert.',
      'Ce qu’un groupe veut améliorer, pour quand, et qui s’en occupe.',
    ],
  ),
  checkIns: kind(
    [
      'What you said about goals',
      'Wat je over doelen zei',
      'Was du zu Zielen gesagt hast',
      'Ce que vous avez dit des objectifs',
    ],
    [
      'How the goals of a group go, month by month, and what was learned.',
      'Hoe het met de doelen van een groep gaat, maand na maand, en wat er geleerd is.',
      'Wie es um die Ziele einer Gruppe steht, Monat für Monat, und was gelernt wurde.',
      'Où en sont les objectifs d’un groupe, mois après mois, et ce qui a été appris.',
    ],
  ),
  staff: kind(
    [
      'What owners know about staff',
      'Wat eigenaren over medewerkers weten',
      'Was Besitzer über die Belegschaft wissen',
      'Ce que les propriétaires savent du personnel',
    ],
    [
      'Where colleagues work and since when, as the owners know it.',
      'Waar collega’s werken en sinds wanneer, zoals de eigenaren het weten.',
      'Wo Leute arbeiten und seit wann, wie es die Besitzer wissen.',
      'Où travaillent les collègues et depuis quand, tel que les propriétaires le savent.',
    ],
  ),
  settled: kind(
    [
      'What you set for everybody',
      'Wat je voor iedereen instelde',
      'Was du für alle eingestellt hast',
      'Ce que vous avez réglé pour tous',
    ],
    [
      'Values, allowance and languages of the community, and which owner changed them when.',
      'Waarden, aantal kudos en talen van de community, en welke eigenaar die wanneer veranderde.',
      'Werte, Anzahl der Kudos und Sprachen der Community, und wer sie wann geändert hat.',
      'Valeurs, nombre de kudos et langues de la communauté, et quel propriétaire les a changés quand.',
    ],
  ),
  jobs: kind(
    [
      'An erasure under way',
      'Wissen dat nog bezig is',
      'Ein laufender Löschvorgang',
      'Un effacement en cours',
    ],
    [
      'That somebody is erasing what is stored about them, until that is done.',
      'Dat iemand bezig is te wissen wat over die persoon is opgeslagen, tot dat klaar is.',
      'Dass jemand gerade die eigenen Daten löscht, bis das fertig ist.',
      'Que quelqu’un efface ce qui est enregistré à son sujet, jusqu’à la fin.',
    ],
  ),
};

/** What others' rows about the reader are called, where an index finds them by whom they name. */
export const aboutWords: Readonly<Record<string, Words>> = {
  comments: {
    en: 'answers to you',
    nl: 'antwoorden aan jou',
    de: 'Antworten an dich',
    fr: 'réponses qui vous sont adressées',
  },
  marks: {
    en: 'thanks and marks for what you wrote',
    nl: 'dank en markeringen voor wat je schreef',
    de: 'Dank und Markierungen für das, was du geschrieben hast',
    fr: 'remerciements et marques pour ce que vous avez écrit',
  },
  staff: {
    en: 'what the owners’ list of staff says about you',
    nl: 'wat de personeelslijst van de eigenaren over je zegt',
    de: 'was die Personalliste der Besitzer über dich sagt',
    fr: 'ce que la liste du personnel dit de vous',
  },
  acts: {
    en: 'decisions of stewards about you',
    nl: 'besluiten van begeleiders over jou',
    de: 'Entscheidungen von Gruppenleitungen über dich',
    fr: 'décisions de responsables à votre sujet',
  },
  kudos: {
    en: 'kudos and thanks for you',
    nl: 'kudos en dank voor jou',
    de: 'Kudos und Dank für dich',
    fr: 'kudos et remerciements pour vous',
  },
  groupThanks: {
    en: 'thanks for you in groups',
    nl: 'dank voor jou in groepen',
    de: 'Dank für dich in Gruppen',
    fr: 'remerciements pour vous dans des groupes',
  },
  mentions: {
    en: 'mentions of you',
    nl: 'vermeldingen van jou',
    de: 'Erwähnungen von dir',
    fr: 'mentions de vous',
  },
};
