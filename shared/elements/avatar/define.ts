import { define } from '../internal/define.ts';
import { Avatar } from './avatar.ts';

define('kantine-avatar', Avatar);
