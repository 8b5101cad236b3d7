import { define } from '../../kit/define.ts';
import { Avatar } from './avatar.ts';

define('kantine-avatar', Avatar);
