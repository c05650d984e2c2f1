// A year of free times of a chef with 2,000 bookings, as the slots endpoint computes them. The
// yardstick is writing the same times as JSON, which an answer costs in any case.
import { freeTimes } from '../src/modules/chefs/availability/availability.rules.js';
import type { Schedule } from '../src/modules/chefs/availability/working-hours.rules.js';
import { STANDARD_WEEK } from '../src/modules/chefs/schedule/schedule.rules.js';
import { addMs } from '../src/platform/time/instants.js';
import { HOUR_MS } from '../src/platform/time/units.js';

const ROUNDS = 50;
const WARM_UP = 10;
const now = new Date('2026-11-23T03:00:00Z');
const held = Array.from({ length: 2000 }, (_, index) => {
  const start = addMs(now, index * 4.3 * HOUR_MS);
  return { start, end: addMs(start, 2 * HOUR_MS) };
});

function median(work: () => unknown): number {
  const times = Array.from({ length: WARM_UP + ROUNDS }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return times.slice(WARM_UP).sort((a, b) => a - b)[ROUNDS / 2] ?? 0;
}

console.log('A year of free times, 2,000 bookings, a start every 15 minutes');
for (const timeZone of ['Asia/Seoul', 'America/New_York', 'Australia/Lord_Howe']) {
  const schedule: Schedule = {
    timeZone,
    weeklyHours: STANDARD_WEEK,
    exceptions: [],
    bufferBeforeMinutes: 30,
    bufferAfterMinutes: 30,
    startStepMinutes: 15,
    minimumNoticeHours: 3,
    horizonDays: 366,
    minHours: 1,
    maxHours: 12,
  };
  const wanted = { from: '2026-11-23', to: '2027-11-23', durationHours: 1 };
  const compute = () => freeTimes(schedule, wanted, held, now);
  const slots = compute();
  const computing = median(compute);
  const writing = median(() => JSON.stringify(slots));
  console.log(
    `${timeZone}: ${slots.length} slots, ${computing.toFixed(1)} ms, ${(computing / writing).toFixed(1)} x writing them (${writing.toFixed(1)} ms)`,
  );
}
