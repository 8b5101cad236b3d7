import { AskToJoin } from '../groups/ask-to-join.ts';
import { define } from '../kit/define.ts';
import { Knock } from './knock.ts';

define('kantine-ask-to-join', AskToJoin);
define('kantine-knock', Knock);
