import { z } from 'zod';

export const DEADLINE_JOB = 'booking-deadline';
export const jobData = z.strictObject({ booking_id: z.int() });
