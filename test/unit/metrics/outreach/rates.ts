import type { Invitation } from '../../../../src/metrics/outreach/invitation.js';

/** An invitation of which only what matters is said. */
export function invitation(fields: Partial<Invitation>): Invitation {
  return { id: 'i', contactId: 'c', ...fields };
}

/** A wave with a row for each way an invitation can end. */
export const WAVE: readonly Invitation[] = [
  { status: 'complete' },
  { completedAt: '2026-03-02' },
  { status: 'partial' },
  { status: 'partial', scored: true },
  { sentAt: '2026-03-01', startedAt: '2026-03-02' },
  { sentAt: '2026-03-01', openedAt: '2026-03-02' },
  { sentAt: '2026-03-01' },
  { sentAt: '2026-03-01', bounced: true },
  { bounced: true },
  {},
  { notSurveyed: 'quarantine' as const },
  { notSurveyed: 'not-sampled' as const },
  { notSurveyed: 'opted-out' as const },
  { sentAt: '2026-03-01', status: 'test' as const },
  { sentAt: '2026-03-01', status: 'spam' as const },
  { sentAt: '2026-03-01', status: 'excluded' as const },
  { sentAt: 'soon', status: 'complete' as const },
].map((fields, at) =>
  invitation({ id: `i${String(at)}`, contactId: `c${String(at)}`, ...(fields as Partial<Invitation>) }),
);
