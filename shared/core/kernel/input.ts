/** The parts that inputs are made of; what no widget would send is refused here. */
import * as v from 'valibot';

/** A text of so many characters, none of them half of one: that is no text, and no host can be asked for it. */
const textOf = (least: number, most: number) =>
  v.pipe(
    v.string(),
    v.check(
      (value) => value.length >= least && value.length <= most && isWhole(value),
      `it has not ${least} to ${most} whole characters`,
    ),
  );

const isWhole = (value: string): boolean => !/\p{Surrogate}/u.test(value);

/** A whole number within bounds. */
export const numberOf = (least: number, most: number) =>
  v.pipe(
    v.number(),
    v.check(
      (value) => Number.isSafeInteger(value) && value >= least && value <= most,
      `it is no whole number from ${least} to ${most}`,
    ),
  );

/** The id of a record or a group, as long as the columns that hold one. */
export const id = textOf(1, 100);

/** The id of a person, or what a host finds one by. */
export const personId = textOf(1, 200);

/** The id of a topic. */
export const topicId = textOf(1, 40);

/** Made once for each draft; repeating a command with it does nothing twice. */
export const key = textOf(8, 80);

/** Where the next page starts, as an earlier page gave it. */
export const cursor = textOf(0, 500);

/** Far more than any rule admits, so that the rule's own message is what people see. */
export const text = v.pipe(v.string(), v.maxLength(1_000_000));

/** Several texts, more than any rule admits. */
export const texts = v.pipe(v.array(text), v.maxLength(500));

/** A moment of a host, in milliseconds since 1970. */
export const instant = numberOf(0, Number.MAX_SAFE_INTEGER);

/** For an operation that needs to be told nothing. */
export const nothing = v.strictObject({});
