import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../src/platform/paths.js';

interface Step {
  instruction: string;
  rest: string;
}
export interface Stage {
  name: string;
  base: string;
  steps: Step[];
}

/** The Dockerfile as its stages: it is kept plain enough for one line to be one step. */
export function imageStages(): Stage[] {
  const dockerfile = readFileSync(join(packageRoot(), 'Dockerfile'), 'utf8');
  const stages: Stage[] = [];
  for (const line of dockerfile.split('\n').filter((one) => /^[A-Z]/.test(one))) {
    const [, instruction = '', rest = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    if (instruction === 'FROM') {
      const [base = '', , name = 'final'] = rest.split(' ');
      stages.push({ name, base, steps: [] });
    } else stages.at(-1)?.steps.push({ instruction, rest });
  }
  return stages;
}

/** What follows an instruction in the stage that runs. */
export function lastOf(stages: Stage[], instruction: string): string | undefined {
  return stages.at(-1)?.steps.find((step) => step.instruction === instruction)?.rest;
}

/** How the image starts the server: Node's options, the program in its folder, and its environment. */
export function imageCommand() {
  const stages = imageStages();
  const [node, ...args] = JSON.parse(lastOf(stages, 'CMD') ?? '[]') as string[];
  const settings = (lastOf(stages, 'ENV') ?? '').split(' ').map((one) => one.split('='));
  return {
    node,
    options: args.slice(0, -1),
    program: args.at(-1) ?? '',
    env: Object.fromEntries(settings) as Record<string, string>,
  };
}
