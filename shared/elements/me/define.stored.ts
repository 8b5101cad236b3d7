import { define } from '../kit/define.ts';
import { EraseOwn } from './erase-own.ts';
import { StoredOfMe } from './stored.ts';

define('kantine-erase-own', EraseOwn);
define('kantine-stored', StoredOfMe);
