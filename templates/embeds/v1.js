// Puts a frame of this catalog in the place of each link marked data-stackway. Without it the link stays.
(() => {
  const here = new URL(document.currentScript.src).origin;
  const known = /^\/(?:priorities|pathways)\/[^/]+(?=\/?$)/;
  const frames = new Map();

  const frameFor = (link) => {
    const address = new URL(link.href);
    const path = known.exec(address.pathname);
    if (address.origin !== here || !path) return;
    const frame = document.createElement("iframe");
    frame.src = `${here}/embed${path[0]}/${address.search}`;
    frame.title = link.textContent.trim() || "Stackway";
    frame.loading = "lazy";
    frame.referrerPolicy = "no-referrer";
    frame.style.cssText = "display:block;inline-size:100%;block-size:40rem;border:0";
    link.replaceWith(frame);
    frames.set(frame.contentWindow, frame);
  };

  const begin = () => document.querySelectorAll("a[data-stackway][href]").forEach(frameFor);

  addEventListener("message", (event) => {
    const frame = frames.get(event.source);
    const height = Number(event.data?.stackwayHeight);
    if (frame && event.origin === here && height > 0 && height < 100000) {
      frame.style.blockSize = `${Math.ceil(height)}px`;
    }
  });

  begin();
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin);
})();
