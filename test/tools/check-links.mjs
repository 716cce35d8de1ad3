// Checks every link of a built site: the file exists and, where the link names a place in it, so does the place.
// Anchors on the same page are checked here because TypeDoc does not.
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';

const site = path.resolve(process.argv[2] ?? 'site');
const pages = globSync('**/*.html', { cwd: site, absolute: true }).sort();
const decode = (text) =>
  text
    .replaceAll(/&(?:amp|#38);/g, '&')
    .replaceAll(/&(?:quot|#34);/g, '"')
    .replaceAll(/&(?:#39|apos);/g, "'");

const withoutScripts = new Map(
  pages.map((page) => [
    page,
    readFileSync(page, 'utf8').replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/g, (tag) =>
      tag.slice(0, tag.indexOf('>') + 1),
    ),
  ]),
);
const anchors = new Map(
  [...withoutScripts].map(([page, html]) => [
    page,
    new Set([...html.matchAll(/\s(?:id|name)="([^"]*)"/g)].map((found) => decode(found[1]))),
  ]),
);

let links = 0;
const broken = [];
for (const [page, html] of withoutScripts) {
  // The drawings that `use` names are brought along by a script.
  for (const [, attribute] of html.matchAll(/<(?!use\b)[a-z][^>]*?\s(?:href|src)="([^"]*)"/gi)) {
    const link = decode(attribute);
    if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(link)) continue;
    links += 1;
    const [address = '', anchor] = link.split('#');
    const file = decodeURIComponent(address.split('?')[0] ?? '');
    let target = file === '' ? page : path.resolve(path.dirname(page), file);
    const from = path.relative(site, page);
    if (existsSync(target) && statSync(target).isDirectory()) target = path.join(target, 'index.html');
    if (path.relative(site, target).startsWith('..')) broken.push(`${from}: ${link} leaves the site`);
    else if (!existsSync(target)) broken.push(`${from}: ${link} has no file`);
    else if (anchor && anchors.has(target) && !anchors.get(target).has(decodeURIComponent(anchor))) {
      broken.push(`${from}: ${link} has no such place`);
    }
  }
}

for (const line of broken) console.error(line);
console.log(`${pages.length} pages, ${links} links, ${broken.length} broken`);
process.exit(pages.length === 0 || links === 0 || broken.length > 0 ? 1 : 0);
