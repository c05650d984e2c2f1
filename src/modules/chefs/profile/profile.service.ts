import { ask, mapped, together, type Question } from '../../../platform/database/questions.js';
import { inTransaction } from '../../../platform/database/transactions.js';
import { invalid, preconditionFailed } from '../../../platform/errors.js';
import { assertVersion, type ExpectedVersions } from '../../../platform/versions.js';
import type { Viewer } from '../../../platform/viewer.js';
import { existingChef } from '../chef/chef.data.js';
import { alreadyAChef } from '../chef/chef.errors.js';
import type { Chef, ChefLookup } from '../chef/chef.service.js';
import type { ChefsDeps } from '../deps.js';
import { galleryQuestion } from '../pictures/photos.data.js';
import { insertWeeklyHours } from '../schedule/schedule.data.js';
import { hoursOrderErrors, STANDARD_WEEK } from '../schedule/schedule.rules.js';
import * as data from './profile.data.js';
import { presentProfile } from './profile.present.js';
import { KITCHEN_NEEDS } from './profile.rules.js';
import type { BecomeChef, EditChef, PublicProfile } from './profile.schemas.js';

export type Profiles = ReturnType<typeof createProfileService>;

interface FoundProfile {
  chef: Chef;
  profile: PublicProfile;
}

/** Of every new profile; prices are in its minor units. */
const CURRENCY = 'KRW';

export function createProfileService({ db }: Pick<ChefsDeps, 'db'>, { own }: ChefLookup) {
  /** @throws alreadyAChef */
  async function become(viewer: Viewer, profile: BecomeChef): Promise<Chef> {
    if (viewer.chefId !== null) throw alreadyAChef();
    return inTransaction(db, async (tx) => {
      const chef = await data.insertChef(tx, viewer.id, { ...profile, currency: CURRENCY });
      await insertWeeklyHours(tx, chef.id, STANDARD_WEEK);
      await data.saveDetails(tx, chef.id, profile);
      return chef;
    });
  }

  /** The viewer's own profile. @throws chefNotFound, forbidden, invalid, preconditionFailed */
  async function edit(
    viewer: Viewer,
    id: number,
    changes: EditChef,
    expected?: ExpectedVersions,
  ): Promise<Chef> {
    const chef = await own(viewer, id);
    assertVersion(chef, expected);
    const errors = hoursOrderErrors(
      changes.min_hours ?? chef.minHours,
      changes.max_hours ?? chef.maxHours,
    );
    if (errors.length > 0) throw invalid(undefined, errors);
    const seen = expected === undefined ? { id } : { id, version: chef.version };
    return inTransaction(db, async (tx) => {
      const edited = await data.updateChef(tx, seen, changes);
      if (edited === null) throw preconditionFailed();
      await data.saveDetails(tx, id, changes);
      return edited;
    });
  }

  async function profile(chef: Chef): Promise<PublicProfile> {
    const { details, gallery } = await ask(db, together(beside(chef.id)));
    return presentProfile(chef, details, gallery);
  }

  function find(id: number): Promise<FoundProfile> {
    return ask(db, profileQuestion(id));
  }

  function profileQuestion(id: number): Question<FoundProfile> {
    const questions = { chef: existingChef(id), ...beside(id) };
    return mapped(together(questions), ({ chef, details, gallery }) => ({
      chef,
      profile: presentProfile(chef, details, gallery),
    }));
  }

  /** What the chef needs in a diner's kitchen: English labels, and the chef's own notes. */
  async function kitchenOf(chefId: number): Promise<{ needs: string[]; notes: string | null }> {
    const { kitchenNeeds, kitchenNotes } = await ask(db, data.detailsOf(chefId));
    const labels: Record<string, string> = KITCHEN_NEEDS;
    return { needs: kitchenNeeds.map((code) => labels[code] ?? code), notes: kitchenNotes };
  }

  return { become, edit, profile, find, profileQuestion, kitchenOf };
}

/** What lists of chefs do without. */
function beside(chefId: number) {
  return { details: data.detailsOf(chefId), gallery: galleryQuestion(chefId) };
}
