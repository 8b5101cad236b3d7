/** What a card offers beyond what it says, fetched once it is there: editing one's own, not seeing a colleague's words. */
import { define } from '../kit/define.ts';
import { ProfileEditor } from './profile-editor.ts';

export { Blocking } from './blocking.ts';

define('kantine-profile-editor', ProfileEditor);
