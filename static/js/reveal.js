// Opens what is folded in around the place that an address names, where the browser does not do so by itself.
const reveal = () => {
  let name = "";
  try {
    name = decodeURIComponent(location.hash.slice(1));
  } catch {
    return; // the address is damaged, and names no place
  }
  const place = name && document.getElementById(name);
  if (!place) return;
  const folded = [];
  for (let at = place.closest("details:not([open])"); at; at = at.parentElement.closest("details:not([open])")) folded.push(at);
  const next = place.matches("h2, h3") && place.nextElementSibling;
  if (next && next.matches("details.fold-in:not([open])")) folded.push(next); // a heading is the place of its list
  for (const one of folded) one.open = true;
  if (folded.length) place.scrollIntoView();
};

reveal();
addEventListener("hashchange", reveal);
// A link to the place where one is already changes nothing in the address.
document.addEventListener("click", ({ target }) => {
  if (target.closest?.('a[href^="#"]')?.hash === location.hash) reveal();
});

// Paper shows what is folded in; where a style sheet cannot say so, it is opened first.
if (!CSS.supports("selector(::details-content)")) {
  addEventListener("beforeprint", () => {
    for (const one of document.querySelectorAll("details.fold-in:not([open])")) one.open = true;
  });
}
