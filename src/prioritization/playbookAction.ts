import type { LocalizedText } from '../core/definition.js';
import type { FindingKind } from './finding.js';

/** A finding that calls for an action: of a metric, or of a theme. */
export type PlaybookTrigger =
  | {
      /** Id of the metric. */
      readonly metric: string;
      /** Kinds of finding that count; every adverse one when left out. */
      readonly kinds?: readonly FindingKind[] | undefined;
    }
  | {
      /** Id of the theme, as in the findings of the caller. */
      readonly theme: string;
    };

/** An action that has proved itself, with what it should move and what calls for it. */
export interface PlaybookAction {
  /** Id, unique in its playbook, in kebab case. */
  readonly id: string;
  /** Part of the company that would carry it out: `'logistics'`, `'network'`. */
  readonly area: string;
  /** What to do, for people. */
  readonly names: LocalizedText;
  /** Ids of the metrics it should move, at least one. An action plan for it takes its target from these. */
  readonly metrics: readonly string[];
  /** What calls for it, at least one. */
  readonly triggers: readonly PlaybookTrigger[];
}
