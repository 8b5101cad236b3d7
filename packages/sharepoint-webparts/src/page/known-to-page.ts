/** What SharePoint tells every page before it is asked: who is reading, and a digest for writing. */
import type { SharePointContext } from '@kantine/sharepoint-host';

type Known = Pick<SharePointContext, 'userId' | 'formDigest'>;

/**
 * @param legacy SPFx's `pageContext.legacyPageContext`, which is untyped and may lack any of it: then the
 * host asks by itself.
 */
export function knownToPage(legacy: unknown): Known {
  const { userId, formDigestValue, formDigestTimeoutSeconds } = (legacy ?? {}) as Readonly<
    Record<string, unknown>
  >;
  const isUser = typeof userId === 'number' && userId > 0;
  const isDigest =
    typeof formDigestValue === 'string' &&
    formDigestValue !== '' &&
    typeof formDigestTimeoutSeconds === 'number';
  return {
    ...(isUser ? { userId } : {}),
    ...(isDigest
      ? { formDigest: { value: formDigestValue, seconds: formDigestTimeoutSeconds } }
      : {}),
  };
}
