// The bundle of the suite in a page of Chromium.
import { existsSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { CHROMIUM } from './runtimes.mjs';

const ORIGIN = 'http://suite.test';

/** The version of Chromium and a report of each file of the bundle, or why there is none. */
export async function runInChromium(bundle, count) {
  const executablePath = CHROMIUM.find((file) => file !== '' && existsSync(file));
  if (executablePath === undefined) return { skipped: 'no Chromium here; CHROMIUM_PATH may say where it is' };
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    const answers = {
      '/': { contentType: 'text/html', body: '<!doctype html><title>Suite</title>' },
      '/bundle.mjs': { contentType: 'text/javascript', body: readFileSync(bundle, 'utf8') },
    };
    await page.route('**/*', (route) => {
      const answer = answers[new URL(route.request().url()).pathname];
      return answer === undefined ? route.abort() : route.fulfill(answer);
    });
    await page.goto(ORIGIN);
    const reports = [];
    for (let index = 0; index < count; index += 1) {
      reports.push(
        await page.evaluate(`import('${ORIGIN}/bundle.mjs').then((suite) => suite.runTests(${String(index)}))`),
      );
    }
    return { version: browser.version(), reports };
  } finally {
    await browser.close();
  }
}
