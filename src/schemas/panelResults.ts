import * as z from 'zod/mini';
import type { OfferTest, RoadmapVote } from '../metrics/behavioural/panelSession.js';
import { count, list, text } from './fields.js';
import { issueMessage } from './issues.js';

/** What a panel thought of offers. */
export function offerTests(description: string): z.ZodMiniType<OfferTest[]> {
  const fields = {
    offer: text('The offer.'),
    inFavour: count('Members who would take it.'),
    against: count('Members who would not.'),
  } satisfies { [Name in keyof OfferTest]-?: unknown };
  const test = z.strictObject(fields, { error: issueMessage });
  return list(test.check(z.describe('What the panel thought of an offer.')), description);
}

/** Votes of a panel on the roadmap. */
export function roadmapVotes(description: string): z.ZodMiniType<RoadmapVote[]> {
  const fields = {
    item: text('The item.'),
    votes: count('Votes it got.'),
  } satisfies { [Name in keyof RoadmapVote]-?: unknown };
  const vote = z.strictObject(fields, { error: issueMessage });
  return list(vote.check(z.describe('Votes for one item of the roadmap.')), description);
}
