// Keeps what a teacher holds in this browser alone, if asked to, and copies the link of a plan.
const KEY = "stackway-held";

const kept = () => {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(found) ? found.filter((slug) => typeof slug === "string") : [];
  } catch {
    return [];
  }
};

const keep = (slugs) => {
  try {
    if (slugs.length) localStorage.setItem(KEY, JSON.stringify(slugs));
    else localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
};

const button = (words, act) => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "btn plain";
  made.textContent = words;
  made.addEventListener("click", () => act(made));
  return made;
};

const noun = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

// A stack that is held as a whole is kept under its kind and slug.
const counted = (held) => {
  const stacks = held.filter((one) => one.startsWith("stack:")).length;
  const rest = held.length - stacks;
  return [rest && noun(rest, "micro-credential"), stacks && noun(stacks, "stack")].filter(Boolean).join(" and ");
};

const place = document.getElementById("kept");
const marked = () => [...document.querySelectorAll("#held-now [name=held]")].map((one) => one.value);
const same = (one, other) => [...one].sort().join() === [...other].sort().join();

const tell = (words, ...buttons) => {
  place.hidden = false;
  place.replaceChildren(Object.assign(document.createElement("p"), { className: "s", textContent: words }));
  if (!buttons.length) return;
  const row = document.createElement("p");
  row.className = "btns";
  row.append(...buttons);
  place.append(row);
};

const forget = () => button("Forget them here", () => {
  keep([]);
  show();
});

const use = (slugs) => button(`Use the ${counted(slugs)} kept here`, () => {
  const address = new URL(location.href);
  for (const slug of slugs) address.searchParams.append("held", slug);
  location.assign(address);
});

function show() {
  const [asked, stored] = [marked(), kept()];
  if (asked.length && same(asked, stored)) {
    tell("What you hold is kept in this browser, and nowhere else.", forget());
  } else if (asked.length) {
    tell(
      "What you hold is in the address of this page, and nowhere else.",
      button("Keep what I hold in this browser", () => {
        if (keep(asked)) show();
        else tell("This browser does not let pages keep anything.");
      }),
    );
  } else if (stored.length) {
    tell(`This browser keeps ${counted(stored)} that you hold.`, use(stored), forget());
  } else {
    place.hidden = true;
  }
}

show();
addEventListener("stackway-moved", show);
document.body.addEventListener("htmx:afterSettle", ({ target }) => {
  show(); // what was found may be marked by now
  if (!target.matches(".swap")) return;
  target.tabIndex = -1; // the link that opened it is gone, and the focus with it
  target.focus();
});

for (const copied of document.querySelectorAll("[data-copy]")) {
  copied.hidden = false;
  copied.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(new URL(copied.dataset.copy, location.href));
      copied.textContent = "Copied";
    } catch {
      copied.textContent = "This browser does not copy. Follow “Keep this link” and take its address.";
    }
  });
}
