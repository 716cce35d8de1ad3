// Small things both halves of the playground use. Text reaches the page as text only, never as HTML.
const { document } = globalThis;

/** Element of an id that the page is known to have. */
export const byId = (id) => document.getElementById(id);

/** A new element with text or children. */
export function element(tag, content = [], attributes = {}) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...(Array.isArray(content) ? content : [content]));
  return made;
}

/** Replaces text only where it differs, so that a screen reader is not told the same thing twice. */
export function setText(id, text) {
  const own = byId(id);
  if (own.textContent !== text) own.textContent = text;
}

/** Words in the language of the page. */
export const say = (texts) => texts[byId('locale').value === 'fr' ? 'fr' : 'en'];

/** Language that the library is asked for. */
export const localeOptions = () => ({ locale: say({ en: 'en', fr: 'fr' }) });
