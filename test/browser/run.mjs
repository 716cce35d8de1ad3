// Runs every *.browser.mjs of this folder in Chromium, over the sources. Without a Chromium it says so in one line and is content.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { register } from 'tsx/esm/api';

const here = path.dirname(fileURLToPath(import.meta.url));
const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const given = process.env.CHROMIUM_PATH;
const executablePath = given ?? places.find((place) => existsSync(place));

if (executablePath === undefined || !existsSync(executablePath)) {
  console.log(`browser: skipped, no Chromium at ${given ?? places.join(', ')}; set CHROMIUM_PATH to name one`);
} else {
  register({ tsconfig: path.join(here, '../../tsconfig.test.json') });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const wanted = process.argv.slice(2);
  const files = readdirSync(here)
    .filter(
      (file) => file.endsWith('.browser.mjs') && (wanted.length === 0 || wanted.some((part) => file.includes(part))),
    )
    .sort();
  let failures = 0;
  try {
    for (const file of files) {
      const { checks } = await import(path.join(here, file));
      for (const [name, check] of Object.entries(await checks(browser))) {
        try {
          await check();
          console.log(`ok   ${file}: ${name}`);
        } catch (error) {
          failures++;
          console.error(`FAIL ${file}: ${name}\n${error.message}`);
        }
      }
    }
  } finally {
    await browser.close();
  }
  if (files.length === 0) throw new Error('browser: no file to run');
  if (failures > 0) process.exitCode = 1;
}
