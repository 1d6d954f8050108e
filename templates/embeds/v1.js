// Puts a frame of this catalog in the place of each link marked data-stackway. Without it the link stays.
(() => {
  // Where the script came from; a copy inside the page, in a module or on another server knows its home by name.
  const from = document.currentScript?.src ?? "";
  const here = new URL(from.split(/[?#]/)[0].endsWith("/embed/v1.js") ? from : "{{ site|escapejs }}").origin;
  const known = /^\/(?:priorities|pathways)\/[^/]+(?=\/?$)/i;
  const marked = "a[data-stackway][href]:not([data-stackway-silent])";
  const patience = 5000;
  const frames = new Map();

  const isShown = (node) => node.localName === "title" || getComputedStyle(node).display !== "none";
  const isInline = (node) => getComputedStyle(node).display === "inline" && node.localName !== "br";

  // What a screen reader says of a link: its own words, and what stands for its pictures.
  const nameOf = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute("aria-hidden") === "true") return "";
    if (!isShown(node)) return "";
    const labels = (node.getAttribute("aria-labelledby") ?? "").split(/\s+/).map((id) => document.getElementById(id));
    const told = labels.map((label) => label?.textContent ?? "").join(" ").trim();
    const said = [told, node.getAttribute("aria-label"), node.getAttribute("alt")].find((one) => one?.trim());
    if (said) return ` ${said} `;
    const words = [...node.childNodes].map(nameOf).join("");
    const name = words.trim() ? words : (node.getAttribute("title") ?? "");
    return isInline(node) ? name : ` ${name} `;
  };

  const giveWay = (frame) => {
    const link = frames.get(frame);
    if (!link) return;
    frames.delete(frame);
    link.dataset.stackwaySilent = "";
    frame.replaceWith(link);
  };

  const frameFor = (link) => {
    const path = link.origin === here && known.exec(link.pathname);
    if (!path) return;
    const frame = document.createElement("iframe");
    frame.src = `${here}/embed${path[0]}/${link.search}`;
    frame.title = nameOf(link).replace(/\s+/g, " ").trim() || "Stackway";
    frame.loading = "lazy";
    frame.referrerPolicy = "no-referrer";
    frame.style.cssText = "display:block;inline-size:100%;block-size:40rem;border:0";
    frame.addEventListener("load", () => setTimeout(() => frame.dataset.spoke || giveWay(frame), patience));
    frames.set(frame, link);
    link.replaceWith(frame);
  };

  const look = () => document.querySelectorAll(marked).forEach(frameFor);

  addEventListener("message", (event) => {
    const frame = [...frames.keys()].find((one) => one.contentWindow === event.source);
    const height = event.data?.stackwayHeight;
    if (!frame || event.origin !== here || typeof height !== "number") return;
    frame.dataset.spoke = "true";
    if (height > 0 && height < 100000) frame.style.blockSize = `${Math.ceil(height)}px`;
  });

  const start = () => {
    look();
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ["data-stackway", "href"],
    });
  };

  // A link that is still being read has not all its words yet.
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})();
