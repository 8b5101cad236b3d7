import type { Reporter, TestModule } from 'vitest/node';

/** Closes a run with one line that counts its tests, for people and machines that read only the end. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: errors.length, skipped: 0 };
    for (const testModule of modules) {
      // A file that could not even be loaded has no tests to count, and must not pass unseen.
      if (testModule.state() === 'failed' && testModule.children.size === 0) counts.failed += 1;
      for (const test of testModule.children.allTests()) {
        const { state } = test.result();
        counts[state === 'pending' ? 'failed' : state] += 1;
      }
    }
    const { passed, failed, skipped } = counts;
    // Behind the default reporter's own summary, which is printed in the same turn.
    process.once('exit', () => {
      console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
    });
  }
}
