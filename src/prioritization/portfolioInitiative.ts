/** Something that could be done, with what it is worth and what it takes. */
export interface PortfolioInitiative {
  /** Id, unique in its list. */
  readonly id: string;
  /**
   * What it is worth, on a scale of the caller's on which the values of two initiatives may be added: points of a score times the
   * customers reached, or money. It may be negative, for a thing that is only done because another needs it.
   */
  readonly value: number;
  /** What it costs, in minor units of one currency: a whole number from 0. */
  readonly cost: number;
  /** What it uses of each resource in all, by name, such as `{ developerDays: 40 }`: from 0 to a thousand million, to a millionth. */
  readonly capacity?: Readonly<Record<string, number>> | undefined;
  /** Ids of initiatives that must be done too, and first. */
  readonly dependsOn?: readonly string[] | undefined;
  /** Ids of initiatives that cannot be done as well; it is enough to name the pair on one side. */
  readonly excludes?: readonly string[] | undefined;
  /**
   * How long it takes, in whole quarters from 1 to 400.
   * @defaultValue 1
   */
  readonly quarters?: number | undefined;
}

/** Under which limits a portfolio is selected. */
export interface PortfolioOptions {
  /**
   * Most money there is, in minor units of the currency of the costs.
   * @defaultValue no limit
   */
  readonly budget?: number | undefined;
  /**
   * Most there is of each resource in all, by name. Given at all, it must name every resource that an initiative uses.
   * @defaultValue no limit
   */
  readonly capacity?: Readonly<Record<string, number>> | undefined;
  /**
   * Within how many quarters everything must be done, counting what must come first.
   * @defaultValue no limit
   */
  readonly horizon?: number | undefined;
  /** Groups of ids of which at most one is chosen each. */
  readonly exclusiveGroups?: readonly (readonly string[])[] | undefined;
  /**
   * How many partial portfolios are kept side by side, from 1. More take longer and come closer to the best.
   * @defaultValue 50,000 for up to 30 initiatives; fewer the more there are, so that the answer comes within about a second
   */
  readonly searchWidth?: number | undefined;
}

/** Why an initiative was not chosen; it is judged together with what it needs that was not chosen either. */
export type LeftOutReason =
  | {
      /** It adds nothing of value to what was chosen. */
      readonly code: 'no-value';
      /** What it would add, together with what it needs. */
      readonly value: number;
    }
  | {
      /** Something it needs was not chosen. */
      readonly code: 'needs';
      /** What it needs and was not chosen, directly or further down. */
      readonly ids: readonly string[];
    }
  | {
      /** Something that was chosen excludes it, or excludes what it needs. */
      readonly code: 'excluded-by';
      /** The chosen ones that exclude it. */
      readonly ids: readonly string[];
    }
  | {
      /** The money that is left is not enough. */
      readonly code: 'budget';
      /** What it would cost, together with what it needs. */
      readonly required: number;
      /** Money that is left. */
      readonly left: number;
    }
  | {
      /** Not enough of a resource is left. */
      readonly code: 'capacity';
      /** Name of the resource. */
      readonly resource: string;
      /** What it would use, together with what it needs. */
      readonly required: number;
      /** What is left. */
      readonly left: number;
    }
  | {
      /** It cannot be done in time. */
      readonly code: 'horizon';
      /** Quarters until it could be done, counting what must come first. */
      readonly required: number;
      /** Quarters there are. */
      readonly horizon: number;
    };

/** An initiative that was not chosen. */
export interface LeftOutInitiative {
  /** Its id. */
  readonly id: string;
  /** Every reason that holds, at least one. */
  readonly reasons: readonly LeftOutReason[];
}

/** What a portfolio comes to. */
export interface PortfolioTotals {
  /** Sum of the values. */
  readonly value: number;
  /** Sum of the costs, in minor units. */
  readonly cost: number;
  /** What is used of each resource, by name in code-unit order. */
  readonly capacity: Readonly<Record<string, number>>;
}

/** A selection of initiatives, and how good it is known to be. */
export interface Portfolio {
  /** Ids that were chosen, in code-unit order. */
  readonly chosen: readonly string[];
  /** The others, in code-unit order, each with its reasons. */
  readonly leftOut: readonly LeftOutInitiative[];
  /** What the chosen ones come to. */
  readonly totals: PortfolioTotals;
  /** No allowed selection is worth more than this. */
  readonly bound: number;
  /** `bound` minus the value of the selection: 0 when it is the best there is. */
  readonly gap: number;
  /**
   * `'exact'`: the whole space was searched. `'bounded'`: parts of it were left aside, and `gap` says how much that may have cost; at a
   * gap of 0 the value is the best there is, but another selection of that value may be cheaper.
   */
  readonly method: 'exact' | 'bounded';
}
