// Lets a visitor choose micro-credentials on several pages and compare them at once. What is chosen stays in this
// tab of the browser (sessionStorage) and goes nowhere but into the address of the comparison.
const KEY = "stackway-compare";
const MOST = 4;
const PAGE = "/compare/";

const columns = [...document.querySelectorAll("[data-column]")];

const read = () => {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => one?.slug && one?.title).slice(0, MOST) : [];
  } catch {
    return [];
  }
};

const write = (chosen) => {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(chosen));
    return true;
  } catch {
    return false;
  }
};

const address = (slugs) => `${PAGE}?${new URLSearchParams(slugs.map((slug) => ["c", slug]))}`;

const made = (name, words, facts = {}) => Object.assign(document.createElement(name), { textContent: words }, facts);

const status = made("p", "", { className: "vh" });
status.setAttribute("role", "status");

const tray = made("section", "", { className: "tray", hidden: true });
tray.setAttribute("aria-label", "Chosen to compare");
const names = made("p", "");
const go = made("a", "Compare", { className: "btn dark", rel: "nofollow" });
const clear = made("button", "Clear", { className: "btn plain", type: "button" });
const inside = made("div", "", { className: "wrap" });
inside.append(names, go, clear);
tray.append(inside);

// Shows on every link whether it is chosen, and below the page what is.
const show = () => {
  const chosen = read();
  const slugs = chosen.map((one) => one.slug);
  for (const link of document.querySelectorAll("[data-compare]")) {
    link.setAttribute("role", "button");
    link.setAttribute("aria-pressed", String(slugs.includes(link.dataset.compare)));
  }
  for (const link of document.querySelectorAll("[data-compare-now]")) {
    const own = link.dataset.compareNow;
    link.href = address([...slugs.filter((slug) => slug !== own), own].slice(-MOST));
  }
  names.textContent = `Chosen to compare (${chosen.length} of ${MOST}): ${chosen.map((one) => one.title).join("; ")}`;
  go.href = address(slugs);
  go.textContent = chosen.length > 1 ? `Compare ${chosen.length}` : "Compare";
  tray.hidden = !chosen.length || columns.length > 0;
};

// Takes a micro-credential in, or out again. Gives false where the browser keeps nothing: then the link is followed.
const choose = ({ compare: slug, title }) => {
  const chosen = read();
  const rest = chosen.filter((one) => one.slug !== slug);
  if (rest.length === chosen.length && rest.length === MOST) {
    status.textContent = `${MOST} are chosen already. Take one out first.`;
    return true;
  }
  const added = rest.length === chosen.length;
  if (!write(added ? [...chosen, { slug, title }] : rest)) return false;
  show();
  const count = rest.length + (added ? 1 : 0);
  status.textContent = `${title} ${added ? "chosen" : "taken out"}. ${count} of ${MOST} chosen to compare.`;
  return true;
};

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-compare]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (choose(link.dataset)) event.preventDefault();
});

// What says that it is a button is pressed by the space bar, too.
document.addEventListener("keydown", (event) => {
  const link = event.key === " " && event.target.closest?.("[data-compare]");
  if (!link) return;
  event.preventDefault();
  link.click();
});

clear.addEventListener("click", () => {
  write([]);
  show();
  status.textContent = "Nothing is chosen to compare.";
  document.getElementById("main")?.focus();
});

// A comparison that is open says itself what is chosen: what is added or removed there is so everywhere.
if (columns.length) write(columns.map((one) => ({ slug: one.dataset.column, title: one.textContent.trim() })));
for (const link of document.querySelectorAll("[data-remove]")) {
  link.addEventListener("click", () => write(read().filter((one) => one.slug !== link.dataset.remove)));
}

document.body.append(status, tray);
document.body.addEventListener("htmx:afterSettle", show);
addEventListener("pageshow", show);
addEventListener("stackway-moved", show);
show();
