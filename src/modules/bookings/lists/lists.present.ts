import { withQuery } from '../../../platform/http/input/url.js';
import type { Tab } from './lists.service.js';

/** @param tabs with English labels */
export function presentTabs<Name extends string>(
  path: string,
  tabs: { value: Name; label: string }[],
  counts: Record<Name, number>,
) {
  return tabs.map(({ value, label }) => ({
    value,
    label,
    count: counts[value],
    href: withQuery(path, { tab: value }),
  }));
}

export function presentAddress(path: string, tab: string, page: number): string {
  return withQuery(path, { tab, page: page > 1 ? page : null });
}

const NOTHING: Record<Tab, { title: string; text: string }> = {
  upcoming: {
    title: 'No meals coming up.',
    text: 'Choose a chef and a free time; you pay once the chef confirms.',
  },
  pending: {
    title: 'No requests are waiting for an answer.',
    text: 'A request that you send appears here until the chef has answered.',
  },
  past: {
    title: 'No past meals yet.',
    text: 'Here you find each meal again, to book the same chef with one press.',
  },
  cancelled: {
    title: 'No cancelled bookings.',
    text: 'Requests that were declined, withdrawn or not answered appear here, too.',
  },
};

/** What a diner reads in place of an empty list, in English. */
export function presentNothing(tab: Tab, { pending }: { pending: number }) {
  if (tab !== 'upcoming' || pending === 0) return { ...NOTHING[tab], links: [] };
  return {
    title: NOTHING.upcoming.title,
    text: 'A chef may still be deciding: look under Pending.',
    links: [{ href: withQuery('/my-bookings', { tab: 'pending' }), label: 'Pending' }],
  };
}
