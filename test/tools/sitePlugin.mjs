// What the documentation site adds to the pages of TypeDoc: the order of learning, languages, landmarks, a search index that is loaded
// when it is wanted, and links to the pages that TypeDoc does not make.
import { globSync } from 'tinyglobby';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');

/** Pages outside the reference, by the anchor that stands for them in a guide. */
const PAGES = {
  '#site-home': 'index.html',
  '#site-playground': 'playground/index.html',
  '#site-playground-french': 'playground/index.html?locale=fr',
  '#site-playground-rule': 'playground/index.html?tab=rule',
  '#site-playground-rule-french': 'playground/index.html?tab=rule&amp;locale=fr',
};

/** Section of the navigation that holds the entry points. */
export const MODULES = 'Functions and types';

/** Title and language of each guide, from its front matter. */
function frontMatters() {
  return globSync('docs/guides/*.md', { cwd: root }).map((file) => {
    const [, front = ''] = /^---\n([\s\S]*?)\n---\n/.exec(readFileSync(path.join(root, file), 'utf8')) ?? [];
    const field = (key) => new RegExp(`^${key}: *(.+)$`, 'm').exec(front)?.[1].replace(/^(['"])(.*)\1$/, '$2');
    return {
      file: path.basename(file, '.md'),
      title: field('title') ?? path.basename(file, '.md'),
      lang: field('lang') ?? 'en',
    };
  });
}

/** A page with what belongs to this site. */
export function finishPage(contents, lang) {
  const base = /data-base="([^"]*)"/.exec(contents)?.[1] ?? './';
  const links = [
    ['#site-home', 'Home'],
    ['#site-playground', 'Playground'],
  ]
    .map(([anchor, text]) => `<a href="${anchor}">${text}</a>`)
    .join('');
  const english = lang === 'en' ? '' : ' lang="en"';
  let page = contents
    .replace(/<html class="default" lang="[^"]*"/, `<html class="default" lang="${lang}"`)
    .replace('<header class="tsd-page-toolbar">', `<a class="skip" href="#content"${english}>Skip to the content</a>$&`)
    .replace('<header class="tsd-page-toolbar"', `$&${english}`)
    .replace('<div class="col-content">', '<div class="col-content" id="content" role="main" tabindex="-1">')
    .replace('<div class="site-menu">', `<div class="site-menu"${english}>`)
    .replace('<nav class="tsd-navigation">', '<nav class="tsd-navigation" aria-label="Pages">')
    .replace('<div id="tsd-toolbar-links">', `$&${links}`)
    // A script brings the drawings into every page; a page from a file may not fetch them besides.
    .replaceAll(/<use href="[^"]*icons\.svg(#icon-[^"]*)"/g, '<use href="$1"')
    // The index is larger than all the rest: site.js loads it when the search is opened.
    .replace(
      /<script async src="([^"]*)" id="tsd-search-script"><\/script>/,
      '<script id="tsd-search-script" data-src="$1"></script>',
    );
  for (const [anchor, target] of Object.entries(PAGES))
    page = page.replaceAll(`href="${anchor}"`, `href="${base}${target}"`);
  return page;
}

/** TypeDoc plugin; `sections` gives the guides of each section of the learning path, by file name. */
export function sitePlugin(sections) {
  return (app) => {
    const guides = frontMatters();
    const byTitle = new Map(guides.map((guide) => [guide.title, guide]));
    const sectionOf = new Map(
      Object.entries(sections).flatMap(([section, files]) => files.map((file) => [file, section])),
    );
    const languages = new Map();
    app.converter.on('createDocument', (_, document) => {
      const guide = byTitle.get(document.name);
      const section = sectionOf.get(guide?.file ?? document.name);
      if (section !== undefined) document.frontmatter.category = section;
      languages.set(document.name, guide?.lang ?? 'en');
    });
    // Before TypeDoc reads the categories.
    app.converter.on(
      'resolveBegin',
      ({ project }) => {
        for (const own of project.children ?? []) {
          const category = own.comment?.blockTags.find(({ tag }) => tag === '@category');
          if (category !== undefined) category.content = [{ kind: 'text', text: MODULES }];
        }
      },
      10_000,
    );
    app.renderer.on('endPage', (page) => {
      const lang = page.model.isDocument?.() ? languages.get(page.model.name) : 'en';
      page.contents = finishPage(page.contents, lang ?? 'en');
    });
  };
}
