// Puts a frame of this catalog in the place of each link marked data-stackway. Without it the link stays.
(() => {
  // Where the script came from; a copy inside the page, in a module or on another server knows its home by name.
  const from = document.currentScript?.src ?? "";
  const here = new URL(from.split(/[?#]/)[0].endsWith("/embed/v1.js") ? from : "{{ site|escapejs }}").origin;
  const known = /^\/(?:priorities|pathways)\/[^/]+(?=\/?$)/;
  const marked = "a[data-stackway][href]";
  const patience = 5000;
  const frames = new Map();
  const silent = new WeakSet();

  const nameOf = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute("aria-hidden") === "true") return "";
    const said = node.getAttribute("aria-label") || node.getAttribute("alt");
    return said || [...node.childNodes].map(nameOf).join("") || node.getAttribute("title") || "";
  };

  const giveWay = (frame) => {
    const link = frames.get(frame);
    if (!link) return;
    frames.delete(frame);
    silent.add(link);
    frame.replaceWith(link);
  };

  const frameFor = (link) => {
    const path = link.origin === here && !silent.has(link) && known.exec(link.pathname);
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

  look();
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["data-stackway", "href"],
  });
})();
