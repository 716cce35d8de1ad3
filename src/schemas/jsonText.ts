/** A place in a text, from 1. */
export interface TextPlace {
  /** Line, from 1. */
  readonly line: number;
  /** Column in code units, from 1. */
  readonly column: number;
}

/** Something wrong in the text itself. */
export interface TextFault {
  /** What is wrong. */
  readonly code: 'syntax' | 'duplicate' | 'too-large';
  /** Where the value lies that is at fault. */
  readonly path: readonly (string | number)[];
  /** Where the fault begins, in code units from 0. */
  readonly offset: number;
  /** A sentence. */
  readonly message: string;
}

/** JSON read from a text. */
export interface JsonText {
  /** The value; undefined when the text is no JSON. */
  readonly value: unknown;
  /** What is wrong with it. */
  readonly faults: readonly TextFault[];
  /** Where a value begins; where a name is missing, the object that should have it. */
  readonly offsetOf: (path: readonly (string | number)[]) => number;
  /** Where the name of a value begins; where it has none, the value. */
  readonly nameOffsetOf: (path: readonly (string | number)[]) => number;
}

/** Where a value begins, and its name. */
interface Place {
  readonly value: number;
  readonly name: number;
}

interface Open {
  readonly value: Record<string | number, unknown>;
  readonly places: Map<string | number, Place>;
  readonly isList: boolean;
  step: string | number;
  /** Where the name of the value begins that comes next. */
  nameAt: number | null;
}

const SPACE = /[ \t\n\r]*/y;
const TOKEN =
  /[{}[\],:]|"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const MOST_FAULTS = 50;

/** The line and column of an offset. */
export function placeOf(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset);
  const line = before.split(/\r\n|\r|\n/);
  return { line: line.length, column: (line.at(-1) ?? '').length + 1 };
}

/** What may come next: a value, the end of the list or object, a name, a colon, or a comma. */
type Expected = 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'colon' | 'comma' | 'nothing';

const SAID: Readonly<Record<Expected, string>> = {
  value: 'a value',
  'value-or-end': 'a value or "]"',
  name: 'a name in quotes',
  'name-or-end': 'a name in quotes or "}"',
  colon: '":"',
  comma: '"," or the end of the list or object',
  nothing: 'the end of the text',
};

/**
 * Reads JSON without recursion, and unlike `JSON.parse` remembers where each value stood and tells of names that come twice, of which
 * all but the last would vanish without a word.
 */
export function readJsonText(text: string, deepest: number): JsonText {
  const faults: TextFault[] = [];
  const places = new Map<unknown, Open['places']>();
  const root: Open = { value: {}, places: new Map(), isList: false, step: 'value', nameAt: null };
  const open: Open[] = [root];
  const unread = (offset: number): JsonText => ({
    value: undefined,
    faults,
    offsetOf: () => offset,
    nameOffsetOf: () => offset,
  });
  let expected: Expected = 'value';
  const pathNow = (): (string | number)[] => open.slice(1).map(({ step }) => step);
  const fault = (code: TextFault['code'], offset: number, message: string): void => {
    if (faults.length < MOST_FAULTS) faults.push({ code, path: pathNow(), offset, message });
  };
  let at = text.startsWith('\ufeff') ? 1 : 0;
  const space = new RegExp(SPACE);
  const pattern = new RegExp(TOKEN);
  for (;;) {
    space.lastIndex = at;
    space.exec(text);
    const offset = space.lastIndex;
    if (offset >= text.length && expected === 'nothing') break;
    pattern.lastIndex = offset;
    const token = pattern.exec(text)?.[0];
    const own = open.at(-1) as Open;
    const isFit = token !== undefined && fits(expected, token, own.isList);
    if (!isFit) {
      const found =
        offset >= text.length ? 'the end of the text' : JSON.stringify(token ?? text.slice(offset, offset + 10));
      fault('syntax', offset, `the text must go on with ${SAID[expected]}, received ${found}`);
      return unread(offset);
    }
    at = pattern.lastIndex;
    if (token === '}' || token === ']') {
      open.pop();
      expected = open.length === 1 ? 'nothing' : 'comma';
    } else if (token === ',') {
      if (own.isList) own.step = (own.step as number) + 1;
      expected = own.isList ? 'value' : 'name';
    } else if (token === ':') expected = 'value';
    else if (expected.startsWith('name')) {
      const name = JSON.parse(token) as string;
      own.step = name;
      own.nameAt = offset;
      if (own.places.has(name)) fault('duplicate', offset, `${token.slice(0, 40)} must be named once in its object`);
      expected = 'colon';
    } else {
      own.places.set(own.step, { value: offset, name: own.nameAt ?? offset });
      const isContainer = token === '{' || token === '[';
      const value: unknown = token === '{' ? {} : token === '[' ? [] : JSON.parse(token);
      // Not by assignment: that would set the prototype.
      Object.defineProperty(own.value, own.step, { value, enumerable: true, writable: true, configurable: true });
      expected = open.length === 1 ? 'nothing' : 'comma';
      if (isContainer) {
        if (open.length > deepest) {
          fault('too-large', offset, `the document must be at most ${deepest} levels deep, received more`);
          return unread(offset);
        }
        const inner: Open = {
          value: value as Open['value'],
          places: new Map(),
          isList: token === '[',
          step: 0,
          nameAt: null,
        };
        places.set(value, inner.places);
        open.push(inner);
        expected = token === '[' ? 'value-or-end' : 'name-or-end';
      }
    }
  }
  const placeAt = (path: readonly (string | number)[]): Place => {
    let value: unknown = root.value['value'];
    let found = root.places.get('value') as Place;
    for (const step of path) {
      const next = places.get(value)?.get(step);
      if (next === undefined) return { value: found.value, name: found.value };
      found = next;
      value = (value as Record<string | number, unknown>)[step];
    }
    return found;
  };
  return {
    value: root.value['value'],
    faults,
    offsetOf: (path) => placeAt(path).value,
    nameOffsetOf: (path) => placeAt(path).name,
  };
}

function fits(expected: Expected, token: string, isList: boolean): boolean {
  const isValue = !/^[}\],:]$/.test(token);
  switch (expected) {
    case 'value':
      return isValue;
    case 'value-or-end':
      return isValue || token === ']';
    case 'name':
      return token.startsWith('"');
    case 'name-or-end':
      return token.startsWith('"') || token === '}';
    case 'colon':
      return token === ':';
    case 'comma':
      return token === ',' || token === (isList ? ']' : '}');
    case 'nothing':
      return false;
  }
}
