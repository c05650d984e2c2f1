/** Of the fields of a request's form, in English. */
export const FIELD_LABELS = {
  booking_date: 'Date',
  start_time: 'Start time',
  duration_hours: 'Hours',
  guests: 'Guests',
  district: 'District',
  address: 'Full address',
};
