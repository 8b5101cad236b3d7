/** As `@forge/events` names what ended a function from outside. */
export type FailureCode = 'FUNCTION_TIME_OUT' | 'FUNCTION_ERROR';

/** What a caller gets to know of a function that did not come to an end: one line of text. */
export class InvocationFailure extends Error {
  override readonly name = 'InvocationFailure';
  readonly code: FailureCode;

  constructor(code: FailureCode, reason: string, options?: ErrorOptions) {
    super(`There was an error invoking the function - ${reason}`, options);
    this.code = code;
  }
}
