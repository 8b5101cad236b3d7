import { define } from '../kit/define.ts';
import { WaitingIdeas } from './waiting-ideas.ts';

define('kantine-waiting-ideas', WaitingIdeas);
