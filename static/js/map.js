// Marks on a pathway's map which stacks are linked to one, and tells on it what somebody holds. Nothing leaves the browser.
const HELD = "stackway-held";
const SVG = "http://www.w3.org/2000/svg";

const script = document.querySelector("script[data-counts]");
const [counts, undecided] = ["counts", "undecided"].map((name) => JSON.parse(script?.dataset[name] ?? "{}"));

const title = (card) => card.querySelector(".t").textContent;

const heldSlugs = () => {
  try {
    const read = JSON.parse(localStorage.getItem(HELD) ?? "[]");
    return new Set(Array.isArray(read) ? read.filter((slug) => typeof slug === "string") : []);
  } catch {
    return new Set(); // storage is closed, or holds what is not ours
  }
};

const tick = (pile, rect) => {
  const place = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  const middle = Number(rect.getAttribute("y")) + Number(rect.getAttribute("height")) / 2;
  for (const [name, value] of [["x", "100%"], ["y", middle - 4.5], ["width", 20], ["height", 9]]) place.setAttribute(name, value);
  path.setAttribute("class", "tk");
  path.setAttribute("d", "M8.5 4.5l3 3 5.5-6.5");
  place.append(path);
  pile.append(place);
};

// A finished stack holds the members that its rule leaves no choice of; which others were taken is not known.
const withStacks = (held, cards) => {
  const found = new Set(held);
  for (const { dataset } of cards) {
    if (held.has(dataset.stack)) for (const slug of dataset.sure.split(" ")) found.add(slug);
  }
  return found;
};

// What is held under another name: an edition or a micro-credential that somebody says counts, or that may count.
const standing = (among, slug, held) => !held.has(slug) && (among[slug] ?? []).some((other) => held.has(other));

const told = (members, held) => {
  const direct = members.filter((slug) => held.has(slug)).length;
  const counted = members.filter((slug) => standing(counts, slug, held)).length;
  const open = members.filter((slug) => !standing(counts, slug, held) && standing(undecided, slug, held)).length;
  const lines = [];
  const by = counted === direct + counted ? "by what counts for it" : `${counted} of them by what counts for it`;
  if (direct + counted) lines.push(`You hold ${direct + counted} of ${members.length}${counted ? `, ${by}` : ""}`);
  if (open) lines.push(`You hold another edition of ${open} of ${members.length}; whether it counts is for the issuer to say`);
  return lines;
};

const showHeld = (card, held) => {
  const plates = card.dataset.members.split(" ");
  const members = [...new Set(plates)].filter((slug) => slug && slug !== "-");
  const lines = told(members, held);
  const has = (slug) => held.has(slug) || standing(counts, slug, held);
  const count = members.filter(has).length;
  for (const old of card.querySelectorAll(".hold, .pile svg:has(.tk)")) old.remove();
  const pile = card.querySelector(".pile");
  const rects = [...pile.querySelectorAll(":scope > rect")];
  pile.classList.toggle("ticked", count > 0);
  rects.forEach((rect, place) => {
    const is = rects.length === plates.length && has(plates[place]);
    rect.classList.toggle("held", is);
    if (is) tick(pile, rect);
  });
  const finished = held.has(card.dataset.stack);
  for (const line of finished ? ["You have finished this stack"] : lines.reverse()) {
    const words = document.createElement("p");
    words.className = "hold";
    words.textContent = line;
    card.querySelector(".m").after(words);
  }
};

const prepare = (map) => {
  const cards = new Map([...map.querySelectorAll(".node")].map((card) => [card.id, card]));
  const links = [];
  const said = document.createElement("p");
  const looked = { pointer: null, focus: null };
  let kept = null;
  said.className = "vh";
  said.setAttribute("role", "status");

  // The words at a card tell every link, also those that no line draws.
  for (const card of cards.values()) {
    for (const word of card.querySelectorAll(".lk a[href^='#']")) {
      const other = cards.get(decodeURIComponent(word.hash.slice(1)));
      const onward = word.parentElement.classList.contains("onward");
      if (other) links.push(onward ? [card.id, other.id] : [other.id, card.id]);
    }
  }

  const reached = (start, from, to) => {
    const found = new Set();
    const pending = [start];
    while (pending.length) {
      const here = pending.pop();
      for (const link of links) {
        if (link[from] === here && link[to] !== start && !found.has(link[to])) {
          found.add(link[to]);
          pending.push(link[to]);
        }
      }
    }
    return found;
  };

  const light = (id) => {
    const before = id ? reached(id, 1, 0) : new Set();
    const after = id ? reached(id, 0, 1) : new Set();
    const inside = (ids, path) => [path.dataset.before, path.dataset.after].every((end) => ids.has(end) || end === id);
    map.classList.toggle("lighting", before.size + after.size > 0);
    for (const [key, card] of cards) card.classList.toggle("lit", before.has(key) || after.has(key));
    for (const path of map.querySelectorAll(".draw .lnk")) {
      path.classList.toggle("lit", Boolean(id) && (inside(before, path) || inside(after, path)));
    }
    return [before, after].map((ids) => [...cards.keys()].filter((key) => ids.has(key)).map((key) => title(cards.get(key))));
  };

  const tell = (id) => {
    const [before, after] = light(id);
    const list = (titles) => titles.join("; ") || "nothing on this pathway";
    said.textContent = id ? `${title(cards.get(id))}. Leads to it: ${list(before)}. It leads to: ${list(after)}.` : "";
  };

  const pressed = (button, card) => () => {
    if (!said.isConnected) map.after(said); // empty until something is marked, so that it takes no room before
    kept = kept === card.id ? null : card.id;
    for (const other of map.querySelectorAll("button[aria-pressed]")) other.ariaPressed = String(other === button && kept !== null);
    setTimeout(tell, 0, kept); // what a screen reader is to say comes after the place where it is said
  };

  const look = (by, id) => () => {
    looked[by] = id;
    light(looked.pointer ?? looked.focus ?? kept);
  };

  const explain = () => {
    const line = document.createElement("li");
    line.className = "drawn pointing";
    line.innerHTML = '<svg class="sign" viewBox="0 0 54 24" aria-hidden="true" focusable="false"><path class="lnk" d="M0 12H30"/><path class="bar lit" d="M32 3H52V21H32Z"/></svg><span><strong>Point at a stack</strong> or step into it: what is linked to it stands out</span>';
    map.querySelector(".key").append(line);
  };

  const mark = () => {
    for (const card of cards.values()) {
      if (!links.some((ends) => ends.includes(card.id))) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.ariaPressed = "false";
      button.innerHTML = 'Mark linked stacks<span class="vh"> that lead to and from </span>';
      button.lastChild.append(title(card));
      button.addEventListener("click", pressed(button, card));
      card.querySelector("details").append(button);
      for (const [by, begins, ends] of [["pointer", "pointerenter", "pointerleave"], ["focus", "focusin", "focusout"]]) {
        card.addEventListener(begins, look(by, card.id));
        card.addEventListener(ends, look(by, null));
      }
    }
    if (links.length && map.querySelector(".draw")) explain();
  };

  const overlay = () => {
    const held = withStacks(heldSlugs(), cards.values());
    for (const card of cards.values()) showHeld(card, held);
  };

  mark();
  overlay();
  addEventListener("stackway-moved", overlay);
  addEventListener("storage", (event) => { if (event.key === HELD) overlay(); });
};

for (const map of document.querySelectorAll(".map")) prepare(map);
