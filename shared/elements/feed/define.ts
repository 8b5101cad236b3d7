import '../groups/define.ts';
import '../parts/person-name/define.ts';
import '../wall/define.ts';
import { define } from '../kit/define.ts';
import { Feed } from './feed.ts';
import { NewestPostsList } from './newest-posts.ts';

define('kantine-newest-posts', NewestPostsList);
define('kantine-feed', Feed);
