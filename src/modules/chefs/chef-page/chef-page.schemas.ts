import { z } from 'zod';
import { dateField } from '../../../platform/http/input/fields.js';
import { guestsField, hoursField } from '../chef/chef.schemas.js';

export const chefChoiceQuery = z.strictObject({
  date: dateField.optional(),
  /** The first of seven days; the first free one of them is chosen. */
  week: dateField.optional(),
  duration_hours: hoursField.optional(),
  guests: guestsField.optional(),
});
