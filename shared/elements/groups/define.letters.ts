import { define } from '../kit/define.ts';
import { GroupLetters } from './group-letters.ts';

define('kantine-group-letters', GroupLetters);
