import { parseArgs } from 'node:util';

export interface Options {
  seconds: number;
  connections: number;
  only: string[];
  out: string;
  /** The file of an earlier run. */
  compare: string | undefined;
  chart: string;
}

const FOLDER = 'bench/results';
/** Where the README finds it. */
const CHART = 'docs/images/bench.svg';

/** What was asked for on the command line. @throws TypeError, RangeError fit to be shown */
export function optionsOf(args: string[], today: string): Options {
  const { values } = parseArgs({
    args,
    options: {
      seconds: { type: 'string', default: '5' },
      connections: { type: 'string', default: '50' },
      only: { type: 'string', default: '' },
      out: { type: 'string' },
      compare: { type: 'string' },
      reference: { type: 'boolean', default: false },
    },
  });
  const name = values.reference ? `${today}-${process.version}` : 'latest';
  const out = values.out ?? `${FOLDER}/${name}.json`;
  return {
    seconds: positive('seconds', values.seconds),
    connections: positive('connections', values.connections),
    only: values.only.split(',').filter((key) => key !== ''),
    out,
    compare: values.compare,
    chart: values.reference ? CHART : out.replace(/(\.json)?$/, '.svg'),
  };
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new RangeError(`--${name} must be a whole number above 0, not ${text}.`);
}
