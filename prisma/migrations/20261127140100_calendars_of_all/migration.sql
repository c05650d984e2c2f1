-- Written by hand. Those who change something meanwhile are there already.
INSERT INTO chef_calendars SELECT * FROM chef_calendar_rows ON CONFLICT DO NOTHING;
INSERT INTO chef_date_checks (chef_id)
  SELECT chef_id FROM bookings WHERE status IN ('pending', 'confirmed') AND held_until > now()
  UNION SELECT chef_id FROM availability_exceptions WHERE kind = 'day_off' AND date >= now()::date - 1;
