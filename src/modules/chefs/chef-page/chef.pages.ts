import { chefPageTopics } from '../chef/cache-topics.rules.js';
import { everyone } from '../../../platform/http/auth/access.js';
import { readForm } from '../../../platform/http/input/form.js';
import {
  pageRoute,
  type PageInput,
  type PageRoute,
} from '../../../platform/http/routes/page-route.js';
import { idOf } from '../../../platform/http/input/url.js';
import { view } from '../../../platform/http/routes/reply.js';
import { type PageReply } from '../../../platform/http/routes/reply.js';
import { message } from '../../../platform/i18n/language.js';
import type { Availability } from '../availability/availability.service.js';
import { CANCELLATION_TERMS, policySentences } from '../chef/cancellation-policy.rules.js';
import type { Chef } from '../chef/chef.service.js';
import { USUAL_GUESTS, usualHours } from '../chef/usual-meal.rules.js';
import { INCLUDED, KITCHEN_NEEDS } from '../profile/profile.rules.js';
import { chefChoiceQuery } from './chef-page.schemas.js';
import type { ChefPageService } from './chef-page.service.js';
import { bookingAddress, presentFreeTimes } from './free-times.present.js';

export function chefPages(
  { load, weekOfSlots }: ChefPageService,
  availability: Pick<Availability, 'todayOf' | 'lastDateOf'>,
): PageRoute[] {
  async function chefPage({ params, query }: PageInput): Promise<PageReply> {
    const read = readForm(chefChoiceQuery, query);
    const asked = read.ok ? read.input : {};
    const { chef, profile, calendar, plans } = await load(idOf(params), asked);
    const choice = {
      duration_hours: Math.min(
        Math.max(asked.duration_hours ?? usualHours(chef), chef.minHours),
        chef.maxHours,
      ),
      guests: asked.guests ?? USUAL_GUESTS,
    };
    const week = weekOfSlots(chef, calendar, asked, choice.duration_hours);
    const values = {
      date: week.chosen,
      duration_hours: String(choice.duration_hours),
      guests: String(choice.guests),
    };
    return view('chefs/page/show', message('{{name}}', { name: chef.name }), {
      chef: profile,
      plans,
      words: { included: INCLUDED, kitchen: KITCHEN_NEEDS },
      times: presentFreeTimes(chef.id, week, choice),
      choice: { date: week.chosen, ...choice },
      first_date: availability.todayOf(chef),
      last_date: availability.lastDateOf(chef),
      hours: hourOptions(chef),
      total_price: choice.duration_hours * chef.pricePerSession,
      book_href: bookingAddress(chef.id, { date: week.chosen, ...choice }),
      form: { ...read.form, values },
      policy: policySentences(CANCELLATION_TERMS[chef.cancellationPolicy]),
    });
  }

  return [
    pageRoute({
      method: 'get',
      path: '/chefs/:id',
      access: everyone,
      cacheTopics: chefPageTopics,
      handle: chefPage,
    }),
  ];
}

function hourOptions({ minHours, maxHours }: Chef): { value: number; label: number }[] {
  return Array.from({ length: maxHours - minHours + 1 }, (_, index) => {
    const hours = minHours + index;
    return { value: hours, label: hours };
  });
}
