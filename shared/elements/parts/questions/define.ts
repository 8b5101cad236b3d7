import { define } from '../../kit/define.ts';
import { QuestionHint } from './question-hint.ts';

define('kantine-question-hint', QuestionHint);
