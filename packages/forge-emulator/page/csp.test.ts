import { expect, it } from 'vitest';
import { contentSecurityPolicy } from './csp.ts';

const origins = { site: 'http://site.test', cdn: 'http://cdn.test' };

function directive(policy: string, name: string): string[] {
  const found = policy.split('; ').find((each) => each.startsWith(`${name} `));
  return found?.split(' ').slice(1) ?? [];
}

it('lets in nothing inline and nothing from elsewhere when the manifest asks for nothing', () => {
  const policy = contentSecurityPolicy({}, origins);
  expect(policy).not.toContain('unsafe');
  expect(directive(policy, 'script-src')).toEqual(["'self'", 'http://cdn.test']);
  expect(directive(policy, 'font-src')).toEqual(["'self'"]);
  expect(directive(policy, 'frame-ancestors')).toEqual(["'self'", 'http://site.test']);
  expect(directive(policy, 'sandbox')).toContain('allow-scripts');
});

it('adds what the manifest asks for, with quotes where the policy wants them', () => {
  const policy = contentSecurityPolicy(
    {
      content: { styles: ['unsafe-inline'], scripts: ['sha256-abc='] },
      external: { images: ['https://images.test'], fetch: { client: [{ address: '*.api.test' }] } },
    },
    origins,
  );
  expect(directive(policy, 'style-src')).toContain("'unsafe-inline'");
  expect(directive(policy, 'script-src')).toContain("'sha256-abc='");
  expect(directive(policy, 'img-src')).toContain('https://images.test');
  expect(directive(policy, 'connect-src')).toContain('*.api.test');
});
