/**
 * Whether a key belongs to an input method, which is composing a character from several keys; then it
 * is no key of ours. Some browsers send the last one after the composition with the code 229.
 */
export const isComposing = (event: KeyboardEvent): boolean =>
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- There is no other sign of the last key.
  event.isComposing || event.keyCode === 229;
