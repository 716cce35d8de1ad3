// The suite as one module for runtimes without a file system: Chromium and workerd.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { globSync } from 'tinyglobby';

const ROOT = path.resolve(import.meta.dirname, '../..');
const HERE = path.relative(ROOT, import.meta.dirname);
/** Where the bundle believes the project to be. */
const PLACE = '/project';
/** The files that tests read: the bundle carries them. */
const READ = [
  'test/oracle/fixtures/*.json',
  'examples/data/*.csv',
  'src/statistics/{proportionInterval,criticalValue,successCount}.ts',
];

const FILES = () => `
const files = new Map(${JSON.stringify(
  globSync(READ, { cwd: ROOT }).map((file) => [`${PLACE}/${file}`, readFileSync(path.join(ROOT, file), 'utf8')]),
)});
const at = (file) => new URL(String(file), 'file:///').pathname;
export const existsSync = (file) => files.has(at(file));
export const readFileSync = (file) => {
  const text = files.get(at(file));
  if (text === undefined) throw new Error('the bundle does not carry ' + file);
  return text;
};
const refused = () => { throw new Error('there is no file system here'); };
export { refused as createReadStream, refused as mkdtempSync, refused as rmSync, refused as writeFileSync };
export default { existsSync, readFileSync };
`;

const PATHS = `
export const join = (...parts) => new URL(parts.join('/').replaceAll(/\\/+/g, '/'), 'file:///').pathname;
export const resolve = join;
export const basename = (file, end = '') => file.slice(file.lastIndexOf('/') + 1, file.endsWith(end) ? file.length - end.length : file.length);
export default { join, resolve, basename };
`;

const URLS = `export const fileURLToPath = (url) => new URL(url).pathname;`;

/** Every entry point of the manifest, from \`dist\`. */
function builtEntries() {
  const { exports } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const keys = Object.keys(exports).filter((key) => !key.endsWith('.json'));
  const imports = keys.map((key, index) => `import * as entry${index} from '${ROOT}/${exports[key].import.default}';`);
  return `${imports.join('\n')}\nexport const entries = { ${keys.map((key, index) => `'${key}': entry${index}`).join(', ')} };`;
}

const VIRTUAL = { 'node:fs': FILES, 'node:path': () => PATHS, 'node:url': () => URLS, 'built-entries': builtEntries };

const inOneBundle = {
  name: 'in-one-bundle',
  setup(bundle) {
    const require = createRequire(import.meta.url);
    const ofVitest = createRequire(require.resolve('vitest/package.json'));
    const ofExpect = createRequire(ofVitest.resolve('@vitest/expect'));
    bundle.onResolve({ filter: /^vitest$/ }, () => ({ path: path.join(import.meta.dirname, 'vitest.mjs') }));
    bundle.onResolve({ filter: /^@vitest\/expect$/ }, () => ({ path: ofVitest.resolve('@vitest/expect') }));
    bundle.onResolve({ filter: /^chai$/ }, () => ({ path: ofExpect.resolve('chai') }));
    bundle.onResolve({ filter: /^(?:node:(?:fs|path|url)|built-entries)$/ }, ({ path: name }) => ({
      path: name,
      namespace: 'virtual',
    }));
    bundle.onLoad({ filter: /.*/, namespace: 'virtual' }, ({ path: name }) => ({
      contents: VIRTUAL[name](),
      resolveDir: ROOT,
    }));
    // A module knows its place: that of the project, wherever the bundle is.
    bundle.onLoad({ filter: /[\\/](?:test|examples)[\\/].*\.ts$/ }, ({ path: file }) => {
      const place = `${PLACE}/${path.relative(ROOT, file).replaceAll(path.sep, '/')}`;
      const contents = readFileSync(file, 'utf8')
        .replaceAll('import.meta.dirname', JSON.stringify(path.posix.dirname(place)))
        .replaceAll('import.meta.url', JSON.stringify(`file://${place}`));
      return { contents, loader: 'ts' };
    });
  },
};

/**
 * Writes the bundle of files of tests, the smoke test first.
 * It exports \`names\`, the files, and \`runTests(index)\`; a file is loaded only when it is run.
 */
export async function bundleTests(files, outfile) {
  const all = [`${HERE}/smoke.bundled.mjs`, ...files];
  const loads = all.map((file) => `() => import('./${file}')`);
  await build({
    absWorkingDir: ROOT,
    stdin: {
      contents: `
        import { runFile } from './${HERE}/vitest.mjs';
        const loads = [${loads.join(',\n')}];
        export const names = ${JSON.stringify(all)};
        export const runTests = (index) => runFile(loads[index]);
        export default { async fetch(request) {
          return Response.json(await runTests(Number(new URL(request.url).searchParams.get('file'))));
        } };`,
      resolveDir: ROOT,
    },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    // Messages name the function that refuses, and tests ask for them.
    keepNames: true,
    tsconfig: 'tsconfig.test.json',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
    plugins: [inOneBundle],
  });
  return all;
}
