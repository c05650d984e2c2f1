import fc from 'fast-check';
import type { Site } from '../site.js';
import { bookingCommands } from './booking-commands.js';
import { otherCommands } from './other-commands.js';
import { newRun, type ModelCommand } from './system.js';

export interface ModelFigures {
  runs: number;
  /** How often each kind of command was run, and each step taken. */
  counts: Map<string, number>;
  /** The shortest commands that make it fail, and the seed; null if all held. */
  failure: string | null;
}

/** Holds random lives of bookings, subscriptions and sessions against what the product promises. */
export async function runModel(
  site: Site,
  given: { seed: number; runs: number; commands: number; seconds?: number },
): Promise<ModelFigures> {
  const figures: ModelFigures = { runs: 0, counts: new Map(), failure: null };
  const count = (name: string) => figures.counts.set(name, (figures.counts.get(name) ?? 0) + 1);
  const lives = fc.commands([...bookingCommands, ...otherCommands], {
    ...{ maxCommands: given.commands, size: 'max' },
  });
  const holds = fc.asyncProperty(lives, async (commands) => {
    figures.runs += 1;
    const begun = await newRun(site);
    await fc.asyncModelRun(() => begun, noting(commands, count));
    for (const { history } of begun.model.meals) for (const { action } of history) count(action);
  });
  const result = await fc.check(holds, {
    ...{ seed: given.seed, numRuns: given.runs },
    interruptAfterTimeLimit: (given.seconds ?? 3600) * 1000,
  });
  if (result.failed) {
    figures.failure = `${fc.defaultReportMessage(result) ?? ''}\n${String(result.errorInstance)}`;
  }
  return figures;
}

function* noting(
  commands: Iterable<ModelCommand>,
  note: (name: string) => void,
): Generator<ModelCommand> {
  for (const command of commands) {
    yield {
      check: (model) => command.check(model),
      async run(model, real) {
        note(String(command).replace(/\(.*/, ''));
        await command.run(model, real);
      },
      toString: () => String(command),
    };
  }
}
