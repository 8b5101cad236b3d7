import { define } from '../kit/define.ts';
import { Waiting } from './waiting.ts';

define('kantine-waiting', Waiting);
