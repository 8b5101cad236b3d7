import '../parts/person-name/define.ts';
import '../parts/post/define.ts';
import { define } from '../kit/define.ts';
import { Conversation } from './conversation.ts';

define('kantine-conversation', Conversation);
