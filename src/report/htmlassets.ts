/** Style and script of the HTML report. Both are constants, so that the page's policy can name their hashes. */

export const STYLE = `
:root { color-scheme: light dark; --line: #8886; --soft: #8882; --link: light-dark(#0550ae, #6cb6ff); --critical: #a40e26; --high: #bc4c00; --medium: #8a6100; --low: #1f6f8b; --info: #59636e; }
* { box-sizing: border-box; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.3rem; margin: 0; }
h2 { font-size: 1.05rem; margin: 0 0 .5rem; overflow-wrap: anywhere; scroll-margin-top: 1rem; }
h3 { font-size: .95rem; margin: 0 0 .25rem; }
code, pre { font: .875rem/1.6 ui-monospace, monospace; }
code { overflow-wrap: anywhere; }
pre { overflow-x: auto; background: var(--soft); margin: .25rem 0; padding: .5rem; border-radius: .25rem; }
pre[data-line]::before { content: attr(data-line); display: inline-block; min-width: 2.5rem; padding-right: .75rem; text-align: right; opacity: .6; user-select: none; }
a { color: var(--link); }
mark { background: #ffd33d; color: #1f2328; border-radius: .2rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .5rem 0; }
dt { opacity: .75; }
dd { margin: 0; overflow-wrap: anywhere; }
ol { list-style: none; padding: 0; margin: .5rem 0; }
article { border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; margin: 0 0 1rem; }
article:has(h2:target), article:focus-within { border-color: var(--link); }
article.suppressed { border-style: dashed; }
figure { margin: .5rem 0; }
.severity { color: #fff; border-radius: .25rem; padding: .1rem .5rem; font-size: .8rem; }
.critical { background: var(--critical); } .high { background: var(--high); } .medium { background: var(--medium); } .low { background: var(--low); } .info { background: var(--info); }
.gap { border-left: .3rem solid var(--critical); padding-left: .75rem; font-weight: 600; }
.token, .timeline { border: 1px solid var(--line); border-radius: .5rem; padding: .5rem .75rem; margin: .5rem 0; background: var(--soft); }
.timeline li { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 6fr) minmax(0, 6fr); gap: .25rem 1rem; align-items: center; font-size: .875rem; }
.timeline li > * { overflow-wrap: anywhere; }
.timeline ol { max-height: 19rem; overflow-y: auto; padding: .2rem; }
.timeline svg { width: 100%; height: .875rem; background: var(--soft); border-radius: .2rem; }
.timeline p { font-size: .85rem; margin: .25rem 0; }
.bar-critical { fill: var(--critical); stroke: var(--critical); } .bar-high { fill: var(--high); stroke: var(--high); } .bar-medium { fill: var(--medium); stroke: var(--medium); } .bar-low { fill: var(--low); stroke: var(--low); } .bar-info { fill: var(--info); stroke: var(--info); }
.gone { fill-opacity: .25; stroke-width: 2; vector-effect: non-scaling-stroke; }
.controls { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; margin: 1rem 0; }
.controls label { display: grid; font-size: .85rem; }
.controls label.check { display: flex; gap: .35rem; align-items: center; height: 2.25rem; }
.controls input[type=search], .controls select { font: inherit; font-size: .95rem; height: 2.25rem; padding: .25rem .5rem; max-width: 100%; }
.controls input[type=search] { width: 17rem; }
.controls output { line-height: 2.25rem; font-size: .85rem; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
[hidden] { display: none !important; }
@media (max-width: 40rem) { dl, .timeline li { grid-template-columns: 1fr; } dd { margin-bottom: .35rem; } .controls label, .controls input[type=search], .controls select { width: 100%; } }
@media print { .controls { display: none; } article { break-inside: avoid; } }
`;

export const SCRIPT = `
const byId = (id) => document.getElementById(id);
const list = byId('findings');
const items = Array.from(list.children);
const bars = Array.from(document.querySelectorAll('[data-for]'));
const [search, severity, provider, order, inhead, accepted, shown] = ['search', 'severity', 'provider', 'order', 'inhead', 'accepted', 'shown'].map(byId);
items.forEach((item, at) => { item.dataset.at = at; });
function update() {
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const hidden = new Set();
  for (const item of items) {
    const text = item.textContent.toLowerCase();
    const fits = words.every((word) => text.includes(word))
      && Number(item.dataset.severity) <= Number(severity.value)
      && (provider.value === '' || item.dataset.provider === provider.value)
      && (!inhead.checked || item.dataset.head === 'in')
      && (accepted.checked || item.dataset.suppressed === 'no');
    item.hidden = !fits;
    if (!fits) hidden.add(item.querySelector('h2').id);
  }
  for (const bar of bars) bar.hidden = hidden.has(bar.dataset.for);
  const key = order.value;
  const by = (a, b) => Number(a.dataset.at) - Number(b.dataset.at);
  const sorted = key === '' ? items.slice().sort(by)
    : items.slice().sort((a, b) => (a.dataset[key] < b.dataset[key] ? -1 : a.dataset[key] > b.dataset[key] ? 1 : by(a, b)));
  list.append(...sorted);
  shown.textContent = items.length - hidden.size + ' of ' + items.length + ' shown';
}
function step(by) {
  const heads = Array.from(list.querySelectorAll('li:not([hidden]) > article > h2'));
  const within = document.activeElement.closest('article');
  const at = heads.findIndex((head) => head.parentElement === within);
  const next = heads[at < 0 && by < 0 ? heads.length - 1 : at + by];
  if (next) { next.focus(); next.scrollIntoView({ block: 'nearest' }); }
}
for (const control of [search, severity, provider, order, inhead, accepted]) control.addEventListener('input', update);
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = /^(?:INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
  if (event.key === 'Escape' && document.activeElement === search) { search.value = ''; update(); search.blur(); }
  if (typing) return;
  if (event.key === '/') { event.preventDefault(); search.focus(); }
  if (event.key === 'j') step(1);
  if (event.key === 'k') step(-1);
});
byId('controls').hidden = false;
update();
`;
