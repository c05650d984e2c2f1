import { describe, expect, it } from 'vitest';
import { check } from './checker.js';
import { tooLittle, type Run } from './run.js';
import {
  asked,
  booked,
  booking,
  cancelled,
  confirmed,
  declined,
  DINER,
  event,
  moved,
  requested,
  soundRun,
  withAlso,
} from './sound-run.js';

describe('the checker', () => {
  it('finds nothing in a sound run', () => {
    expect(check(soundRun())).toEqual([]);
  });

  it.each<[string, () => Run, string]>([
    [
      'two live bookings that overlap',
      () => withAlso(booking(4, 11), [requested(4), confirmed(4)]),
      'overlap: live bookings 2 and 4',
    ],
    [
      'an overlap that has passed since',
      () =>
        withAlso(booking(4, 11, { status: 'cancelled' }), [
          ...[requested(4), confirmed(4), cancelled(4)],
        ]),
      "overlap in history: booking 4 held 2's time",
    ],
    [
      'an overlap before a move',
      () => withAlso(booking(4, 18), [requested(4), confirmed(4), ...moved(4, 9, 18)]),
      "overlap in history: booking 4 held 2's time",
    ],
    [
      'an overlap with a time that was asked for',
      () => withAlso(booking(4, 18), [requested(4), confirmed(4), asked(4, 11), declined(4, 11)]),
      "overlap in history: booking 4 held 2's time",
    ],
    [
      'an acknowledged booking that is lost',
      () => soundRun({ seen: [booked(5, 10)] }),
      'book of booking 5 was answered 201, but there is no such booking',
    ],
    [
      'an acknowledged booking of another diner',
      () =>
        withAlso(booking(4, 18, { userId: 8, status: 'pending' }), [requested(4)], booked(4, 18)),
      'stored for user 8, chef 1',
    ],
    [
      'an acknowledged step that is lost',
      () => soundRun({ seen: [booked(3, 10, { deed: 'confirm', bookingId: 3 })] }),
      'confirm of booking 3 was answered 201, but no event explains it',
    ],
    [
      'an acknowledged move to a time that it never had',
      () => soundRun({ seen: [booked(1, 16, { deed: 'reschedule', bookingId: 1 })] }),
      'reschedule of booking 1 was answered 201, but no event explains it',
    ],
    [
      'two acknowledged moves where one was made',
      () => {
        const move = { deed: 'reschedule', bookingId: 1 } as const;
        const seen = [booked(1, 14, { ...move, key: 'a' }), booked(1, 14, { ...move, key: 'b' })];
        return soundRun({ seen });
      },
      'reschedule of booking 1 was answered 201, but no event explains it',
    ],
    [
      'a history that was shown and is lost',
      () => {
        const line = { actor: 'diner', action: 'withdraw', to_status: 'cancelled' };
        const body = { id: 3, user_id: DINER, chef_id: 1, status: 'cancelled', history: [line] };
        return soundRun({ seen: [booked(3, 10, { deed: 'cancel' }, { body })] });
      },
      'its history is not the one shown',
    ],
    [
      'an illegal transition',
      () => {
        const revived = event(4, {
          action: 'request',
          fromStatus: 'pending',
          toStatus: 'confirmed',
        });
        return withAlso(booking(4, 18), [requested(4), revived]);
      },
      'illegal transition',
    ],
    [
      'a broken chain',
      () => withAlso(booking(4, 18, { status: 'cancelled' }), [requested(4), cancelled(4)]),
      'broken chain: event',
    ],
    [
      'a status that the history does not lead to',
      () => withAlso(booking(4, 18), [requested(4)]),
      'broken chain: booking 4 is confirmed, its history pending',
    ],
    [
      'two bookings answered for one key',
      () => {
        const seen = [booked(1, 10, { key: 'same' }), booked(2, 10, { key: 'same' })];
        return soundRun({ seen });
      },
      'key: same was answered with bookings 1, 2',
    ],
    [
      'two bookings made for one key',
      () => withAlso(booking(4, 18, { status: 'pending', key: 'key2' }), [requested(4)]),
      'key: key2 made bookings 2, 4',
    ],
    [
      'a refusal of what was made',
      () => soundRun({ seen: [booked(2, 10, {}, { status: 409, body: {} })] }),
      'key: key2 was refused, yet made 2',
    ],
    [
      'a key in progress for ever',
      () => {
        const body = { type: 'urn:coocook:problem:idempotency-in-progress' };
        return soundRun({ seen: [booked(9, 10, {}, { status: 409, body })] });
      },
      'no answer: book with key key9',
    ],
    [
      'a 500',
      () => soundRun({ seen: [booked(9, 10, {}, { status: 500 }), booked(2, 10)] }),
      'was answered 500',
    ],
    [
      'a 503 that names no time',
      () => soundRun({ seen: [booked(2, 10, {}, { status: 503 }), booked(2, 10)] }),
      'without Retry-After',
    ],
    [
      'a constraint that is gone',
      () => soundRun({ overlapRefusedWith: null }),
      'a raw overlapping insert met no refusal',
    ],
  ])('finds %s', (_name, planted, finding) => {
    expect(check(planted()).join('\n')).toContain(finding);
  });

  it('lets a retry be refused for its own booking as long as no keys are kept', () => {
    const seen = [
      booked(2, 10, {}, { status: null }),
      booked(2, 10, {}, { status: 409, body: {} }),
    ];
    expect(check(soundRun({ seen, keysKept: false }))).toEqual([]);
  });

  it('does not take too little for a proof', () => {
    const kills = { app: 6, database: 5 };
    const lines = tooLittle(soundRun().seen, { seconds: 60, kills }).join('\n');
    expect(lines).toContain('3 bookings, at least 50 wanted');
    expect(tooLittle([], { seconds: 60, kills: { app: 4, database: 0 } }).join('\n')).toContain(
      '4 kills, at least 5 wanted',
    );
  });
});
