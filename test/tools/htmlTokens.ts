/** A tag of a page: its name, its attributes, and whether it opens or closes. */
export interface HtmlTag {
  readonly name: string;
  readonly isClosing: boolean;
  readonly attributes: ReadonlyMap<string, string>;
}

/** Elements that have no end. */
const VOID = ['meta', 'img', 'source'];

/** Reads a page tag by tag. It knows the strict writing of this library only, and throws at anything else. */
export function htmlTags(html: string): { readonly tags: HtmlTag[]; readonly text: string } {
  const tags: HtmlTag[] = [];
  const open: string[] = [];
  let text = '';
  let at = 0;
  const token = /<!DOCTYPE html>|<style>[^<]*<\/style>|<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)>|[^<>]+/y;
  while (at < html.length) {
    token.lastIndex = at;
    const found = token.exec(html);
    if (!found) throw new Error(`not strict HTML at ${JSON.stringify(html.slice(at, at + 60))}`);
    at = token.lastIndex;
    const [whole, slash, name, rest = ''] = found;
    if (name === undefined) {
      if (whole.startsWith('<style>')) tags.push({ name: 'style', isClosing: false, attributes: new Map() });
      else if (!whole.startsWith('<!')) text += whole;
      if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(whole) && !whole.startsWith('<'))
        throw new Error(`a bare ampersand in ${JSON.stringify(whole.slice(0, 60))}`);
      continue;
    }
    const pairs = [...rest.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)].map(
      ([, key = '', value = '']) => [key, value] as const,
    );
    const attributes = new Map(pairs);
    if (attributes.size < pairs.length) throw new Error(`an attribute twice in ${whole}`);
    tags.push({ name, isClosing: slash === '/', attributes });
    if (slash === '/') {
      const opened = open.pop();
      if (opened !== name) throw new Error(`</${name}> closes <${String(opened)}>`);
    } else if (!VOID.includes(name)) open.push(name);
  }
  if (open.length > 0) throw new Error(`never closed: ${open.join()}`);
  return { tags, text };
}
