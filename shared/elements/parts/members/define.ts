import '../person-name/define.ts';
import { define } from '../../kit/define.ts';
import { MemberList } from './member-list.ts';

define('kantine-member-list', MemberList);
