import { define } from '../kit/define.ts';
import { CatchUpWeek } from './week.ts';

define('kantine-catch-up-week', CatchUpWeek);
