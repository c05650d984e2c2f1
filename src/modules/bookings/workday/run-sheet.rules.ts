/** `until` is null for a step without a length. */
export interface RunSheetLine {
  step: 'arrive' | 'prepare' | 'serve' | 'clean' | 'leave';
  from: Date;
  until: Date | null;
}

/** Steps in order: the buffer before is for arriving and preparing, the one after for cleaning. */
export function runSheet(booking: {
  heldFrom: Date;
  startsAt: Date;
  endsAt: Date;
  heldUntil: Date;
}): RunSheetLine[] {
  const { heldFrom, startsAt, endsAt, heldUntil } = booking;
  const lines: RunSheetLine[] = [
    { step: 'arrive', from: heldFrom, until: null },
    { step: 'prepare', from: heldFrom, until: startsAt },
    { step: 'serve', from: startsAt, until: endsAt },
    { step: 'clean', from: endsAt, until: heldUntil },
    { step: 'leave', from: heldUntil, until: null },
  ];
  return lines.filter(({ from, until }) => until === null || from < until);
}

export function lastsAt({ from, until }: RunSheetLine, now: Date): boolean {
  return until !== null && from <= now && now < until;
}
