import type { Alternative } from './alternative.js';
import { studentTLowerTail, studentTUpperTail } from './studentT.js';

/**
 * The p-value of a statistic that follows Student's t distribution; infinite statistics have 0 or 1.
 *
 * @internal
 */
export function studentPValue(t: number, degreesOfFreedom: number, alternative: Alternative = 'two-sided'): number {
  if (!(degreesOfFreedom > 0)) return NaN;
  if (alternative === 'less') return studentTLowerTail(t, degreesOfFreedom);
  if (alternative === 'greater') return studentTUpperTail(t, degreesOfFreedom);
  return Math.min(1, 2 * studentTUpperTail(Math.abs(t), degreesOfFreedom));
}
