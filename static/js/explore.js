// Keeps what a visitor has opened open while the filters are counted anew, and leads to the results when asked.
const filters = document.getElementById("filters");
const panel = filters.querySelector("details.filters");
let opened = [];

const toResults = () => document.getElementById("found").focus();

// Going back while the page still loads changes the address before anybody listens.
const same = (search) => new URLSearchParams(search).toString();
addEventListener("load", () => {
  if (same(location.search) !== same(filters.dataset.asked)) location.reload();
});

document.body.addEventListener("htmx:beforeSwap", () => {
  opened = [...filters.querySelectorAll("details[open][id]")].map((one) => one.id);
});

document.body.addEventListener("htmx:oobAfterSwap", () => {
  for (const id of opened) document.getElementById(id)?.setAttribute("open", "");
});

// A value that nothing has any more is gone, and the focus with it.
document.body.addEventListener("htmx:afterSettle", () => {
  if (document.activeElement === document.body) toResults();
});

// A day is typed in parts, and each may make a day that nobody means: it is asked for when all is said.
filters.addEventListener("change", (event) => {
  if (event.target.name === "on") event.stopPropagation();
}, true);

// A value that narrows another is meant in its place, and the other in the place of all that narrow it.
filters.addEventListener("change", ({ target }) => {
  if (!target.checked) return;
  const wider = target.dataset.within;
  const others = wider ? `[id="${wider}"]` : `[data-within="${target.id}"]`;
  for (const one of filters.querySelectorAll(others)) one.checked = false;
}, true);

// A day that was not given is no part of the address.
filters.addEventListener("formdata", (event) => {
  if (!event.formData.get("on")) event.formData.delete("on");
});

filters.addEventListener("submit", (event) => {
  if (!event.submitter?.closest(".apply")) return;
  panel.open = false;
  filters.addEventListener("htmx:afterSettle", toResults, { once: true });
});
