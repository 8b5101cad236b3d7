/** What a reader keeps, whatever goes away: their words first, and then their place. */
import './later-words.ts';
import './later-focus.ts';
