import type { Prisma } from '../src/generated/prisma/client.js';
import { daysBetween } from '../src/platform/time/instants.js';

type Step = Pick<Prisma.BookingEventCreateManyInput, 'actor' | 'action' | 'toStatus' | 'reason'>;
const requested: Step = { actor: 'diner', action: 'request', toStatus: 'pending' };
const confirmed: Step = { actor: 'chef', action: 'confirm', toStatus: 'confirmed' };
const completed: Step = { actor: 'system', action: 'complete', toStatus: 'completed' };
const declined: Step = {
  actor: 'chef',
  action: 'decline',
  toStatus: 'declined',
  reason: 'I cook at a wedding that day. Any other evening that week is fine.',
};

export interface DemoBooking {
  chef: number;
  hours: number;
  /** After today. */
  days: number;
  time: string;
  guests: number;
  steps: Step[];
  /** How long before the meal, or before now if that is sooner, it was asked for. */
  ageHours: number;
  district: string;
  address: string;
  specialRequests?: string;
  /** By itself the diner has answered. */
  allergiesTold?: false;
  allergies?: string[];
  allergyNotes?: string;
  dietaryNeeds?: string[];
}

const YEONNAM = { district: 'Yeonnam-dong', address: '12 Donggyo-ro 46-gil, Mapo-gu, Seoul' };
const SEONGSU = { district: 'Seongsu-dong', address: '8 Seoulsup 2-gil, Seongdong-gu, Seoul' };
const COMPLETED = [requested, confirmed, completed];

/** The seven bookings of the demo diner. */
export const bookingsOfDiner: DemoBooking[] = [
  { chef: 1, hours: 3, days: -12, time: '18:00', guests: 4, steps: COMPLETED, ageHours: 72 },
  { chef: 2, hours: 2, days: 4, time: '19:00', guests: 2, steps: [requested, confirmed] },
  {
    chef: 3,
    hours: 4,
    days: 9,
    time: '17:00',
    guests: 6,
    steps: [requested],
    specialRequests: 'A birthday: a candle with the last course would be lovely.',
    allergies: ['crustaceans', 'molluscs'],
  },
  { chef: 4, hours: 2, days: -33, time: '12:00', guests: 3, steps: COMPLETED, ageHours: 72 },
  {
    chef: 4,
    hours: 2,
    days: 12,
    time: '18:30',
    guests: 2,
    steps: [requested, confirmed],
    allergiesTold: false as const,
  },
  { chef: 4, hours: 2, days: 20, time: '12:30', guests: 5, steps: [requested, declined] },
  { chef: 5, hours: 3, days: 16, time: '18:00', guests: 8, steps: [requested] },
].map((one) => ({ ageHours: 1, ...YEONNAM, ...one }));

/** Meals of the other diner that were: so many days ago, with whom, how long, for how many. */
const PAST: [days: number, chef: number, hours: number, guests: number][] = [
  [-6, 1, 2, 3],
  [-19, 1, 3, 6],
  [-45, 1, 4, 8],
  [-71, 1, 2, 2],
  [-83, 1, 3, 5],
  [-104, 1, 3, 4],
  [-138, 1, 2, 4],
  [-9, 2, 3, 4],
  [-52, 2, 2, 2],
  [-113, 2, 4, 6],
  [-16, 3, 3, 4],
  [-66, 3, 4, 6],
  [-27, 4, 3, 4],
  [-90, 4, 2, 3],
  [-22, 5, 4, 10],
  [-59, 5, 3, 6],
];

/**
 * What gives the chefs a past, and the demo chef (chef 1) a day's work: a meal tonight, or tomorrow
 * when it is too late for that, and two requests. They lie at hours that few ask for, and the
 * requests before the Saturday that the README's example books.
 * @param here the date and time of now by the chefs' clocks
 */
export function bookingsOfRegular(here: { date: string; time: string }): DemoBooking[] {
  const regular = { chef: 1, hours: 1, ageHours: 48, ...SEONGSU };
  // 1970-01-03 was a Saturday.
  const toSaturday = 7 - (daysBetween('1970-01-03', here.date) % 7);
  const soon = Math.min(3, toSaturday);
  return [
    ...PAST.map(([days, chef, hours, guests]) => ({
      ...regular,
      days,
      chef,
      hours,
      guests,
      time: '18:30',
      steps: COMPLETED,
    })),
    {
      ...regular,
      days: here.time < '19:00' ? 0 : 1,
      time: '21:00',
      guests: 2,
      steps: [requested, confirmed],
      specialRequests: 'Three small plates and rice are plenty.',
      allergies: ['buckwheat'],
    },
    {
      ...regular,
      ageHours: 18,
      days: soon,
      time: '10:00',
      guests: 4,
      steps: [requested],
      allergies: ['peanuts', 'crustaceans'],
      allergyNotes: 'Severe: one of us carries an adrenaline pen. No trace of peanut, please.',
      dietaryNeeds: ['no_alcohol'],
      specialRequests: 'A late breakfast for my parents’ anniversary.',
    },
    {
      ...regular,
      ageHours: 2,
      days: soon,
      time: '11:30',
      guests: 2,
      steps: [requested],
      allergiesTold: false,
      dietaryNeeds: ['vegetarian'],
      specialRequests: 'The same for my sister around the corner, if you can make both.',
      address: '31 Wangsimni-ro, Seongdong-gu, Seoul',
    },
  ];
}
