/** The parts that inputs are made of; what no widget would send is refused here. */
import * as v from 'valibot';

/** Half of a character is no text, and no host can be asked for it. */
const whole = v.regex(/^\P{Surrogate}*$/u, 'it holds half a character');

/** An id of the host or of a record. */
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200), whole);

/** Made once for each draft; repeating a command with it does nothing twice. */
export const key = v.pipe(v.string(), v.minLength(8), v.maxLength(80), whole);

/** Where the next page starts, as an earlier page gave it. */
export const cursor = v.pipe(v.string(), v.maxLength(500), whole);

/** Far more than any rule admits, so that the rule's own message is what people see. */
export const text = v.pipe(v.string(), v.maxLength(1_000_000));

/** Several texts, more than any rule admits. */
export const texts = v.pipe(v.array(text), v.maxLength(500));

/** A moment of a host, in milliseconds since 1970. */
export const instant = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** For an operation that needs to be told nothing. */
export const nothing = v.strictObject({});
