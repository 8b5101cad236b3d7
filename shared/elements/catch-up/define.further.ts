import { define } from '../kit/define.ts';
import { CatchUpNews } from './news.ts';
import { WaitingIdeas } from './waiting-ideas.ts';
import { WaitingLetters } from './waiting-letters.ts';
import { WaitingQuestions } from './waiting-questions.ts';

define('kantine-catch-up-news', CatchUpNews);
define('kantine-waiting-ideas', WaitingIdeas);
define('kantine-waiting-letters', WaitingLetters);
define('kantine-waiting-questions', WaitingQuestions);
