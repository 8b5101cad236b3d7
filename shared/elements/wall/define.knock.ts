import { define } from '../kit/define.ts';
import { Knock } from './knock.ts';

define('kantine-knock', Knock);
