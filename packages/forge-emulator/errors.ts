/** Nothing is guessed: what the emulator does not know ends here, with the name of the call. */
export class NotImplementedError extends Error {
  override readonly name = 'NotImplementedError';

  constructor(call: string, hint = 'The Forge emulator answers only what its README lists.') {
    super(`Not implemented by the Forge emulator: ${call}. ${hint}`);
  }
}

/** What is wrong in an app's manifest, in the site's description or in a call to the emulator. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}
