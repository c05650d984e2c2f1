import type { Translator } from '../../../platform/i18n/translations.js';
import { formatPlainDate } from '../../../platform/time/format.js';
import type { presentDay } from './schedule.present.js';
import type { Minutes } from './week.rules.js';

type Day = ReturnType<typeof presentDay>;
type Span = Day['hours'][number]['span'];

/** In pixels: the scale above the days, and one day with its label. */
const SCALE_HEIGHT = 24;
const ROW_HEIGHT = 56;
/** An id is drawn on a meal that is long enough: minutes for the margin and each character. */
const ID_MARGIN = 40;
const ID_CHARACTER = 30;
const DAY_MINUTES = 24 * 60;
const TICKS = [
  { hour: 0, anchor: 'start' },
  { hour: 6, anchor: 'middle' },
  { hour: 12, anchor: 'middle' },
  { hour: 18, anchor: 'middle' },
  { hour: 24, anchor: 'end' },
];

export function scheduleViewHelpers({ language, t }: Translator) {
  const dateText = (date: string) => formatPlainDate(date, language);

  function spanText({ from_date: fromDate, from, until, until_date: untilDate }: Span): string {
    const dash = fromDate === null && untilDate === null ? '–' : ' – ';
    const [first, last] = [fromDate, untilDate].map((date) => (date ? `${dateText(date)} ` : ''));
    return `${first}${from}${dash}${last}${until}`;
  }

  function chartRow(day: Day, index: number, today: string) {
    const date = dateText(day.date);
    const isToday = day.date === today;
    return {
      top: SCALE_HEIGHT + index * ROW_HEIGHT,
      label: isToday ? t('Today, {{date}}', { date }) : date,
      isToday,
      hours: day.hours.map(bar),
      hoursText: day.hours.map(({ span }) => spanText(span)).join(', '),
      bookings: day.bookings.map((booking) => ({
        id: booking.booking_id,
        isAsked: booking.is_asked,
        held: booking.held_span && booking.held && bar(booking.held),
        meal: booking.meal && bar(booking.meal),
        idX: booking.meal && idPosition(booking.booking_id, booking.meal),
        text: spanText(booking.span),
        heldText: booking.held_span && spanText(booking.held_span),
      })),
    };
  }

  return {
    /** Bars with positions in per cent of the chart's width, and the same in words. */
    weekChart: (days: Day[], today: string) => ({
      height: SCALE_HEIGHT + days.length * ROW_HEIGHT,
      ticks: TICKS.map(({ hour, anchor }) => ({
        x: percent(hour * 60),
        anchor,
        label: String(hour).padStart(2, '0'),
      })),
      lines: TICKS.slice(1, -1).map(({ hour }) => percent(hour * 60)),
      rows: days.map((day, index) => chartRow(day, index, today)),
    }),
  };
}

function bar({ from, until }: Minutes): { x: string; width: string } {
  return { x: percent(from), width: percent(until - from) };
}

/** Null on a meal too short for the id. */
function idPosition(id: number, { from, until }: Minutes): string | null {
  const needed = ID_MARGIN + `#${id}`.length * ID_CHARACTER;
  return until - from >= needed ? percent((from + until) / 2) : null;
}

function percent(minutes: number): string {
  return `${((minutes / DAY_MINUTES) * 100).toFixed(2)}%`;
}
