import type { Clock } from '../../platform/clock.js';
import { inTransaction, type Db, type Tx } from '../../platform/db.js';
import { forbidden, invalid, preconditionFailed } from '../../platform/errors.js';
import { refuseStale, type ExpectedVersions } from '../../platform/http/versions.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { localOf } from '../../platform/time.js';
import { insertWeeklyHours } from './availability.data.js';
import { STANDARD_WEEK } from './availability.rules.js';
import type { Availability } from './availability.service.js';
import * as data from './chefs.data.js';
import type { Chef } from './chefs.data.js';
import { alreadyAChef, chefNotFound } from './chefs.errors.js';
import { presentChef, presentProfile, presentSlot } from './chefs.present.js';
import { CANCELLATION_TERMS, policySentences } from './chefs.rules.js';
import type { BecomeChef, EditChef, PublicProfile } from './chefs.schemas.js';
import { galleryOf } from './photos.data.js';
import { detailsOf, saveDetails } from './profile.data.js';
import { KITCHEN_NEEDS } from './profile.rules.js';
import { hoursOutOfOrder } from './schedule.rules.js';
import { createSearchService } from './search.service.js';

export type { Chef };

export interface ChefsDeps {
  db: Db;
  clock: Clock;
  availability: Availability;
}

export type Chefs = ReturnType<typeof createChefsService>;

/** The currency of every profile made here; prices are in its minor units. */
const CURRENCY = 'KRW';
const HOME_ZONE = 'Asia/Seoul';

export function createChefsService({ db, clock, availability }: ChefsDeps) {
  const finding = createSearchService({ db, availability });

  /** The profile. @throws chefNotFound */
  async function find(id: number): Promise<Chef> {
    const chef = await data.chefById(db, id);
    if (chef === null) throw chefNotFound();
    return chef;
  }

  /** Makes the viewer a chef. @throws alreadyAChef */
  async function become(viewer: Viewer, profile: BecomeChef): Promise<Chef> {
    if ((await data.chefIdOfUser(db, viewer.id)) !== null) throw alreadyAChef();
    return inTransaction(db, async (tx) => {
      const chef = await data.insertChef(tx, viewer.id, { ...profile, currency: CURRENCY });
      await insertWeeklyHours(tx, chef.id, STANDARD_WEEK);
      await saveDetails(tx, chef.id, profile);
      return chef;
    });
  }

  /** The viewer's own profile. @throws chefNotFound, forbidden when it is somebody else's */
  async function own(viewer: Viewer, id: number): Promise<Chef> {
    const chef = await find(id);
    if (chef.userId !== viewer.id) throw forbidden('Only the chef may see and edit this.');
    return chef;
  }

  /**
   * Changes the viewer's own profile.
   * @param expected the versions of it that the viewer may have seen
   * @throws chefNotFound, forbidden, invalid, preconditionFailed
   */
  async function edit(
    viewer: Viewer,
    id: number,
    changes: EditChef,
    expected?: ExpectedVersions,
  ): Promise<Chef> {
    const chef = await own(viewer, id);
    refuseStale(chef, expected);
    const wrong = hoursOutOfOrder(
      changes.min_hours ?? chef.minHours,
      changes.max_hours ?? chef.maxHours,
    );
    if (wrong.length > 0) throw invalid(undefined, wrong);
    const seen = expected === undefined ? { id } : { id, version: chef.version };
    return inTransaction(db, async (tx) => {
      const edited = await data.updateChef(tx, seen, changes);
      if (edited === null) throw preconditionFailed();
      await saveDetails(tx, id, changes);
      return edited;
    });
  }

  /** All that a chef's page tells. */
  async function profile(chef: Chef): Promise<PublicProfile> {
    const [details, gallery] = await Promise.all([detailsOf(db, chef.id), galleryOf(db, chef.id)]);
    return presentProfile(chef, details, gallery);
  }

  /** What the chef needs in a diner's kitchen: words that pages say, and the chef's own. */
  async function kitchenOf(chefId: number): Promise<{ needs: string[]; notes: string | null }> {
    const { kitchenNeeds, kitchenNotes } = await detailsOf(db, chefId);
    const words: Record<string, string> = KITCHEN_NEEDS;
    return { needs: kitchenNeeds.map((code) => words[code] ?? code), notes: kitchenNotes };
  }

  /** The id of the user's own profile, or null for who is no chef. */
  function idOfUser(userId: number): Promise<number | null> {
    return data.chefIdOfUser(db, userId);
  }

  /** The user's own profile, or null for who is no chef. */
  function ofUser(userId: number): Promise<Chef | null> {
    return data.chefOfUser(db, userId);
  }

  /** The profiles of some chefs by id, in one query. */
  async function summaries(ids: number[]): Promise<Map<number, Chef>> {
    const chefs = await data.chefsByIds(db, [...new Set(ids)]);
    return new Map(chefs.map((chef) => [chef.id, chef]));
  }

  return {
    find,
    ...finding,
    become,
    own,
    edit,
    profile,
    kitchenOf,
    idOfUser,
    ofUser,
    summaries,
    /** Makes other transactions that lock this chef wait until this one has ended. */
    lock: (tx: Tx, id: number) => data.lockChef(tx, id),
    /** The steps of the chef's cancellation policy as they are today. */
    termsOf: (chef: Chef) => CANCELLATION_TERMS[chef.cancellationPolicy],
    /** Today's date in the zone of the home market, for the date fields of the search. */
    today: () => localOf(clock.now(), HOME_ZONE).date,
    present: presentChef,
    presentSlot,
    /** The chef's cancellation policy in plain sentences. */
    policyOf: (chef: Chef) => policySentences(chef.cancellationPolicy),
    cuisines: () => data.cuisines(db),
  };
}
