// The playground: fields on one side, what the library says on the other, and a link that holds the fields.
import { byId, say, setText } from './page.js';
import { RULE_EXAMPLE } from './ruleExample.js';
import { SCORE_EXAMPLE, showScore } from './score.js';
import { FIELDS, fromAddress, toFragment } from './shared.js';

const { document, history, location, navigator } = globalThis;
const TABS = ['score', 'rule'];
const EXAMPLES = { score: SCORE_EXAMPLE, rule: RULE_EXAMPLE };
let timer = 0;

const shownTab = () => (byId('panel-rule').hidden ? 'score' : 'rule');

function loadRules() {
  if (globalThis.showRewardRule !== undefined || document.getElementById('rule-script') !== null) return;
  setText('rule-status', say({ en: 'Loading the rules …', fr: 'Chargement des règles …' }));
  const script = document.createElement('script');
  script.id = 'rule-script';
  script.src = 'rule.js';
  script.addEventListener('load', show);
  document.head.append(script);
}

function show() {
  if (shownTab() === 'score') showScore();
  else if (globalThis.showRewardRule === undefined) loadRules();
  else globalThis.showRewardRule();
}

function translate() {
  document.documentElement.lang = say({ en: 'en', fr: 'fr' });
  for (const own of document.querySelectorAll('[data-en]')) own.textContent = say(own.dataset);
}

function select(tab) {
  for (const one of TABS) {
    const isShown = one === tab;
    byId(`panel-${one}`).hidden = !isShown;
    byId(`tab-${one}`).setAttribute('aria-selected', String(isShown));
    byId(`tab-${one}`).tabIndex = isShown ? 0 : -1;
  }
  show();
}

function fill(tab, fields) {
  for (const name of FIELDS[tab]) {
    const own = byId(name);
    own.value = fields[name] ?? EXAMPLES[tab][name];
    // A choice that the list does not offer leaves the list empty.
    if (own.value === '' && own.tagName === 'SELECT') own.value = EXAMPLES[tab][name];
  }
}

function readAddress() {
  const { tab, locale, fields, isBroken } = fromAddress(location.search, location.hash.slice(1));
  byId('locale').value = locale;
  translate();
  for (const one of TABS) fill(one, one === tab ? fields : {});
  const text = {
    en: 'This link could not be read; here is the example.',
    fr: 'Ce lien est illisible ; voici l’exemple.',
  };
  setText('share-status', isBroken ? say(text) : '');
  select(tab);
}

async function share() {
  const tab = shownTab();
  const fields = Object.fromEntries(FIELDS[tab].map((name) => [name, byId(name).value]));
  history.replaceState(null, '', `#${toFragment({ tab, locale: byId('locale').value, fields })}`);
  try {
    await navigator.clipboard.writeText(location.href);
    setText('share-status', say({ en: 'Copied, and in the address bar.', fr: 'Copié, et dans la barre d’adresse.' }));
  } catch {
    setText('share-status', say({ en: 'It is in the address bar.', fr: 'Il est dans la barre d’adresse.' }));
  }
}

/** The keys of a list of tabs: arrows, first, last. */
function moveBetweenTabs(event) {
  const at = TABS.indexOf(shownTab());
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: TABS.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  const tab = TABS[(next + TABS.length) % TABS.length];
  select(tab);
  byId(`tab-${tab}`).focus();
}

for (const tab of TABS) {
  byId(`tab-${tab}`).addEventListener('click', () => select(tab));
  byId(`tab-${tab}`).addEventListener('keydown', moveBetweenTabs);
}
for (const form of document.querySelectorAll('form'))
  form.addEventListener('submit', (event) => event.preventDefault());
for (const name of Object.values(FIELDS).flat()) {
  byId(name).addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(show, 150);
  });
}
byId('metric').addEventListener('change', () => {
  const isCsat = byId('metric').value === 'csat';
  byId('answers').value = isCsat ? '5, 4, 4, 2, 5, 3, 4, 5, 1, 4' : SCORE_EXAMPLE.answers;
  show();
});
byId('locale').addEventListener('change', () => {
  translate();
  show();
});
byId('share').addEventListener('click', share);
byId('reset').addEventListener('click', () => {
  fill(shownTab(), {});
  setText('share-status', '');
  show();
});
globalThis.addEventListener('hashchange', readAddress);
try {
  // The choice made in the documentation holds here as well.
  const theme = globalThis.localStorage.getItem('tsd-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Some browsers keep nothing for a file: then the system decides.
}
readAddress();
