import assert from 'node:assert/strict';
import type fc from 'fast-check';
import { createContract, type OpenApiDocument } from '../../support/app/contract.js';
import { buildChef, buildSubscription, buildUser, signInAs } from '../../support/app/factories.js';
import type { Site } from '../site.js';
import { BUFFERS, DAY, HOUR, type Meal, type Subscription } from './expectation.js';

/** Whoever acts: two diners and two chefs, new in each run. */
export interface Person {
  userId: number;
  /** Of the diner's subscription or the chef's profile. */
  id: number;
  auth: string;
}

export interface Session {
  /** All refresh tokens that it had, the present one last, with the time each was made. */
  refresh: { token: string; at: number }[];
  access: { token: string; at: number };
  ended: boolean;
}

/** What is believed of the app. */
export interface Model {
  now: number;
  meals: Meal[];
  prices: [number, number];
  subscriptions: [Subscription | null, Subscription | null];
  sessions: Session[];
  keyed: { key: string; diner: number; body: object; at: number; mealId: number } | null;
  /** Of the lines of history, by their ids: none ever changes. */
  lines: Map<number, string>;
}

export type ModelCommand = fc.AsyncCommand<Model, System>;

export interface Answer {
  status: number;
  headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
  text: string;
}

export interface System {
  site: Site;
  diners: [Person, Person];
  chefs: [Person, Person];
  call(auth: string | null, method: string, path: string, given?: Given): Promise<Answer>;
  moveTo(now: number): Promise<void>;
}
interface Given {
  body?: object;
  headers?: Record<string, string>;
}

const ALL_DAY = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensAt: 0, closesAt: 1440 }));
const START = Date.parse('2026-11-23T03:00:00.000Z');

/** People of their own in the site, and the model of them. */
export async function newRun(site: Site): Promise<{ model: Model; real: System }> {
  site.clock.set(new Date(START).toISOString());
  // The first one's subscription has to be renewed among the meals that may be asked for.
  const diners = [await newDiner(site, 3 * DAY), await newDiner(site, 30 * DAY)] as const;
  const chefs = [await newChef(site, 0), await newChef(site, 1)] as const;
  const call = await caller(site);
  const system: System = {
    site,
    diners: [diners[0].person, diners[1].person],
    chefs: [chefs[0], chefs[1]],
    call,
    async moveTo(now) {
      site.clock.set(new Date(now).toISOString());
      for (const one of [...system.diners, ...system.chefs])
        one.auth = await signInAs(site, one.userId);
    },
  };
  return {
    real: system,
    model: {
      ...{ now: START, meals: [], prices: [120, 120], sessions: [], keyed: null, lines: new Map() },
      subscriptions: [diners[0].subscription, diners[1].subscription],
    },
  };
}

async function newDiner(site: Site, paidFor: number) {
  const { id: userId } = await buildUser(site);
  const end = START + paidFor;
  const { id } = await buildSubscription(site, userId, { currentPeriodEnd: new Date(end) });
  return {
    person: { userId, id, auth: await signInAs(site, userId) },
    subscription: { id, end, renews: true, ended: false },
  };
}

async function newChef(site: Site, index: 0 | 1): Promise<Person> {
  const minutes = (BUFFERS[index] / HOUR) * 60;
  const { id, userId } = await buildChef(site, {
    ...{ bufferBeforeMinutes: minutes, bufferAfterMinutes: minutes, startStepMinutes: 60 },
    weeklyHours: { create: ALL_DAY },
  });
  return { id, userId, auth: await signInAs(site, userId) };
}

async function caller(site: Site): Promise<System['call']> {
  const document = (await (await fetch(`${site.url}/openapi.json`)).json()) as OpenApiDocument;
  const violationOf = createContract(document);
  return async (auth, method, path, { body, headers = {} } = {}) => {
    const sent = {
      ...(auth === null ? {} : { Authorization: auth }),
      ...(body ? { 'Content-Type': 'application/json' } : {}),
    };
    const response = await fetch(site.url + path, {
      method,
      headers: { ...sent, ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    const type = (response.headers.get('content-type') ?? '').replace(/;.*/, '');
    const { status } = response;
    assert.equal(violationOf(method, path.replace(/\?.*/, ''), { status, type, text }), null);
    const isJson = type.endsWith('json');
    return { status, headers: response.headers, body: isJson ? JSON.parse(text) : null, text };
  };
}
