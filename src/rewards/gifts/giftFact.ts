import type { ParameterValue } from '../../core/definition.js';
import { cxError } from '../../core/errors.js';
import { factReader, type FactPath } from '../conditions/factPath.js';
import type { RewardFact } from '../rules/rewardFact.js';
import type { RewardRule } from '../rules/rewardRule.js';

type Data = Readonly<Record<string, ParameterValue>>;

/** The data with a value at a path; records on the way are copied, never changed. */
function placed(where: string, data: Data, path: FactPath, value: ParameterValue): Data {
  const [name, ...rest] = path as readonly [string, ...string[]];
  if (rest.length === 0) return { ...data, [name]: value };
  const own = Object.hasOwn(data, name) ? (data[name] ?? {}) : {};
  if (typeof own !== 'object' || Array.isArray(own))
    throw cxError('CX_INVALID_RULE', where, 'paths of which none goes through a value of another', name);
  return { ...data, [name]: placed(where, own as Data, rest, value) };
}

/** The data with values at paths, of which later ones win. */
export function placeFacts(
  where: string,
  data: Data,
  values: readonly (readonly [FactPath, ParameterValue])[],
): RewardFact['data'] {
  return values.reduce<Data>((own, [path, value]) => {
    factReader(where, path);
    return placed(where, own, path, value);
  }, data);
}

/** What a fact about a gift is made of. */
export interface GiftFactParts {
  /** Id of the fact. */
  readonly id: string;
  /** Name of the event. */
  readonly event: string;
  /** Civil date. */
  readonly on: string;
  /** Who was granted the gift. */
  readonly subject: string;
  /** What for. */
  readonly occurrence: string;
  /** What else the fact says, by path. */
  readonly values: readonly (readonly [FactPath, ParameterValue])[];
  /** What the caller adds. */
  readonly data?: RewardFact['data'] | undefined;
}

/** A fact about a gift, which says who and what for where the rule looks for them. */
export function giftFact(where: string, rule: RewardRule, parts: GiftFactParts): RewardFact {
  const { id, event: name, on, subject, occurrence, values, data = {} } = parts;
  const own = `${where}: rule "${rule.id.slice(0, 40)}"`;
  return {
    id,
    trigger: { kind: 'event', event: name },
    on,
    data: placeFacts(own, data, [...values, [rule.subject, subject], [rule.occurrence, occurrence]]),
  };
}

/** The event of a list of names: the usual one where it is among them, else the first. */
export function eventOf(names: readonly string[], usual: string): string {
  return names.includes(usual) ? usual : (names[0] as string);
}

/** The fact of a choice: what was chosen under `choice`, and the price where the rule reads how much is posted. */
export function choiceFact(
  where: string,
  rule: RewardRule,
  own: Omit<GiftFactParts, 'id' | 'event' | 'values'> & {
    /** Key of the grant. */
    readonly award: string;
    /** Id of the item. */
    readonly item: string;
    /** Its price. */
    readonly price: { readonly minorUnits: number; readonly currency: string };
  },
): RewardFact {
  const { award, item, price, ...parts } = own;
  const { settle } = rule;
  const names = settle?.mode === 'two-phase' ? settle.on : [];
  const amount = settle?.mode === 'two-phase' ? settle.postAmount : undefined;
  return giftFact(where, rule, {
    ...parts,
    // One choice per grant: the same id, whatever is chosen, so that a choice that is restated takes the place of the first.
    id: JSON.stringify(['gift-choice', award]),
    event: eventOf(names, 'gift.chosen'),
    values: [
      [['choice', 'sku'], item],
      [['choice', 'priceMinor'], price.minorUnits],
      [['choice', 'currency'], price.currency],
      ...(amount === undefined ? [] : [[amount, price.minorUnits] as const]),
    ],
  });
}
