// The documentation site, opened from its files as a reader would: `npm run docs` makes it; SITE names another folder.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const site = path.resolve(process.env.SITE ?? path.join(import.meta.dirname, '../../site'));
const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const FIRST_LOAD = 300_000;
const PAGES = {
  landing: 'index.html',
  French: 'documents/Accueil.html',
  guide: 'documents/Getting_started.html',
  charts: 'documents/Charts.html',
  function: 'functions/cx-scoring.computeNps.html',
  catalogue: 'documents/Metric_catalogue.html',
  playground: 'playground/index.html',
  'playground, rule': 'playground/index.html?tab=rule',
};
const RULE_DOCUMENT = `{ "format": 1, "rules": [{ "format": 1, "id": "r", "version": 1, "state": "active", "trigger": { "kind": "event", "event": "e" },
  "subject": ["who"], "occurrence": ["what"], "when": { "op": "gte", "fact": ["size"], "value": 2 },
  "grant": { "kind": "points", "unit": "pt", "amount": { "kind": "fixed", "amount": 50 } }, "onUnknown": "hold" }] }`;
const FACTS = `[{ "id": "f1", "on": "2026-10-05", "trigger": { "kind": "event", "event": "e" }, "data": { "who": "lea", "what": "w", "size": 2 } }]`;

const addressOf = (place) => {
  const [, file, rest] = /^([^?#]*)(.*)$/.exec(place);
  return `${pathToFileURL(path.join(site, file)).href}${rest}`;
};

/** Opens a page of the site and keeps what it complains of and what it loads. */
async function open(browser, place, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const trouble = [];
  const requests = [];
  page.on('console', (message) => trouble.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) requests.push(request.url());
  });
  await page.goto(addressOf(place), { waitUntil: 'load' });
  if (place.endsWith('?tab=rule')) await page.locator('#rule-decisions > li').first().waitFor();
  else if (!place.startsWith('playground'))
    await page.locator('#tsd-nav-container a').first().waitFor({ state: 'attached' });
  return { context, page, trouble, requests };
}

/** What axe finds serious. The list of all pages is the same everywhere, and long: it is looked at on one page only. */
async function violations(page, hasNavigation) {
  await page.addScriptTag({ path: axeFile });
  return page.evaluate(async (isNavigationKept) => {
    if (!isNavigationKept) globalThis.document.getElementById('tsd-nav-container')?.replaceChildren();
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const { violations: list } = await globalThis.axe.run(
      globalThis.document,
      // It would fetch style sheets, which a page from a file may not.
      { preload: false, resultTypes: ['violations'], runOnly: { type: 'tag', values: tags } },
    );
    const told = ({ html, failureSummary }) => `${html.slice(0, 300)} ${failureSummary}`;
    return list
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes.slice(0, 3).map(told).join('; ')}`);
  }, hasNavigation);
}

const textOf = async (page, id) => (await page.locator(`#${id}`).textContent()).replaceAll(/\s+/g, ' ').trim();

/** A check on one page, which must complain of nothing and stay with the files of the site. */
function on(browser, place, check, options) {
  return async () => {
    const { context, page, trouble, requests } = await open(browser, place, options);
    try {
      await check(page, requests);
      assert.deepEqual(trouble, []);
      const root = pathToFileURL(site).href;
      assert.deepEqual(
        requests.filter((url) => !url.startsWith(root)),
        [],
      );
    } finally {
      await context.close();
    }
  };
}

async function shows(page, id, pattern) {
  await page.waitForFunction(
    ([own, source, flags]) => new RegExp(source, flags).test(globalThis.document.getElementById(own).textContent),
    [id, pattern.source, pattern.flags],
    { timeout: 5000 },
  );
}

function kindOfPage(browser, all) {
  for (const [name, place] of Object.entries(PAGES)) {
    for (const colorScheme of ['light', 'dark']) {
      // What looks at the page from outside is let past its policy.
      const options = { colorScheme, bypassCSP: true };
      all[`${name}: axe finds nothing serious, ${colorScheme}`] = on(
        browser,
        place,
        async (page) => assert.deepEqual(await violations(page, name === 'function'), []),
        options,
      );
    }
    all[`${name}: complains of nothing, loads its own files only, and is no wider than a phone`] = on(
      browser,
      place,
      async (page) => {
        const { scrollWidth } = await page.evaluate(() => ({
          scrollWidth: globalThis.document.documentElement.scrollWidth,
        }));
        assert.equal(scrollWidth, 400);
      },
      { viewport: { width: 400, height: 800 } },
    );
  }
}

function firstLoad(browser, all) {
  for (const [name, place] of Object.entries(PAGES)) {
    all[`${name}: the first load stays below ${FIRST_LOAD / 1000} kB`] = on(browser, place, async (_, requests) => {
      const files = new Set(requests.map((url) => new URL(url).pathname));
      const sizes = [...files].map((file) => gzipSync(readFileSync(decodeURIComponent(file)), { level: 9 }).length);
      const total = sizes.reduce((sum, size) => sum + size, 0);
      assert.ok(files.size > 2 && total < FIRST_LOAD, `${total} bytes in ${files.size} files`);
      console.log(`     ${name}: ${(total / 1000).toFixed(1)} kB in ${files.size} files`);
    });
  }
}

function documentation(browser, all) {
  all['landing: says it in one screen, with a picture, and leads to each door'] = on(
    browser,
    'index.html',
    async (page) => {
      assert.ok(await page.locator('.versus').isVisible());
      const [top, text] = await page
        .locator('.versus')
        .evaluate((own) => [own.getBoundingClientRect().top, own.innerText]);
      assert.ok(top < 450, `it begins ${top} px down`);
      assert.match(text, /=> 25/);
      assert.match(text, /\+36 \(95% interval −12 to \+69/);
      assert.match(await page.locator('figure.picture svg').getAttribute('aria-label'), /\+30 \(95%: \+25 – \+35\)/);
      const links = await page.locator('.doors a').evaluateAll((list) => list.map(({ href }) => href));
      assert.ok(links.length >= 8);
      for (const link of links) assert.ok(existsSync(decodeURIComponent(new URL(link).pathname)), link);
    },
  );

  all['a French page says that it is French, and its frame that it is English'] = on(
    browser,
    'documents/Accueil.html',
    async (page) => {
      assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
      assert.equal(await page.locator('.site-menu').getAttribute('lang'), 'en');
    },
  );

  all['the search finds computeNps, and loads its index only then'] = on(
    browser,
    'index.html',
    async (page, requests) => {
      const isIndex = (url) => url.endsWith('/assets/search.js');
      assert.deepEqual(requests.filter(isIndex), []);
      await page.keyboard.press('/');
      await page.keyboard.type('computeNps');
      const link = page.locator('#tsd-search-results a', { hasText: 'computeNps' }).first();
      await link.waitFor({ timeout: 15_000 });
      assert.match(await link.getAttribute('href'), /functions\/cx-scoring[^/]*computeNps\.html/);
      assert.equal(requests.filter(isIndex).length, 1);
      await page.locator('#tsd-search-input').fill('raking');
      await page.locator('#tsd-search-results a', { hasText: 'Silence and weights' }).first().waitFor();
    },
  );

  all['every example has a button that copies it'] = on(browser, 'documents/Getting_started.html', async (page) => {
    const [blocks, buttons] = await page.evaluate(() =>
      ['pre', 'pre > button'].map((one) => globalThis.document.querySelectorAll(`#content ${one}`).length),
    );
    assert.ok(blocks > 3);
    assert.equal(buttons, blocks);
  });

  all['the catalogue is searched in both languages, by group and by owner'] = on(
    browser,
    'documents/Metric_catalogue.html',
    async (page) => {
      const count = page.locator('.catalogue-search output');
      const shown = () => page.locator('tr[id^="metric-"]:visible').evaluateAll((rows) => rows.map(({ id }) => id));
      const rows = await shown();
      assert.equal(await count.textContent(), `${rows.length} of ${rows.length} metrics`);
      assert.ok(rows.length > 90);
      await page.locator('#catalogue-query').fill('repondants comptes');
      assert.deepEqual(await shown(), ['metric-account-response-rate']);
      assert.equal(await count.textContent(), `1 of ${rows.length} metrics`);
      assert.deepEqual(await page.locator('#content h2:visible').allTextContents(), ['Outreach', 'Example targets']);
      await page.locator('#catalogue-query').fill('');
      await page.getByLabel('Group').selectOption('Operational');
      await page.getByLabel('Owner').selectOption('finance');
      assert.deepEqual(await shown(), ['metric-dispute-rate', 'metric-credit-note-rate']);
      await page.locator('#catalogue-query').fill('nothing like this');
      assert.deepEqual(await shown(), []);
    },
  );
}

function scorePlayground(browser, all) {
  const place = 'playground/index.html';
  all['playground: values known by hand, and a clear error for 11'] = on(browser, place, async (page) => {
    // 6 promoters and 2 detractors of 11.
    assert.equal(await textOf(page, 'score-value'), '+36');
    assert.match(await textOf(page, 'score-sentence'), /−12 to \+69, adjusted Wald; 11 answers/);
    // 2 promoters, 1 detractor of 4.
    await page.getByLabel('Answers', { exact: true }).fill('10 9 8 6');
    await shows(page, 'score-value', /^\+25$/);
    await page.getByLabel('Answers', { exact: true }).fill('9, 11');
    await shows(
      page,
      'score-error',
      /score at row 1 must be a whole number from 0 to 10, received 11 \(CX_OFF_SCALE\)/,
    );
    assert.equal(await page.locator('#score-output').isVisible(), false);
    assert.equal(await page.getByLabel('Answers', { exact: true }).getAttribute('aria-invalid'), 'true');
    await page.getByLabel('Answers', { exact: true }).fill('9, nine');
    await shows(page, 'score-error', /“nine” is neither a number/);
    await page.getByLabel('Answers', { exact: true }).fill('');
    await shows(page, 'score-value', /unknown/);
    await page.getByLabel('Question').selectOption('csat');
    // 7 of 10 answers are 4 or 5.
    await shows(page, 'score-value', /^70\.0%$/);
    await page.getByLabel('Customers in all, if known').fill('3');
    await shows(page, 'score-error', /CX_POPULATION_TOO_SMALL/);
    await page.getByLabel('Words in').selectOption('fr');
    assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
  });

  all['playground: nothing of the rules is loaded before they are wanted'] = on(
    browser,
    place,
    async (page, requests) => {
      assert.ok(!requests.some((url) => url.endsWith('rule.js')));
      await page.locator('#tab-score').focus();
      await page.keyboard.press('ArrowRight');
      await page.locator('#rule-decisions > li').first().waitFor();
      assert.ok(requests.some((url) => url.endsWith('rule.js')));
      assert.equal(await page.evaluate(() => globalThis.document.activeElement.id), 'tab-rule');
      await page.keyboard.press('Home');
      assert.ok(await page.locator('#score-output').isVisible());
    },
  );

  all['playground: a link brings the fields back, in another tab too'] = on(browser, place, async (page) => {
    await page.getByLabel('Answers', { exact: true }).fill('10, 3 – é');
    await page.getByLabel('Answers', { exact: true }).fill('10, 3');
    await page.getByLabel('Confidence').selectOption('0.9');
    await page.getByRole('button', { name: 'Make a link to this' }).click();
    await page.waitForFunction(() => globalThis.location.hash.includes('fields='));
    const fragment = await page.evaluate(() => globalThis.location.hash.slice(1));
    const other = await open(browser, `${place}#${fragment}`);
    assert.equal(await other.page.getByLabel('Answers', { exact: true }).inputValue(), '10, 3');
    assert.equal(await other.page.getByLabel('Confidence').inputValue(), '0.9');
    assert.equal(await textOf(other.page, 'score-value'), '0');
    await other.context.close();
  });
}

const fragmentOf = (tab, value) => `tab=${tab}&fields=${Buffer.from(value).toString('base64url')}`;

function rulePlayground(browser, all) {
  const place = 'playground/index.html?tab=rule';
  all['playground: a changed rule changes the decision, and says why'] = on(browser, place, async (page) => {
    const outcomes = () => page.locator('#rule-decisions strong').allTextContents();
    assert.deepEqual(await outcomes(), ['granted 50 pt', 'denied', 'held']);
    await page.getByLabel('Rules, as JSON').fill(RULE_DOCUMENT);
    await page.getByLabel('Facts, as JSON').fill(FACTS);
    await shows(page, 'rule-status', /^1 decision, 1 with a grant/);
    await page.getByLabel('Rules, as JSON').fill(RULE_DOCUMENT.replace('"value": 2', '"value": 3'));
    await shows(page, 'rule-decisions', /Expected: size is at least 3; found: 2/);
    assert.deepEqual(await outcomes(), ['denied']);
    await page.getByLabel('Rules, as JSON').fill(RULE_DOCUMENT.replace('"amount": 50', '"amount": "50"'));
    await shows(
      page,
      'rule-issues',
      /Line 3, column \d+: rules\[0\]\.grant\.amount\.amount must be a whole number from 0, received "50"/,
    );
    assert.equal(await page.locator('#rule-output').isVisible(), false);
    await page.getByLabel('Rules, as JSON').fill(RULE_DOCUMENT);
    await page.getByLabel('Facts, as JSON').fill('[{ "id": 7 }]');
    await shows(page, 'rule-issues', /facts\[0\]: id must be/);
    await page.getByLabel('Facts, as JSON').fill(FACTS);
    await page.getByLabel('Decided on').fill('soon');
    await shows(page, 'rule-issues', /asOf/);
  });

  const hostile = {
    'markup in every field': fragmentOf(
      'rule',
      JSON.stringify({
        rules: '<img src=x onerror=alert(1)>',
        facts: '[{"id":"<script>didRun=1</script>"}]',
        'as-of': '"><script>globalThis.didRun=1</script>',
      }),
    ),
    'a path to the prototype': fragmentOf(
      'rule',
      `{"rules":${JSON.stringify('{"__proto__":{"polluted":1},"format":1,"rules":[],"constructor":{"prototype":{"polluted":1}}}')},"facts":${JSON.stringify('[{"__proto__":{"polluted":1}}]')},"__proto__":{"polluted":1}}`,
    ),
    'no base 64': 'tab=rule&fields=%00%ff!!!',
    'not text': fragmentOf('score', JSON.stringify({ answers: { toString: 1 }, metric: 5 })),
    'a choice that is not offered': fragmentOf(
      'score',
      JSON.stringify({ metric: '__proto__', confidence: '7', answers: '10' }),
    ),
    'a very long fragment': `tab=score&fields=${'A'.repeat(300_000)}`,
    'a deep rule': fragmentOf('rule', JSON.stringify({ rules: '['.repeat(20_000), facts: '['.repeat(20_000) })),
    'names of what the page has': 'tab=constructor&locale=__proto__&fields=eyJhIjoxfQ',
  };
  for (const [name, fragment] of Object.entries(hostile)) {
    all[`playground: ${name} in a link does no harm`] = on(
      browser,
      `playground/index.html#${name === 'a deep rule' ? '' : fragment}`,
      async (page) => {
        if (name === 'a deep rule')
          await page.evaluate((own) => {
            globalThis.location.hash = own;
          }, fragment);
        await page.waitForTimeout(400);
        const [didRun, polluted, images, scripts] = await page.evaluate(() => [
          globalThis.didRun ?? null,
          {}.polluted ?? null,
          globalThis.document.querySelectorAll('img').length,
          [...globalThis.document.scripts].map((script) => script.getAttribute('src')),
        ]);
        assert.deepEqual([didRun, polluted, images], [null, null, 0]);
        assert.ok(scripts.every((script) => script === 'playground.js' || script === 'rule.js'));
        assert.ok(await page.getByRole('tablist').isVisible());
      },
    );
  }

  all['playground: its policy lets no other script in'] = on(browser, 'playground/index.html', async (page) => {
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    assert.doesNotMatch(policy, /unsafe|https?:|\*/);
  });
}

/** For eyes: SCREENSHOTS=folder keeps pictures of the pages. */
function screenshots(browser, folder, all) {
  const views = { wide: [1280, 'light'], dark: [1280, 'dark'], phone: [400, 'light'] };
  all[`screenshots in ${folder}`] = async () => {
    mkdirSync(folder, { recursive: true });
    for (const [name, place] of Object.entries(PAGES)) {
      for (const [view, [width, colorScheme]] of Object.entries(views)) {
        const { context, page } = await open(browser, place, { viewport: { width, height: 900 }, colorScheme });
        const file = `${name.replaceAll(/\W+/g, '-')}-${view}.png`;
        await page.screenshot({
          path: path.join(folder, file),
          fullPage: name.startsWith('playground') || name === 'landing',
        });
        await context.close();
      }
    }
  };
}

export function checks(browser) {
  const all = {};
  if (!existsSync(path.join(site, PAGES.playground))) {
    console.log(`browser: the site is skipped, ${site} holds none; npm run docs makes it`);
    return all;
  }
  for (const part of [kindOfPage, firstLoad, documentation, scorePlayground, rulePlayground]) part(browser, all);
  const { SCREENSHOTS: folder } = process.env;
  if (folder !== undefined) screenshots(browser, path.resolve(folder), all);
  return all;
}
