import { define } from '../kit/define.ts';
import { EraseOwn } from './erase-own.ts';
import { OwnChoices } from './own-choices.ts';
import { StoredOfMe } from './stored.ts';

define('kantine-erase-own', EraseOwn);
define('kantine-own-choices', OwnChoices);
define('kantine-stored', StoredOfMe);
