// Makes pages nicer; every page is complete without it.
import { watchBookingForm } from './booking-form.js';

const form = document.querySelector('[data-booking-form]');
if (form) watchBookingForm(form);

// Printing is the browser's own affair; a button for it needs a script.
for (const place of document.querySelectorAll('[data-print]')) {
  place.hidden = false;
  place.addEventListener('click', () => window.print());
}
