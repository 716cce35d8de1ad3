// Prints how many tests ran, out of the JSON report of Vitest: `N passed, N failed`, and `, N skipped` where some were.
import { existsSync, readFileSync } from 'node:fs';

const file = process.argv[2];
const { testResults = [] } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
const states = testResults.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status));
const count = (...wanted) => states.filter((status) => wanted.includes(status)).length;

// A file that cannot even be read has no tests to fail, and yet it failed.
const unread = testResults.filter(({ status, assertionResults }) => {
  return status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
}).length;
const passed = count('passed');
const failed = count('failed') + unread;
const skipped = count('skipped', 'pending', 'todo', 'disabled');
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(passed === 0 || failed > 0 ? 1 : 0);
