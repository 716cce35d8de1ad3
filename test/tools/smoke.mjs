// Imports and requires every entry point of the package by its name and uses it a little. Runs on any runtime,
// inside the project as well as in a project where the package is installed.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const manifest = require('cx-scoring/package.json');
const entries = Object.keys(manifest.exports)
  .filter((key) => !key.endsWith('.json'))
  .map((key) => manifest.name + key.slice(1));

for (const entry of entries) {
  const imported = Object.keys(await import(entry)).filter(
    (name) => name !== 'module.exports' && name !== '__esModule',
  );
  const required = Object.keys(require(entry)).filter((name) => name !== '__esModule');
  assert.ok(imported.length > 0, `${entry} exports nothing`);
  assert.deepEqual(required.sort(), imported.sort(), `${entry} exports other names to require than to import`);
}

const { isCxError: isImportedError } = await import('cx-scoring');
const { isCxError: isRequiredError } = require('cx-scoring');
const codes = [];
for (const { computeNps } of [await import('cx-scoring'), await import('cx-scoring/metrics'), require('cx-scoring')]) {
  const result = computeNps([10, 9, 8, 6]);
  assert.equal(result.value, 25);
  assert.deepEqual(JSON.parse(JSON.stringify(result)), result);
  try {
    computeNps([10], { confidence: 95 });
    assert.fail('a confidence of 95 is refused');
  } catch (error) {
    // Told by its code: a class of our own would not be the same class in both formats.
    assert.ok(error instanceof RangeError || error instanceof TypeError, String(error));
    assert.ok(isImportedError(error) && isRequiredError(error), 'an error of one format is not known by the other');
    assert.match(error.code, /^CX_[A-Z_]+$/);
    codes.push(error.code);
  }
}
assert.equal(new Set(codes).size, 1, `the same mistake has different codes: ${codes.join(', ')}`);

const [name, version] = globalThis.Bun
  ? ['Bun', globalThis.Bun.version]
  : globalThis.Deno
    ? ['Deno', globalThis.Deno.version.deno]
    : ['Node', process.versions.node];
console.log(`${String(entries.length)} entry points work on ${name} ${version}`);
