/** One answer of the ten accounts on which the roll-up rules are told apart. */
export interface AccountAnswer {
  readonly account: string;
  readonly score: number;
}

const SCORES: Readonly<Record<string, readonly number[]>> = {
  A: [9, 10, 9, 8, 7],
  B: [6, 7, 5],
  C: [10],
  D: [9, 8],
  E: [10, 9, 9, 10],
  F: [3],
  G: [7, 8, 8],
  H: [9, 6],
  I: [8],
  J: [4, 5, 6, 7, 8, 6],
};

/** Revenue of the ten accounts. */
export const TEN_REVENUES: Readonly<Record<string, number>> = {
  A: 500,
  B: 120,
  C: 30,
  D: 80,
  E: 900,
  F: 15,
  G: 60,
  H: 40,
  I: 10,
  J: 300,
};

/** The 28 answers of the ten accounts. */
export const TEN_ACCOUNTS: readonly AccountAnswer[] = Object.entries(SCORES).flatMap(([account, scores]) =>
  scores.map((score) => ({ account, score })),
);
