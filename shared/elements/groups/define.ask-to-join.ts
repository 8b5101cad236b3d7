import { define } from '../kit/define.ts';
import { AskToJoin } from './ask-to-join.ts';

define('kantine-ask-to-join', AskToJoin);
