import { define } from '../kit/define.ts';
import { CatchUp } from './catch-up.ts';

define('kantine-catch-up', CatchUp);
