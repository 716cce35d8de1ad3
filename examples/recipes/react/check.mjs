// Renders the component as a server would, and weighs the page's script.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { render } from './dist/server/render.js';

const page = render();
assert.match(page, /<output>[^<]*\b40\b[^<]*<\/output>/);
assert.match(page, /10 answers|n = 10|<li>/);
assert.match(render([]), /<output>/);
assert.doesNotMatch(render([]), /NaN|undefined|>0</);
assert.throws(() => render([11]), { code: /^CX_/ });

const [script] = readdirSync('dist/assets').filter((name) => name.endsWith('.js'));
assert.ok(script, 'vite has written a script');
const text = readFileSync(`dist/assets/${script}`, 'utf8');
assert.match(text, /detractors/);
assert.doesNotMatch(text, /ZodError|_zod/, 'no zod in the page');
console.log(`the hook renders 40; the page's script has ${String(Math.round(text.length / 1000))} kB, React included`);
