import { wholeCpu, type Results, type Row } from './figures.js';

const WIDTH = 940;
const LEFT = 410;
const BARS = 280;
const TOP = 76;
const STEP = 26;
const BAR = 16;
const COLOURS = { server: '#b4431f', database: '#e9b48f', line: '#6b6b6b', text: '#26211e' };

/** Bars of what a request costs, in answers of a bare Express; empty without that yardstick. */
export function chartOf(results: Results): string {
  const { express } = results.yardsticks;
  const rows = results.rows.filter((row) => row.ratios.express !== undefined);
  if (express === undefined || rows.length === 0) return '';
  const unit = wholeCpu(express);
  const most = Math.max(...rows.map((row) => wholeCpu(row) / unit));
  const scale = BARS / most;
  const height = TOP + rows.length * STEP + 44;
  const { node, at, machine, settings } = results;
  const made = `${at.slice(0, 10)}, Node.js ${node}, ${machine.processor}, ${machine.cores} cores`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="${COLOURS.text}" role="img">
<title>Processor time of a request, in answers of a bare Express</title>
<rect width="${WIDTH}" height="${height}" rx="8" fill="#fff"/>
<text x="20" y="30" font-size="16" font-weight="600">Processor time of a request, in answers of a bare Express</text>
${legend(20, COLOURS.server, 'server')}${legend(100, COLOURS.database, 'PostgreSQL')}
${rows.map((row, index) => bar(row, { y: TOP + index * STEP, unit, scale })).join('\n')}
<path d="M${LEFT + scale} ${TOP - 6}V${height - 40}" stroke="${COLOURS.line}" stroke-dasharray="3 3"/>
<text x="${LEFT + scale}" y="${TOP - 10}" text-anchor="middle" fill="${COLOURS.line}">1</text>
<text x="20" y="${height - 16}" fill="${COLOURS.line}">${escaped(made)}, ${settings.connections} connections</text>
</svg>
`;
}

function bar(row: Row, { y, unit, scale }: { y: number; unit: number; scale: number }): string {
  const server = (row.cpu / unit) * scale;
  const database = (row.databaseCpu / unit) * scale;
  const insert = row.ratios.insert === undefined ? '' : `, ${row.ratios.insert.cpu} × the INSERT`;
  const end = LEFT + server + database + 8;
  const middle = y + BAR - 4;
  return `<text x="${LEFT - 12}" y="${middle}" text-anchor="end">${escaped(row.name)}</text>
<rect x="${LEFT}" y="${y}" width="${server.toFixed(1)}" height="${BAR}" fill="${COLOURS.server}"/>
<rect x="${(LEFT + server).toFixed(1)}" y="${y}" width="${database.toFixed(1)}" height="${BAR}" fill="${COLOURS.database}"/>
<text x="${end.toFixed(1)}" y="${middle}"><tspan font-weight="600">${row.ratios.express?.cpu}</tspan> · ${wholeCpu(row).toFixed(2)} ms${insert}</text>`;
}

function legend(x: number, colour: string, name: string): string {
  return `<rect x="${x}" y="44" width="12" height="12" fill="${colour}"/><text x="${x + 18}" y="54">${name}</text>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
