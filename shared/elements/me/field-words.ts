/**
 * What the columns of rows are called, in every language at once, and how each is shown: few people read them, and
 * translations are loaded by every reader. A test compares them with the collections. It is in one file, since it is
 * one table.
 */
import type { Words } from '../registry/words.ts';

export interface FieldWords {
  readonly label: Words;
  /** How its value is shown, where that is not the value itself: a moment, a group's name, one of some choices. */
  readonly as?: 'moment' | 'group' | 'value' | Readonly<Record<string, Words>>;
}

const words = (en: string, nl: string, de: string, fr: string): Words => ({ en, nl, de, fr });

const same = (text: string): Words => words(text, text, text, text);

const field = (
  [en, nl, de, fr]: readonly [string, string, string, string],
  as?: FieldWords['as'],
): FieldWords => ({ label: words(en, nl, de, fr), ...(as === undefined ? {} : { as }) });

const yes = { true: words('Yes', 'Ja', 'Ja', 'Oui') };
const text = field(['Text', 'Tekst', 'Text', 'Texte']);
const why = field(['Why', 'Waarom', 'Warum', 'Pourquoi']);
const group = field(['Group', 'Groep', 'Gruppe', 'Groupe'], 'group');
const groupName = field(['Group', 'Groep', 'Gruppe', 'Groupe']);
const department = field(['Department', 'Afdeling', 'Abteilung', 'Service']);
const since = field(['Here since', 'Hier sinds', 'Hier seit', 'Ici depuis']);
const place = field(['Place', 'Plaats', 'Ort', 'Lieu']);
const whom = field(['Person', 'Persoon', 'Person', 'Personne']);
const value = field(['Value', 'Waarde', 'Wert', 'Valeur'], 'value');
const reason = field(['Reason', 'Reden', 'Grund', 'Raison']);
const recipient = field(['For', 'Voor', 'Für', 'Pour']);
const edited = field(['Edited', 'Aangepast', 'Bearbeitet', 'Modifié'], yes);
const deleted = field(['Deleted', 'Verwijderd', 'Gelöscht', 'Supprimé'], yes);
const said = field(['What it says', 'Wat er staat', 'Was es sagt', 'Ce que cela dit']);
const until = field(['Until', 'Tot', 'Bis', 'Jusqu’à'], 'moment');
const whoReads = field(['Kind', 'Soort', 'Art', 'Type'], {
  open: words('Open', 'Open', 'Offen', 'Ouvert'),
  closed: words('Closed', 'Besloten', 'Geschlossen', 'Fermé'),
  secret: words('Secret', 'Geheim', 'Geheim', 'Secret'),
});

/** By the name of the collection and the column. What serves finding and joining rows alone is not among them. */
export const fieldWords: Readonly<Record<string, Readonly<Record<string, FieldWords>>>> = {
  profiles: {
    about: field(['About me', 'Over mij', 'Über mich', 'À propos de moi']),
    askMeAbout: field(['Ask me about', 'Vraag mij over', 'Frag mich zu', 'Interrogez-moi sur']),
    interests: field(['Interests', 'Interesses', 'Interessen', 'Centres d’intérêt']),
    languages: field(['Languages', 'Talen', 'Sprachen', 'Langues']),
    works: field([
      'How I like to work',
      'Hoe ik graag werk',
      'Wie ich gern arbeite',
      'Comment j’aime travailler',
    ]),
    since,
    department,
    place,
  },
  tags: { tag: said },
  groups: {
    name: field(['Name', 'Naam', 'Name', 'Nom']),
    purpose: field(['What it is for', 'Waar die voor is', 'Wofür sie da ist', 'À quoi il sert']),
    access: whoReads,
  },
  memberships: { name: groupName },
  posts: {
    kind: field(['Kind', 'Soort', 'Art', 'Type'], {
      question: words('Question', 'Vraag', 'Frage', 'Question'),
      idea: words('Idea', 'Idee', 'Idee', 'Idée'),
    }),
    text,
    unsure: field(['Half an idea', 'Half idee', 'Halbe Idee', 'Début d’idée'], yes),
    edited,
    deleted,
    reason,
  },
  comments: {
    text,
    to: field(['Answers', 'Antwoordt', 'Antwortet', 'Répond à']),
    edited,
    deleted,
    reason,
  },
  revisions: { text },
  reactions: {
    kind: field(['Reaction', 'Emoji', 'Reaktion', 'Réaction'], {
      like: same('👍'),
      love: same('❤️'),
      celebrate: same('🎉'),
      insight: same('💡'),
      thanks: same('🙏'),
      smile: same('😄'),
    }),
  },
  readMarks: {
    group,
    until: field(['Read until', 'Gelezen tot', 'Gelesen bis', 'Lu jusqu’à'], 'moment'),
  },
  marks: {
    family: field(['What you said', 'Wat je zei', 'Was du gesagt hast', 'Ce que vous avez dit'], {
      accept: words('This solved it', 'Dit loste het op', 'Das hat es gelöst', 'Cela l’a résolu'),
      helped: words(
        'Solved it for me too',
        'Loste het ook voor mij op',
        'Hat es auch für mich gelöst',
        'L’a résolu pour moi aussi',
      ),
      pin: words('Pinned', 'Vastgezet', 'Angeheftet', 'Épinglé'),
      topic: words('Another topic', 'Een ander onderwerp', 'Ein anderes Thema', 'Un autre thème'),
      tried: words(
        'I’d try this',
        'Dit zou ik proberen',
        'Das würde ich ausprobieren',
        'Je l’essaierais',
      ),
      thanked: words('Thanks', 'Dank', 'Dank', 'Merci'),
      kept: words('Thanks kept', 'Dank voor mezelf', 'Dank für mich', 'Merci gardé'),
    }),
    to: whom,
  },
  acts: {
    family: field(['Decision', 'Besluit', 'Entscheidung', 'Décision'], {
      appoint: words('Appointed', 'Benoemd', 'Ernannt', 'Nommé'),
      dismiss: words('Dismissed', 'Ontheven', 'Entlassen', 'Démis'),
      hide: words('Hidden', 'Verborgen', 'Verborgen', 'Masqué'),
      show: words('Shown again', 'Weer getoond', 'Wieder angezeigt', 'Affiché à nouveau'),
      close: words('Closed', 'Gesloten', 'Geschlossen', 'Fermé'),
      reopen: words('Opened again', 'Weer geopend', 'Wieder geöffnet', 'Rouvert'),
      settle: words('Nothing wrong', 'Niets mis mee', 'Nichts auszusetzen', 'Rien à redire'),
      archive: words('Archived', 'Gearchiveerd', 'Archiviert', 'Archivé'),
      unarchive: words('Opened again', 'Weer geopend', 'Wieder geöffnet', 'Rouvert'),
      invite: words('Invited', 'Uitgenodigd', 'Eingeladen', 'Invité'),
      topic: words('Topic added', 'Onderwerp toegevoegd', 'Thema hinzugefügt', 'Thème ajouté'),
      untopic: words('Topic removed', 'Onderwerp verwijderd', 'Thema entfernt', 'Thème supprimé'),
    }),
    person: whom,
    reason,
  },
  reports: {
    why: field(['Why', 'Waarom', 'Warum', 'Pourquoi'], {
      hurtful: words('It is hurtful', 'Het is kwetsend', 'Es verletzt jemanden', 'C’est blessant'),
      private: words('It is private', 'Het is persoonlijk', 'Es ist privat', 'C’est privé'),
      'not-here': words('Not here', 'Niet hier', 'Nicht hier', 'Pas ici'),
      other: words('Something else', 'Iets anders', 'Etwas anderes', 'Autre chose'),
    }),
    note: field(['Note', 'Opmerking', 'Anmerkung', 'Remarque']),
  },
  kudos: { recipient, value, reason },
  groupThanks: { recipient, value, reason },
  keptThanks: {},
  preferences: {
    kind: field(['Choice', 'Keuze', 'Wahl', 'Choix'], {
      mute: words('Muted', 'Gedempt', 'Stumm', 'En sourdine'),
      block: words('Rather not seen', 'Liever niet gezien', 'Lieber nicht gesehen', 'Non affiché'),
      follow: words('Followed', 'Gevolgd', 'Abonniert', 'Suivi'),
    }),
    group,
    person: whom,
  },
  mentions: { to: whom },
  fates: {
    state: field(['Decision', 'Besluit', 'Entscheidung', 'Décision'], {
      talked: words('Being talked about', 'Wordt besproken', 'Im Gespräch', 'En discussion'),
      trying: words('Being tried', 'Wordt geprobeerd', 'Wird ausprobiert', 'À l’essai'),
      adopted: words('Adopted', 'Overgenomen', 'Übernommen', 'Adoptée'),
      notNow: words('Not now', 'Niet nu', 'Nicht jetzt', 'Pas maintenant'),
      withdrawn: words('Taken back', 'Ingetrokken', 'Zurückgenommen', 'Retirée'),
      noted: words('Noted', 'Genoteerd', 'Vermerkt', 'Notée'),
    }),
    who: field(['Who tries it', 'Wie het probeert', 'Wer es ausprobiert', 'Qui l’essaie']),
    again: until,
    why,
  },
  articles: {
    title: field(['Title', 'Titel', 'Titel', 'Titre']),
    lead: field(['Summary', 'Inleiding', 'Vorspann', 'Chapeau']),
    series: field(['Series', 'Reeks', 'Reihe', 'Série']),
    at: field(['There since', 'Te lezen sinds', 'Zu lesen seit', 'Lisible depuis'], 'moment'),
    minutes: field(['Minutes to read', 'Minuten lezen', 'Minuten Lesezeit', 'Minutes de lecture']),
  },
  bodies: { text },
  goals: {
    what: said,
    target: field(['Target', 'Streefgetal', 'Zielwert', 'Valeur visée']),
    until,
    owner: field(['Looks after it', 'Let erop', 'Kümmert sich darum', 'S’en occupe']),
    why,
  },
  checkIns: {
    kind: field(['Kind', 'Soort', 'Art', 'Type'], {
      checkIn: words('How it is going', 'Hoe het gaat', 'Wie es läuft', 'Où l’on en est'),
      target: words('Another target', 'Een ander streefgetal', 'Anderer Zielwert', 'Autre valeur'),
      reached: words('Reached', 'Gehaald', 'Erreicht', 'Atteint'),
      missed: words('Not reached', 'Niet gehaald', 'Nicht erreicht', 'Non atteint'),
      noted: words('Noted', 'Genoteerd', 'Vermerkt', 'Noté'),
    }),
    value: field(['Number', 'Getal', 'Zahl', 'Nombre']),
    text,
  },
  staff: {
    account: whom,
    department,
    place,
    title: field(['Job title', 'Functie', 'Funktion', 'Fonction']),
    manager: field(['Manager', 'Leidinggevende', 'Führungskraft', 'Manager']),
    since,
  },
  jobs: {
    upTo: field(['Written before', 'Geschreven vóór', 'Geschrieben vor', 'Écrit avant'], 'moment'),
  },
  settled: {
    kind: field(['Setting', 'Instelling', 'Einstellung', 'Réglage'], {
      value: words('A value', 'Een waarde', 'Ein Wert', 'Une valeur'),
      allowance: words('Kudos a week', 'Kudos per week', 'Kudos pro Woche', 'Kudos par semaine'),
      languages: words('Languages', 'Talen', 'Sprachen', 'Langues'),
      change: words('A change', 'Een wijziging', 'Eine Änderung', 'Un changement'),
    }),
  },
};

/** Columns by which rows are found and joined, or which repeat what is shown. */
export const unshownFields: ReadonlySet<string> = new Set([
  ...['tags.person', 'tags.kind', 'tags.word', 'groups.title', 'memberships.group'],
  ...['memberships.person', 'posts.topic', 'comments.post', 'comments.parent', 'revisions.target'],
  ...[
    'reactions.post',
    'reactions.target',
    'reactions.mark',
    'reactions.owner',
    'marks.post',
    'marks.target',
  ],
  ...['marks.value', 'marks.mark', 'acts.post', 'acts.target', 'acts.appointer', 'reports.post'],
  ...['reports.target', 'kudos.batch', 'groupThanks.batch', 'groupThanks.kind', 'keptThanks.kudos'],
  ...['keptThanks.thanks', 'keptThanks.kind', 'mentions.target', 'fates.post', 'articles.cover'],
  ...[
    'articles.part',
    'articles.writer',
    'bodies.at',
    'goals.metric',
    'goals.days',
    'checkIns.goal',
  ],
  ...['staff.inDepartment', 'staff.inPlace', 'jobs.kind', 'jobs.collection', 'settled.name'],
  'settled.said',
]);
