import type { Page } from 'playwright-core';
import type { Cast, DataSet } from './data.js';

export const STATES = ['full', 'empty', 'error', 'long'] as const;
export type State = (typeof STATES)[number];
export type Viewer = 'visitor' | keyof Cast['people'];

/** One look at a page: where it is, and what is done there before the picture is taken. */
export interface Look {
  /** Its address; `:name` stands for an id of the data set. */
  at: string;
  /** Tells it from the page's other looks in that state. */
  name?: string;
  as?: Viewer;
  act?: (page: Page) => Promise<void>;
  /** What the last answer says, if not 200. */
  status?: number;
}

/** A page with its looks in every state, or why there are none. */
export interface PageLooks extends Record<State, Look[] | string> {
  page: string;
  as: Viewer;
}

/** Which data a state is shown on: errors happen on the full set. */
export const dataSetOf = (state: State): DataSet => (state === 'error' ? 'full' : state);

/** Why a page has no look in a state. */
export const NO_FORM = 'shows what is there; nothing can be entered wrongly';
export const NEEDS_A_BOOKING = 'needs a booking';
export const ALWAYS_SAME = 'is the same whatever there is';
export const NO_NAMES = 'shows no names';

/** One look for each tab of a page. */
export const tabs = (path: string, names: string[]): Look[] =>
  names.map((name) => ({ at: `${path}?tab=${name}`, name }));
/** One look at each of those bookings. */
export const bookings = (...names: string[]): Look[] =>
  names.map((name) => ({ at: `/bookings/:${name}`, name }));
