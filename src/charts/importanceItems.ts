import type { LocalizedText } from '../core/definition.js';
import { cxError } from '../core/errors.js';
import { requireObject } from '../core/options.js';
import type {
  ImportancePerformanceItem,
  ImportancePerformanceResult,
  ImportancePerformanceZone,
} from '../prioritization/importancePerformance.js';

/** An attribute that has a place. */
export type PlacedAttribute = ImportancePerformanceItem & { readonly importance: number; readonly performance: number };

/** The quarters, the one to begin with first. */
export const ZONES: readonly ImportancePerformanceZone[] = [
  'concentrate-here',
  'keep-up',
  'low-priority',
  'possible-overkill',
  'undetermined',
];
/** The quarters in words. */
export const ZONE_WORDS: { readonly [zone in ImportancePerformanceZone]: LocalizedText } = {
  'concentrate-here': { en: 'Concentrate here', fr: 'Efforts à concentrer ici' },
  'keep-up': { en: 'Keep up', fr: 'À maintenir' },
  'low-priority': { en: 'Low priority', fr: 'Priorité faible' },
  'possible-overkill': { en: 'Possible overkill', fr: 'Excès possible' },
  undetermined: { en: 'Undetermined', fr: 'Indéterminé' },
};

/** Refuses what is no such result. */
export function requireImportance(where: string, result: ImportancePerformanceResult): void {
  const { items, crosshair } = Object(result) as Partial<ImportancePerformanceResult>;
  if (!Array.isArray(items) || Object(crosshair) !== crosshair)
    throw cxError('CX_INVALID_INPUT', `${where}: result`, 'what evaluateImportancePerformance gave', result);
  const requireNumber = (at: string, value: unknown): void => {
    const isKnown = value === null || Number.isFinite(value);
    if (!isKnown) throw cxError('CX_INVALID_INPUT', `${where}: ${at}`, 'a finite number or null', value);
  };
  requireNumber('crosshair.importance', crosshair?.importance);
  requireNumber('crosshair.performance', crosshair?.performance);
  for (const [index, item] of (items as readonly ImportancePerformanceItem[]).entries()) {
    requireObject(`${where}: items[${index}]`, 'an attribute', item);
    const { id, importance, zone } = item;
    if (typeof id !== 'string') throw cxError('CX_INVALID_INPUT', `${where}: items[${index}].id`, 'a text', id);
    requireNumber(`items[${index}].importance`, importance);
    requireNumber(`items[${index}].performance`, item.performance);
    const isZone = zone === null || ZONES.includes(zone);
    if (!isZone) throw cxError('CX_INVALID_INPUT', `${where}: items[${index}].zone`, 'a quarter or null', zone);
  }
}

/** Tells whether an attribute has a place. */
export function isPlaced(item: ImportancePerformanceItem): item is PlacedAttribute {
  return item.importance !== null && item.performance !== null;
}
