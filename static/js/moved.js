// Follows micro-credentials that have other addresses by now in what this browser keeps. It asks for the list of all
// that moved, so that what is kept here is told to nobody.
const LIST = "/api/v1/moved";
const KEPT = [["localStorage", "stackway-held"], ["sessionStorage", "stackway-compare"]];

const read = (place, key) => {
  try {
    const found = JSON.parse(window[place].getItem(key) ?? "[]");
    return Array.isArray(found) ? found : [];
  } catch {
    return []; // storage is closed, or holds what is not ours
  }
};

const write = (place, key, kept) => {
  try {
    window[place].setItem(key, JSON.stringify(kept));
  } catch {
    // it stays as it is, and the server follows it wherever it is asked for
  }
};

const slugOf = (one) => (typeof one === "string" ? one : one?.slug);

const follow = async () => {
  const kept = KEPT.map(([place, key]) => read(place, key));
  if (!kept.some((list) => list.length)) return;
  const answer = await fetch(LIST, { credentials: "omit" });
  if (!answer.ok) return;
  const { moved } = await answer.json();
  const now = new Map(moved.filter((one) => one.kind === "micro-credential").map((one) => [one.was, one.slug]));
  let changed = false;
  KEPT.forEach(([place, key], number) => {
    if (!kept[number].some((one) => now.has(slugOf(one)))) return;
    const bySlug = new Map();
    for (const one of kept[number]) {
      const slug = now.get(slugOf(one)) ?? slugOf(one);
      bySlug.set(slug, typeof one === "string" ? slug : { ...one, slug });
    }
    write(place, key, [...bySlug.values()]);
    changed = true;
  });
  if (changed) dispatchEvent(new Event("stackway-moved"));
};

follow().catch(() => {}); // without the list everything stays as it is kept
