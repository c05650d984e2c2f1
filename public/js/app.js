// Makes pages nicer; every page is complete without it.
import { watchBookingForm } from './booking-form.js';

const form = document.querySelector('[data-booking-form]');
if (form) watchBookingForm(form);

const region = document.querySelector('[data-live]');
if (region) import('./live.js').then(({ keepLive }) => keepLive(region));
