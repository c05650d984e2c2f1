// Makes pages nicer; every page is complete without it.
import { watchBookingForm } from './booking-form.js';

const form = document.querySelector('[data-booking-form]');
if (form) watchBookingForm(form);

const region = document.querySelector('[data-live]');
if (region) import('./live.js').then(({ keepLive }) => keepLive(region));

// Printing is the browser's own affair; a button for it needs a script.
for (const place of document.querySelectorAll('[data-print]')) {
  place.hidden = false;
  place.addEventListener('click', () => window.print());
}

// Tells people who are offline so; it keeps no page that could be out of date.
if ('serviceWorker' in navigator) void navigator.serviceWorker.register('/sw.js');
