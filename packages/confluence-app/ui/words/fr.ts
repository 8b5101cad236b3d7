import type { Words } from './words.ts';

export const words: Words = {
  waiting:
    'Confluence ne répond plus aux questions de Kantine avant {time}. Ce que vous voyez reste affiché, rien de ce que vous écrivez n’est perdu, et les nouveautés viendront ensuite d’elles-mêmes.',
  paused:
    'Vous avez beaucoup écrit en peu de temps. La place de tous est limitée ; vous pourrez de nouveau écrire à {time}. Votre texte est toujours là : envoyez-le alors.',
  behind: 'Ce que vous voyez n’est peut-être pas à jour : Confluence n’a pas répondu.',
  notSaved: 'Confluence n’a pas enregistré ceci. Réessayez.',
  enabledNowhere:
    'Kantine n’est activé dans aucun espace que vous pouvez consulter. Un administrateur d’un espace peut l’activer dans les paramètres de celui-ci.',
  inThisSpace: 'Kantine dans cet espace',
  isEnabled: 'Kantine est activé ici.',
  isDisabled: 'Kantine n’est pas activé ici.',
  whatEnablingMeans:
    'Une fois activé, tous ceux qui peuvent voir cet espace peuvent utiliser ses groupes, ses murs et ses kudos, et tous ceux qui peuvent commenter peuvent écrire.',
  whatDisablingMeans:
    'Personne ne verra plus ses groupes ni ses murs. Ce qui a été écrit est conservé, et revient si vous réactivez Kantine.',
  enabledBy: '{name} l’a activé le {date}.',
  enabledOn: 'Il a été activé le {date}.',
  disabledBy: '{name} l’a désactivé le {date}.',
  disabledOn: 'Il a été désactivé le {date}.',
  reallyDisable: 'Désactiver Kantine dans cet espace ?',
  keepEnabled: 'Le laisser activé',
  enable: 'Activer Kantine',
  disable: 'Désactiver Kantine',
  onlyAdministrators: 'Un administrateur de cet espace peut changer cela.',
  onlySiteAdministrators: 'Seuls les administrateurs de Confluence voient ces réglages.',
  saved: 'Enregistré.',
  storage: 'Stockage',
  storageUsed: '{used} sur {most} sont utilisés.',
  storageNear:
    'Il reste peu de place. Conservez les publications moins longtemps ; à partir de 97 %, plus rien de nouveau ne peut être écrit.',
  keep: 'Conserver les publications',
  keepEverything: 'Toujours',
  keepMonths: '{months} mois',
  keepHelp:
    'Les publications plus anciennes sont supprimées définitivement en moins d’un jour, avec leurs commentaires et leurs réactions. Les kudos et les profils restent.',
  removeTitle: 'Retirer un message',
  removeHelp:
    'Pour ce qui ne peut pas rester. Son texte est supprimé définitivement ; on en voit la raison à la place. Vous pouvez retirer ce que vous pouvez lire.',
  chooseMessage: 'Choisir un message',
  removeWhich: 'Message',
  removeReason: 'Raison, en trois mots au moins',
  readersSee: 'On verra :',
  removedBecause: 'Retiré par un administrateur : {reason}',
  reasonTooShort: 'Dites en trois mots au moins pourquoi il est retiré.',
  removeNow: 'Retirer le message',
  removed: 'Le message est retiré.',
  cannotRemove: 'Ce message n’est plus là, ou vous ne pouvez pas le lire.',
};
