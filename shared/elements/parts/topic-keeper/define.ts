import { define } from '../../kit/define.ts';
import { TopicKeeper } from './topic-keeper.ts';

define('kantine-topic-keeper', TopicKeeper);
