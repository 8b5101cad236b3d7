/** What the checks of every host say alike, in every language at once. */
import type { Words } from '../registry/words.ts';

const words = (en: string, nl: string, de: string, fr: string): Words => ({ en, nl, de, fr });

/** Of the table of answers, and of the button above it. */
export const tableWords = {
  check: words('Check', 'Controleren', 'Prüfen', 'Vérifier'),
  again: words('Check again', 'Opnieuw controleren', 'Noch einmal prüfen', 'Vérifier à nouveau'),
  checking: words('Checking…', 'Bezig met controleren…', 'Wird geprüft…', 'Vérification…'),
  caption: words(
    'Answers of this site',
    'Antwoorden van deze site',
    'Antworten dieser Website',
    'Réponses de ce site',
  ),
  fact: words('What was tried', 'Wat is geprobeerd', 'Was versucht wurde', 'Ce qui a été essayé'),
  answer: words('Answer', 'Antwoord', 'Antwort', 'Réponse'),
  means: words(
    'What it means for Kantine',
    'Wat het betekent voor Kantine',
    'Was es für Kantine bedeutet',
    'Ce que cela signifie pour Kantine',
  ),
  copy: words('Copy as text', 'Kopiëren als tekst', 'Als Text kopieren', 'Copier comme texte'),
  toCopy: words('Copy this text', 'Kopieer deze tekst', 'Kopiere diesen Text', 'Copiez ce texte'),
} as const satisfies Readonly<Record<string, Words>>;

/** Names of answers that the facts of several hosts may have. */
export const sharedAnswers = {
  works: words('Works', 'Werkt', 'Funktioniert', 'Fonctionne'),
  refused: words('Refused', 'Geweigerd', 'Abgelehnt', 'Refusé'),
  missing: words('Missing', 'Ontbreekt', 'Fehlt', 'Absent'),
  told: words('Told', 'Verteld', 'Mitgeteilt', 'Communiqué'),
  failed: words(
    'Could not be tried',
    'Kon niet worden geprobeerd',
    'Konnte nicht versucht werden',
    'N’a pas pu être essayé',
  ),
} as const satisfies Readonly<Record<string, Words>>;
