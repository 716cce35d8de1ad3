import { compileRules } from '../../src/rewards/rules/compileRules.js';
import { parseRewardRules } from '../../src/schemas/parseRewardRules.js';
import type { RewardIssue } from '../../src/schemas/rewardIssue.js';
import { goodDocument, hostileValue, spoil, spoilText } from './hostileDocuments.js';
import type { Draw } from './randomConditions.js';

/** What came of a hostile document. */
export interface FuzzOutcome {
  readonly accepted: boolean;
  readonly issues: readonly RewardIssue[];
}

function drawDocument(draw: Draw): unknown {
  // A copy, since what is spoilt in one document must not be found in the next.
  const document = JSON.parse(JSON.stringify(goodDocument(draw))) as Record<string, unknown>;
  const kind = draw(10);
  if (kind === 0) return document;
  if (kind <= 4) return spoilText(draw, JSON.stringify(document, null, draw(2) * 2));
  if (kind === 5) return hostileValue(draw);
  for (let times = 1 + draw(3); times > 0; times--)
    try {
      spoil(draw, document, hostileValue(draw));
    } catch {
      // It came upon something that throws, which it had put there before: hostile enough.
    }
  return document;
}

function require(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** Gives one hostile document to the reader: it must come back with issues or with rules that compile, and leave no trace. */
export function fuzzOnce(draw: Draw): FuzzOutcome {
  const document = drawDocument(draw);
  const read = parseRewardRules(document);
  require(!('polluted' in {}), 'a prototype was polluted');
  require(JSON.stringify(JSON.parse(JSON.stringify(read))) === JSON.stringify(read), 'the outcome is not plain JSON');
  if (read.success) {
    compileRules(read.rules, read);
    return { accepted: true, issues: [] };
  }
  require(read.issues.length >= 1 && read.issues.length <= 51, 'there are no issues, or too many');
  for (const { place, message, path } of read.issues) {
    require((place !== null) === (typeof document === 'string'), 'a place for text, and for text only');
    require(place === null || (place.line >= 1 && place.column >= 1), 'a place begins at 1');
    require(message.length <= 1000 && path.length <= 70, 'an issue is short');
  }
  return { accepted: false, issues: read.issues };
}
