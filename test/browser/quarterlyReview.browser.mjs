// The page of the quarterly review, opened from a file as its readers do: with pictures, in both languages, light and dark, on paper.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { quarterlyReviewCharts, renderQuarterlyReview } from '../../src/reviews/index.ts';
import { renderChart } from '../tools/renderChart.ts';
import { sampleQuarter } from '../tools/sampleQuarter.ts';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const folder = mkdtempSync(path.join(tmpdir(), 'quarterly-review-'));
process.on('exit', () => {
  rmSync(folder, { recursive: true, force: true });
});

async function pageFile(locale, isDrawn) {
  const review = sampleQuarter();
  const pictures = new Map();
  if (isDrawn) {
    for (const { id, specification } of quarterlyReviewCharts(review, { locale })) {
      const { svg, log } = await renderChart(specification);
      assert.deepEqual(log, []);
      pictures.set(id, svg);
    }
  }
  const draw = isDrawn ? { renderChart: (_, id) => pictures.get(id) ?? null } : {};
  const { html } = renderQuarterlyReview(review, { locale, ...draw });
  const file = path.join(folder, `${locale}-${isDrawn ? 'pictures' : 'tables'}.html`);
  writeFileSync(file, html);
  return pathToFileURL(file).href;
}

/** Opens a page and keeps what it complains of and what it asks for. */
async function open(browser, address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  const page = await context.newPage();
  const trouble = [];
  const requests = [];
  page.on('console', (message) => trouble.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) requests.push(request.url());
  });
  await page.goto(address, { waitUntil: 'load' });
  return { context, page, trouble, requests };
}

async function violations(browser, address, options) {
  // The policy of the page lets nothing in; what looks at it from outside is let past it here.
  const { context, page } = await open(browser, address, { ...options, bypassCSP: true });
  await page.addScriptTag({ path: axeFile });
  const found = await page.evaluate(async () => {
    const { violations: list } = await globalThis.axe.run(globalThis.document);
    return list.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join('; ')}`,
    );
  });
  await context.close();
  return found;
}

export async function checks(browser) {
  const pages = {
    'en with pictures': await pageFile('en', true),
    'fr with pictures': await pageFile('fr', true),
    'en with tables': await pageFile('en', false),
  };
  const all = {};
  for (const [name, address] of Object.entries(pages)) {
    all[`${name}: complains of nothing and asks for nothing`] = async () => {
      const { context, page, trouble, requests } = await open(browser, address);
      assert.deepEqual(trouble, []);
      assert.deepEqual(requests, [address]);
      assert.equal(await page.locator('style').count(), 1);
      assert.equal(await page.evaluate(() => globalThis.getComputedStyle(globalThis.document.body).marginTop), '0px');
      await context.close();
    };
    for (const colorScheme of ['light', 'dark'])
      all[`${name}: axe finds nothing, ${colorScheme}`] = async () => {
        assert.deepEqual(await violations(browser, address, { colorScheme }), []);
      };
  }
  const address = pages['en with pictures'];

  all['every picture is drawn, for light and for dark'] = async () => {
    for (const colorScheme of ['light', 'dark']) {
      const { context, page } = await open(browser, address, { colorScheme });
      const widths = await page
        .locator('img')
        .evaluateAll((images) =>
          images.map(({ naturalWidth, currentSrc, src }) => [naturalWidth > 100, currentSrc === src]),
        );
      assert.ok(widths.length >= 4);
      assert.deepEqual(new Set(widths.map(String)), new Set([`true,${String(colorScheme === 'light')}`]));
      await context.close();
    }
  };

  all['a script that got in would not run'] = async () => {
    const { context, page } = await open(browser, address);
    const ran = await page.evaluate(() => {
      const script = globalThis.document.createElement('script');
      script.textContent = 'globalThis.didRun = true';
      globalThis.document.body.append(script);
      const image = globalThis.document.createElement('div');
      image.innerHTML = '<img src="https://example.org/x.png" onerror="globalThis.didRun = true">';
      globalThis.document.body.append(image);
      return globalThis.didRun ?? false;
    });
    assert.equal(ran, false);
    await context.close();
  };

  all['the keyboard goes from the link that skips to the contents, tables and details, in order'] = async () => {
    const { context, page } = await open(browser, address);
    const focused = () =>
      page.evaluate(() => {
        const { activeElement: own } = globalThis.document;
        const box = own.getBoundingClientRect();
        return {
          text: `${own.tagName.toLowerCase()}${own.className === '' ? '' : `.${own.className}`}`,
          y: box.top + globalThis.scrollY,
          left: box.left,
        };
      });
    await page.keyboard.press('Tab');
    const first = await focused();
    assert.equal(first.text, 'a.skip');
    assert.ok(first.left >= 0, 'the link that skips is shown when focused');
    const stops = [];
    for (let press = 0; press < 60; press++) {
      await page.keyboard.press('Tab');
      const own = await focused();
      if (own.text === 'body' || own.text === 'a.skip') break;
      stops.push(own);
    }
    const kinds = stops.map(({ text }) => text);
    assert.deepEqual(kinds.slice(0, 9), Array(9).fill('a'));
    assert.ok(kinds.includes('div.scroll') && kinds.includes('summary'));
    const inMain = stops.slice(9).map(({ y }) => y);
    assert.deepEqual(
      inMain,
      inMain.slice().sort((a, b) => a - b),
    );
    await page.keyboard.press('Home');
    const skip = page.locator('a.skip');
    await skip.focus();
    await page.keyboard.press('Enter');
    assert.equal((await focused()).text, 'main');
    await context.close();
  };

  all['details fold and unfold by keyboard'] = async () => {
    const { context, page } = await open(browser, address);
    const summary = page.locator('summary').first();
    await summary.focus();
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('details').first().getAttribute('open'), null);
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('details').first().getAttribute('open'), '');
    await context.close();
  };

  all['no page is wider than a phone'] = async () => {
    for (const own of Object.values(pages)) {
      const { context, page } = await open(browser, own, { viewport: { width: 400, height: 800 } });
      assert.equal(await page.evaluate(() => globalThis.document.documentElement.scrollWidth), 400);
      await context.close();
    }
  };

  all['it prints to PDF, folded details too'] = async () => {
    const { context, page } = await open(browser, address, { colorScheme: 'dark' });
    await page.locator('details').evaluateAll((list) => list.forEach((one) => one.removeAttribute('open')));
    const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
    const count = (pdf.match(/\/Type\s*\/Page\b/g) ?? []).length;
    assert.ok(count > 1, `${count} pages`);
    await page.emulateMedia({ media: 'print' });
    assert.ok(await page.locator('details li').first().isVisible());
    assert.equal(
      await page.evaluate(() => globalThis.getComputedStyle(globalThis.document.body).backgroundColor),
      'rgb(255, 255, 255)',
    );
    await context.close();
  };

  // For eyes: SCREENSHOTS=folder keeps pictures of the page.
  const screenshots = process.env.SCREENSHOTS;
  if (screenshots !== undefined)
    all[`screenshots in ${screenshots}`] = async () => {
      mkdirSync(screenshots, { recursive: true });
      for (const [name, width, colorScheme] of [
        ['wide', 1200, 'light'],
        ['phone', 400, 'light'],
        ['dark', 1200, 'dark'],
      ]) {
        const { context, page } = await open(browser, address, { viewport: { width, height: 900 }, colorScheme });
        await page.screenshot({ path: path.join(screenshots, `${name}.png`), fullPage: true });
        await context.close();
      }
      const { context, page } = await open(browser, pages['fr with pictures']);
      await page.screenshot({ path: path.join(screenshots, 'french.png'), fullPage: true });
      await page.pdf({ path: path.join(screenshots, 'page.pdf'), format: 'A4', preferCSSPageSize: true });
      await context.close();
    };
  return all;
}
