import { define } from '../../kit/define.ts';
import { Reactions } from './reactions.ts';

define('kantine-reactions', Reactions);
