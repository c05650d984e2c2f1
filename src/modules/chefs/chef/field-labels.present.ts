/** Of the fields of a chef's forms, in English. */
export const FIELD_LABELS = {
  name: 'Name',
  bio: 'About you and your food',
  cuisine_type: 'Cuisine',
  location: 'City',
  time_zone: 'Time zone',
  buffer_before_minutes: 'Kept free before a meal, in minutes',
  buffer_after_minutes: 'Kept free after a meal, in minutes',
  minimum_notice_hours: 'Shortest notice, in hours',
  horizon_days: 'Bookable ahead, in days',
  min_hours: 'Shortest meal, in hours',
  max_hours: 'Longest meal, in hours',
  max_guests: 'Largest party',
};
