/** Registers every element; import this one module where all of them are wanted. */
import './groups/define.ts';
import './kudos/define.ts';
import './profile-card/define.ts';
import './wall/define.ts';
