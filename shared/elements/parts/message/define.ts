import { define } from '../../kit/define.ts';
import { Message } from './message.ts';

define('kantine-message', Message);
