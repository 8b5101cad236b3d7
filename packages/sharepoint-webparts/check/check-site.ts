/** Checks a site from a command line, for developers: the same facts as the page, in English. */
import { reportOf } from '@kantine/elements/site-check/report';
import { siteChecks } from '@kantine/sharepoint-host/check';
import type { Answer, SiteChecks, Tell } from '@kantine/sharepoint-host/check';

/** Who is asking: a bearer token for SharePoint, or the cookies of a browser that is signed in. */
export interface SignIn {
  readonly token?: string;
  readonly cookie?: string;
}

export interface SiteToCheck {
  /** The address of the site. */
  readonly url: string;
  readonly owner: SignIn;
  /** Somebody who does not own the site; without them their facts are left out. */
  readonly colleague?: SignIn;
  /** How many rows a long list may get; 0 leaves long lists out. */
  readonly rows?: number;
  readonly tell?: Tell;
  readonly made?: (rows: number, of: number) => void;
  readonly signal?: AbortSignal;
}

const loopback = ['127.0.0.1', 'localhost', '[::1]'];

/** A secret goes to its own site alone, and never in the open. @throws RangeError */
function checksAs(url: string, { token, cookie }: SignIn): SiteChecks {
  const { origin, protocol, hostname } = new URL(url);
  if (protocol !== 'https:' && !loopback.includes(hostname)) {
    throw new RangeError('The address of the site begins with https://.');
  }
  const secret: Record<string, string> =
    token !== undefined ? { Authorization: `Bearer ${token}` } : { Cookie: cookie ?? '' };
  return siteChecks({
    webUrl: url,
    fetch: (address, init) => {
      if (new URL(address).origin !== origin) throw new RangeError('Another host was asked.');
      return fetch(address, {
        ...init,
        headers: { ...(init.headers as Record<string, string>), ...secret },
      });
    },
  });
}

/** @returns the table as text. @throws KantineError where the first one does not own the site */
export async function checkSite(site: SiteToCheck): Promise<string> {
  const { url, owner, colleague, signal, tell = () => undefined } = site;
  const answers = new Map<string, Answer>();
  const note: Tell = (answer) => {
    answers.set(answer.id, answer);
    tell(answer);
  };
  const checks = checksAs(url, owner);
  const options = {
    tell: note,
    rows: site.rows ?? 0,
    ...(signal ? { signal } : {}),
    ...(site.made ? { made: site.made } : {}),
  };
  await checks.run(options);
  if (colleague && signal?.aborted !== true) {
    await checkWithColleague(checks, checksAs(url, colleague), note);
  }
  return reportOf([...answers.values()], ({ en }) => en);
}

/** Both parts at the same time: one waits for the other. */
async function checkWithColleague(
  owner: SiteChecks,
  colleague: SiteChecks,
  tell: Tell,
): Promise<void> {
  const ending = new AbortController();
  const invitation = await owner.invite();
  try {
    const listening = invitation.listen({ tell, signal: ending.signal });
    const came = await colleague.help(invitation.token);
    if (came === 'owner') throw new RangeError('The colleague owns the site.');
    if (came === 'gone') throw new RangeError('The colleague cannot read the site.');
    await listening;
  } finally {
    ending.abort();
    await invitation.end();
  }
}
