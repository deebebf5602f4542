// Prints what our frames are of those of other whiteboards: node ratios.mjs OURS THEIRS, files with a line of JSON each.
import { readFileSync } from 'node:fs';

const lines = f => readFileSync(f, 'utf8').split('\n').filter(l => l.startsWith('{')).map(l => JSON.parse(l));
const [ours, theirs] = process.argv.slice(2).map(lines);
const size = '1920x1080';
const same = { pan: 'pan100', whole: 'panFit', zoom: 'zoom', drag: 'drag' };
const ratio = (a, b) => +(a / b).toFixed(2);

const floor = ours.find(o => o.motion === 'floor' && o.size === size);
for (const o of ours.filter(o => o.size === size && same[o.motion])) {
  const out = { n: o.n, motion: o.motion };
  if (floor) out.floor = ratio(o.frame_ms.median, floor.frame_ms.median);
  for (const t of theirs.filter(t => t.n === o.n && t[same[o.motion]])) {
    const frame = t[same[o.motion]];
    out[t.peer] = { median: ratio(o.frame_ms.median, frame.median), p95: ratio(o.frame_ms.p95, frame.p95) };
  }
  console.log(JSON.stringify(out));
}
for (const o of ours.filter(o => o.size === size && o.open_ms)) {
  for (const t of theirs.filter(t => t.n === o.n && t.load)) {
    console.log(JSON.stringify({ n: o.n, open: { [t.peer]: ratio(t.load, o.start_ms) } }));
  }
}
