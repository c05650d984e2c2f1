/** A line of the chef's run-sheet: what to do from when, and until when where it lasts. */
export interface RunSheetLine {
  step: 'arrive' | 'prepare' | 'serve' | 'clean' | 'leave';
  from: Date;
  until: Date | null;
}

/**
 * The chef's day of a meal, in order: the time kept free before it is for arriving and preparing,
 * the one after it for cleaning up. A chef who keeps none has no such line.
 */
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
