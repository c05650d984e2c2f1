import { message, type Words } from '../../../platform/i18n/language.js';
import { formatTime } from '../../../platform/time/format.js';
import { localOf } from '../../../platform/time/instants.js';
import { presentOnPage, type NamedBooking } from '../booking/booking.present.js';
import type { RequestContext } from './inbox.service.js';
import { lastsAt, runSheet, type RunSheetLine } from './run-sheet.rules.js';

const STEP_LABELS: Record<RunSheetLine['step'], string> = {
  arrive: 'Arrive',
  prepare: 'Prepare',
  serve: 'Serve',
  clean: 'Clean up',
  leave: 'Leave',
};
const MEANWHILE: Partial<typeof STEP_LABELS> = {
  prepare: 'Now: preparing for {{name}}, until {{time}}',
  serve: 'Now: serving {{name}}, until {{time}}',
  clean: 'Now: cleaning up at {{name}}’s, until {{time}}',
};

export function presentMeal(named: NamedBooking, now: Date) {
  const steps = runSheet(named.booking).map((line) => ({
    ...presentLine(line),
    is_current: named.booking.status === 'confirmed' && lastsAt(line, now),
  }));
  return { ...presentOnPage(named, 'chef'), steps };
}

/** Instants in ISO 8601; the label is English. */
export function presentLine({ step, from, until }: RunSheetLine) {
  const label = STEP_LABELS[step];
  return { step, label, from: from.toISOString(), until: until?.toISOString() ?? null };
}

export function presentStep(
  step: (RunSheetLine & { meal: { id: number } }) | null,
  meals: NamedBooking[],
  timeZone: string,
) {
  const named = meals.find(({ booking }) => booking.id === step?.meal.id);
  if (step === null || named === undefined) return null;
  const name = named.dinerName;
  const time = step.until ? formatTime(step.until, timeZone) : '';
  const meanwhile = message(MEANWHILE[step.step] ?? '', { name, time });
  return { ...presentLine(step), id: step.meal.id, diner_name: name, meanwhile };
}

export function presentContext({ hours, near }: RequestContext, timeZone: string) {
  return {
    hours,
    near: near.map((one) => ({
      id: one.id,
      is_confirmed: one.isConfirmed,
      starts_at: one.start.toISOString(),
      ends_at: one.end.toISOString(),
      ends_next_day: localOf(one.start, timeZone).date !== localOf(one.end, timeZone).date,
      is_same_day: one.isSameDay,
      gap: gapWords(one.gapMinutes),
      is_tight: one.isTight,
    })),
  };
}

function gapWords(gapMinutes: number): Words {
  if (gapMinutes === 0) return message('no time between them');
  const [hours, minutes] = [Math.floor(gapMinutes / 60), gapMinutes % 60];
  if (hours === 0) return message('{{minutes}} min between them', { minutes });
  return minutes === 0
    ? message('{{hours}} h between them', { hours })
    : message('{{hours}} h {{minutes}} min between them', { hours, minutes });
}
