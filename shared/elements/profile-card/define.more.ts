/** What a card offers beyond what it says first, fetched once it is there. */
import { define } from '../kit/define.ts';
import { ProfileEditor } from './profile-editor.ts';

export { AskingInGroup } from './asking-in-group.ts';
export { Blocking } from './blocking.ts';
export { Helping } from './helping.ts';
export { Thanking } from './thanking.ts';

define('kantine-profile-editor', ProfileEditor);
