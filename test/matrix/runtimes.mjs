// Where the runtimes come from: each is an npm package, fetched once by npx.

/** The command that runs the newest Node of a major version. */
export const nodeOf = (major) => ['npx', '-y', '-p', `node@${major}`, '--', 'node'];

/** The command that runs Bun. */
export const BUN = ['npx', '-y', 'bun@1.4.5'];

/** The command that runs Deno. */
export const DENO = ['npx', '-y', 'deno@2.9.6'];

/** The command that runs another where workerd, the runtime of Cloudflare's workers, is on the path. */
export const WORKERD = ['npx', '-y', '-p', 'workerd@1.20261023.1', '--'];

/** Where Debian, Ubuntu and the usual installers put Chromium or Chrome. */
export const CHROMIUM = [
  process.env.CHROMIUM_PATH ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
