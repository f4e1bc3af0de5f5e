/** Style and script of the HTML report. Both are constants, so that the page's policy can name their hashes. */

export const STYLE = `
:root { color-scheme: light dark; --line: #8886; --soft: #8882; --link: light-dark(#0550ae, #6cb6ff); --critical: #a40e26; --high: #bc4c00; --medium: #8a6100; --low: #1f6f8b; --info: #59636e; }
* { box-sizing: border-box; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.3rem; margin: 0; }
h2 { font-size: 1.05rem; margin: 0 0 .5rem; overflow-wrap: anywhere; }
h3 { font-size: .95rem; margin: 0 0 .25rem; }
code, pre { font: .875rem/1.5 ui-monospace, monospace; }
code { overflow-wrap: anywhere; }
pre { overflow-x: auto; background: var(--soft); margin: .25rem 0; padding: .5rem; border-radius: .25rem; }
a { color: var(--link); }
mark { background: #ffd33d; color: #1f2328; border-radius: .2rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .5rem 0; }
dt { opacity: .75; }
dd { margin: 0; overflow-wrap: anywhere; }
ol { list-style: none; padding: 0; }
article { border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; margin: 0 0 1rem; }
article.suppressed { opacity: .7; }
figure { margin: .5rem 0; }
.severity { color: #fff; border-radius: .25rem; padding: .1rem .5rem; font-size: .8rem; }
.critical { background: var(--critical); } .high { background: var(--high); } .medium { background: var(--medium); } .low { background: var(--low); } .info { background: var(--info); }
.gap { border-left: .3rem solid var(--critical); padding-left: .75rem; font-weight: 600; }
.token { border: 1px solid var(--line); border-radius: .5rem; padding: .5rem .75rem; margin: .5rem 0; background: var(--soft); }
.controls { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; margin: 1rem 0; }
.controls label { display: grid; font-size: .85rem; }
.controls label.check { display: flex; gap: .35rem; align-items: center; }
.controls input[type=search] { min-width: 16rem; }
.controls input, .controls select { font: inherit; padding: .25rem .5rem; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
[hidden] { display: none !important; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .35rem; } }
@media print { .controls { display: none; } }
`;

export const SCRIPT = `
const list = document.getElementById('findings');
const items = Array.from(list.children);
const search = document.getElementById('search');
const severity = document.getElementById('severity');
const order = document.getElementById('order');
const accepted = document.getElementById('accepted');
const shown = document.getElementById('shown');
items.forEach((item, at) => { item.dataset.at = at; });
function update() {
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let count = 0;
  for (const item of items) {
    const text = item.textContent.toLowerCase();
    const fits = words.every((word) => text.includes(word))
      && Number(item.dataset.severity) <= Number(severity.value)
      && (accepted.checked || item.dataset.suppressed === 'no');
    item.hidden = !fits;
    if (fits) count += 1;
  }
  const key = order.value;
  const by = (a, b) => Number(a.dataset.at) - Number(b.dataset.at);
  const sorted = key === '' ? items.slice().sort(by)
    : items.slice().sort((a, b) => (a.dataset[key] < b.dataset[key] ? -1 : a.dataset[key] > b.dataset[key] ? 1 : by(a, b)));
  list.append(...sorted);
  shown.textContent = count + ' of ' + items.length + ' shown';
}
for (const control of [search, severity, order, accepted]) control.addEventListener('input', update);
document.addEventListener('keydown', (event) => {
  if (event.key === '/' && document.activeElement !== search) { event.preventDefault(); search.focus(); }
});
document.getElementById('controls').hidden = false;
update();
`;
