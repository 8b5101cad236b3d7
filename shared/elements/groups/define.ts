import '../parts/people-picker/define.ts';
import '../parts/person-name/define.ts';
import '../wall/define.ts';
import { define } from '../kit/define.ts';
import { AskToJoin } from './ask-to-join.ts';
import { GroupItem } from './group-item.ts';
import { GroupMembers } from './group-members.ts';
import { GroupRequestItem } from './group-request.ts';
import { GroupWishes } from './group-wishes.ts';
import { Groups } from './groups.ts';
import { StartGroup } from './start-group.ts';

define('kantine-ask-to-join', AskToJoin);
define('kantine-group-wishes', GroupWishes);
define('kantine-group-item', GroupItem);
define('kantine-group-members', GroupMembers);
define('kantine-group-request', GroupRequestItem);
define('kantine-start-group', StartGroup);
define('kantine-groups', Groups);
