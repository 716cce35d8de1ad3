import { cxError } from '../core/errors.js';
import { requireObject } from '../core/options.js';
import { requireDefinition } from '../core/requireDefinition.js';
import type { ChangeDecomposition } from '../segmentation/decomposeChangeResult.js';

/** Refuses what is no change taken apart. */
export function requireChange(where: string, change: ChangeDecomposition<object>): void {
  requireDefinition(`${where}: change`, 'what decomposeChange gave', change);
  const { before, after, mix, rate, segments } = change;
  for (const [side, value] of [
    ['before', before],
    ['after', after],
  ] as const) {
    const isValue = value === null || Number.isFinite(value);
    if (!isValue) throw cxError('CX_INVALID_INPUT', `${where}: ${side}`, 'a finite number or null', value);
  }
  requireObject(`${where}: mix`, 'an effect', mix);
  requireObject(`${where}: rate`, 'an effect', rate);
  if (!Array.isArray(segments)) throw cxError('CX_INVALID_INPUT', `${where}: segments`, 'a list', segments);
  for (const [index, segment] of (segments as readonly unknown[]).entries()) {
    const at = `${where}: segments[${index}]`;
    requireObject(at, 'a segment', segment);
    const { key, mix: own, rate: other } = segment as Record<string, unknown>;
    for (const [part, value] of [
      ['key', key],
      ['mix', own],
      ['rate', other],
    ] as const)
      requireObject(`${at}.${part}`, 'an object', value);
  }
}
