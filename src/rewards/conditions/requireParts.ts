import { requireRule } from './compiledCondition.js';

/** Tells whether something is text that is not empty. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** Refuses anything but a whole number, counted exactly, that is not below another. */
export function requireWhole(where: string, what: string, value: unknown, from = 0): void {
  const isFit = Number.isSafeInteger(value) && (value as number) >= from;
  requireRule(isFit, where, what, `a whole number from ${from}`, value);
}

/** Refuses text that is empty, and anything else. */
export function requireText(where: string, what: string, rule: string, value: unknown): void {
  requireRule(isText(value), where, what, rule, value);
}

/** Refuses anything but one of some words: two are told as `"a" or "b"`, more as `a, b, c`. */
export function requireWord(where: string, what: string, words: readonly string[], value: unknown): void {
  const rule = words.length === 2 ? words.map((word) => `"${word}"`).join(' or ') : words.join(', ');
  requireRule((words as readonly unknown[]).includes(value), where, what, rule, value);
}
