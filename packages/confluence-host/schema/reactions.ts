/**
 * Reactions outnumber everything else by far, and all that one says follows from who reacted how to
 * which message of which post. They have a table of their own: 40 bytes a row instead of 250.
 */
export const reactionsTable = {
  name: 'reactions',
  lines: [
    '`_container` MEDIUMINT UNSIGNED NOT NULL',
    '`post` BIGINT NOT NULL',
    '`_author` MEDIUMINT UNSIGNED NOT NULL',
    // The comment's id; empty on the post itself.
    '`comment` VARBINARY(11) NOT NULL',
    '`kind` TINYINT UNSIGNED NOT NULL',
    // Seconds since the epoch below.
    '`given` INT UNSIGNED NOT NULL',
    // As in other tables, in three bytes: beyond half a year it only counts on.
    '`_changed` MEDIUMINT UNSIGNED NOT NULL',
    'PRIMARY KEY (`_container`, `post`, `_author`, `comment`)',
  ],
} as const;

const epoch = Date.UTC(2024, 0, 1);

export const secondOf = (instant: number): number => Math.floor((instant - epoch) / 1000);
export const instantOf = (second: number): number => epoch + second * 1000;

/** A kind as the number that its rows hold: new kinds are added at the end, and none is taken away. */
const codes: readonly string[] = ['like', 'love', 'celebrate', 'insight', 'thanks', 'smile'];

export const codeOf = (kind: string): number => codes.indexOf(kind);
export const kindOf = (code: number): string => codes[code] ?? '';
