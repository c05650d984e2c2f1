// Sends the requests in a process of its own, so that they cost the measured process nothing:
// it does the jobs that its parent sends, one after the other.
import autocannon from 'autocannon';
import { bookingBody } from './bookings.js';
import type { Job, Outcome } from './job.js';

/** Longer than any answer takes: a busy machine makes it slow, not wrong. */
const TIMEOUT_S = 60;
const TICK_MS = 100;
const today = new Date().toISOString().slice(0, 10);
let booked = 0;

function nextBooking(bearers: string[]): autocannon.Request {
  return {
    setupRequest(request) {
      const body = JSON.stringify(bookingBody(booked, today));
      const Authorization = `Bearer ${bearers[booked % bearers.length] ?? ''}`;
      booked += 1;
      return { ...request, headers: { ...request.headers, Authorization }, body };
    },
  };
}

function send({ url, method, headers, books, connections, extent }: Job): Promise<Outcome> {
  const outcome: Outcome = { times: [], seconds: 0, bytes: 0, statuses: {} };
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const running = autocannon(
      {
        ...{ url, method, headers, connections, timeout: TIMEOUT_S, sampleInt: TICK_MS },
        ...('requests' in extent ? { amount: extent.requests } : { duration: extent.seconds }),
        ...(books ? { requests: [nextBooking(books)] } : {}),
      },
      (error: Error | null, { errors }) => {
        if (errors > 0) outcome.statuses[0] = errors;
        if (error === null) resolve(outcome);
        else reject(error);
      },
    );
    running.on('response', (_client, status, bytes, ms) => {
      outcome.seconds = (performance.now() - began) / 1000;
      outcome.times.push(ms);
      outcome.bytes += bytes;
      outcome.statuses[status] = (outcome.statuses[status] ?? 0) + 1;
    });
  });
}

process.on('message', (job: Job) => {
  void send(job).then((outcome) => process.send?.(outcome));
});
