/** Registers every element; import this one module where all of them are wanted. */
import './group-picker/define.ts';
import './setup/define.ts';
// generated: widgets (npm run generate)
import './blog/define.ts';
import './catch-up/define.ts';
import './community-settings/define.ts';
import './feed/define.ts';
import './goals/define.ts';
import './groups/define.ts';
import './ideas/define.ts';
import './kudos/define.ts';
import './me/define.ts';
import './people-finder/define.ts';
import './profile-card/define.ts';
import './wall/define.ts';
// end of generated: widgets

// With the types comes which tag is which element, for those who make them with document.createElement.
export type * from './index.ts';
