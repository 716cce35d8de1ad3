// Words shared by the matrix and the recipes.

const CANNOT =
  /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|E40[134]|ETARGET|EBADPLATFORM|ENOTCACHED)\b/;

/** The code with which npm says that it could not fetch a package: no network, no such version, not for this machine. */
export function fetchProblem(said) {
  return CANNOT.exec(said)?.[0] ?? null;
}

/** The last line that says something; npm's remarks about itself do not count. */
export function lastLine(said) {
  const lines = said.split('\n').filter((line) => line.trim() !== '' && !/^(?:npm (?:warn|notice)|> )/.test(line));
  return (lines.at(-1) ?? '').trim();
}

/** Today's date in UTC. */
export function today() {
  return new Date().toISOString().slice(0, 10);
}
