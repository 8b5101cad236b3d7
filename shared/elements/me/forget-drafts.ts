/** What this tab keeps of texts that were typed and not sent goes with the words that somebody erases. */
import { draftPrefix } from '../kit/drafts.ts';

export function forgetDrafts(): void {
  try {
    for (const name of Object.keys(sessionStorage))
      if (name.startsWith(draftPrefix)) sessionStorage.removeItem(name);
  } catch {
    // Storage that is switched off keeps nothing.
  }
}
