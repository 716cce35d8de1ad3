// Adds to a built site what TypeDoc does not make: the playground, bundled from `dist`. `node test/tools/site.mjs [site] [dist]`
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = path.join(import.meta.dirname, '../..');
const site = path.resolve(process.argv[2] ?? 'site');
const dist = path.resolve(process.argv[3] ?? path.join(root, 'dist'));
const source = path.join(root, 'docs/web/playground');
const target = path.join(site, 'playground');

if (!existsSync(path.join(dist, 'rewards/index.js'))) throw new Error(`${dist} holds no package: npm run build`);
mkdirSync(target, { recursive: true });
for (const file of ['index.html', 'playground.css']) cpSync(path.join(source, file), path.join(target, file));

// Classic scripts, since a browser loads no modules for a page that is opened from a file.
const { outputFiles } = await build({
  entryPoints: ['playground.js', 'rule.js'].map((file) => path.join(source, file)),
  outdir: target,
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  alias: {
    'cx-scoring': path.join(dist, 'index.js'),
    'cx-scoring/rewards': path.join(dist, 'rewards/index.js'),
    'cx-scoring/schemas': path.join(dist, 'schemas/index.js'),
  },
  // `dist` may lie elsewhere; what it imports is the project's.
  nodePaths: [path.join(root, 'node_modules')],
  logLevel: 'error',
  write: false,
});
for (const { path: file, contents } of outputFiles) {
  writeFileSync(file, contents);
  const gzip = gzipSync(contents, { level: 9 }).length;
  console.log(`${path.relative(site, file)}: ${(gzip / 1000).toFixed(1)} kB gzip`);
}
