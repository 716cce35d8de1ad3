// What the address holds: which half is shown, in which language, and after "#" the texts of its fields. It is data: texts that go into
// fields and are checked there as if somebody had typed them. Anything else is left alone.
const { URLSearchParams, TextEncoder, TextDecoder, atob, btoa } = globalThis;

const LONGEST = 200_000;

/** Names of the fields that may be shared, by half. */
export const FIELDS = {
  score: ['metric', 'answers', 'confidence', 'population'],
  rule: ['rules', 'facts', 'as-of'],
};

function encoded(value) {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function decoded(text) {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
}

/** The fragment of a state. */
export function toFragment({ tab, locale, fields }) {
  return `tab=${tab}&locale=${locale}&fields=${encoded(fields)}`;
}

/** The state of a query and a fragment: only what is known by name and is text; `isBroken` where fields were given that cannot be read. */
export function fromAddress(query, fragment) {
  const params = new URLSearchParams(fragment.length > LONGEST ? '' : fragment);
  const asked = new URLSearchParams(query);
  const choice = (name) => params.get(name) ?? asked.get(name);
  const tab = choice('tab') === 'rule' ? 'rule' : 'score';
  const locale = choice('locale') === 'fr' ? 'fr' : 'en';
  const given = params.get('fields');
  let isBroken = fragment.length > LONGEST;
  const fields = {};
  if (given !== null) {
    try {
      const read = decoded(given);
      const texts = FIELDS[tab].map((name) => [name, Object.hasOwn(Object(read), name) ? read[name] : undefined]);
      isBroken = !texts.some(([, text]) => typeof text === 'string');
      for (const [name, text] of texts) if (typeof text === 'string') fields[name] = text;
    } catch {
      isBroken = true;
    }
  }
  return { tab, locale, fields, isBroken };
}
