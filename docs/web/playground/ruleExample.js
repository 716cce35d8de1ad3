// What the fields of the reward rule hold at first: an insight from the field that is acted on earns 50 points, 120 a quarter at most.
const RULE = `{
  "format": 1,
  "rules": [{
    "format": 1, "id": "field-insight", "version": 1, "state": "active",
    "trigger": { "kind": "event", "event": "insight.reviewed" },
    "subject": ["author"],
    "occurrence": ["insight"],
    "when": { "op": "all", "of": [
      { "op": "eq", "fact": ["actionable"], "value": true },
      { "op": "gte", "fact": ["accounts"], "value": 2 }
    ] },
    "grant": { "kind": "points", "unit": "pt",
      "amount": { "kind": "fixed", "amount": 50 } },
    "caps": [{ "scope": "subject", "period": "quarter",
      "limit": 120, "overflow": "clip" }],
    "onUnknown": "hold"
  }]
}
`;

const fact = (id, on, data) =>
  `  { "id": "${id}", "on": "${on}",\n    "trigger": { "kind": "event", "event": "insight.reviewed" },\n    "data": ${data} }`;

/** What the fields hold at first. */
export const RULE_EXAMPLE = {
  rules: RULE,
  facts: `[\n${[
    fact('f1', '2026-10-05', '{ "author": "lea", "insight": "i1", "actionable": true, "accounts": 3 }'),
    fact('f2', '2026-10-12', '{ "author": "tom", "insight": "i2", "actionable": true, "accounts": 1 }'),
    fact('f3', '2026-11-02', '{ "author": "ana", "insight": "i3", "actionable": true }'),
  ].join(',\n')}\n]\n`,
  'as-of': '2026-11-30',
};
