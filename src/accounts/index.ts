/**
 * From respondents to accounts: roll-ups, role and revenue weights, the weighting of rows, silence, and the sheet of an account.
 * @module cx-scoring/accounts
 * @category Accounts
 */
export { accountMeasure, type AccountOptions } from './accountMeasure.js';
export {
  accountNpsMeasure,
  computeAccountNps,
  type AccountNpsOptions,
  type AccountNpsResult,
  type ComputeAccountNpsOptions,
} from './accountNps.js';
export { type AccountLine } from './accountLines.js';
export { type AccountExclusion, type AccountFigures, type AccountResult } from './accountResult.js';
export { type AccountCell, type AccountTally } from './accountTally.js';
export { accountSheet, type AccountSheetOptions, type AccountSheets, type SheetExclusion } from './accountSheet.js';
export { type AccountSheet, type AccountSheetContact } from './accountSheetEntry.js';
export { type AnswerFault, type AnswerFields, type OptionalText } from './answerRecord.js';
export { toClassTargets, type ClassTargetsOptions, type ClassTargetsResult } from './classTargets.js';
export { compareRollUps, type CompareRollUpsOptions, type RollUpComparison } from './compareRollUps.js';
export { type KnownAccount } from './knownAccount.js';
export { type ContactState, type KnownContact } from './knownContact.js';
export {
  latestPerContact,
  type LatestAnswers,
  type LatestExclusion,
  type LatestPerContactOptions,
} from './latestPerContact.js';
export { listAccounts } from './listAccounts.js';
export { ROLL_UP_RULES, type RollUpRule } from './rollUp.js';
export { listSilence, type SilenceOptions } from './silentAccounts.js';
export {
  type Silence,
  type SilenceExclusion,
  type SilenceRevenue,
  type SilentAccount,
  type SilentRole,
} from './silenceReport.js';
export { weightRows, type WeightRowsOptions, type WeightedRows } from './weightRows.js';
export { type ClassField, type ClassName, type ClassTargets, type NamedClassField } from './weightingClasses.js';
export {
  type AmountReport,
  type ClassReport,
  type MarginReport,
  type StepExclusions,
  type TrimmingReport,
  type WeightingEffect,
  type WeightingStepReport,
} from './weightingReport.js';
export {
  type CalibrateStep,
  type CalibrationAmount,
  type IterationLimits,
  type NonResponseStep,
  type PostStratifyStep,
  type RakeStep,
  type TrimStep,
  type WeightingStep,
  type WeightingTarget,
  type WithoutTargetPolicy,
} from './weightingStep.js';
export { type ExtremeWeight, type WeightingExclusion, type WeightingReport } from './weightingSummary.js';
