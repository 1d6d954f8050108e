// Reads typed days and times back in words beside their field, as the server reads them, and closes a calendar that
// opened after its field was left. What is typed is never changed.
(() => {
  const OPENS_LATE = 250;

  const place = (input) => document.getElementById(`${input.id}-read-back`);

  // What was wrong with a text that is not there any more.
  const forget = (input) => {
    const field = input.closest("[data-field]");
    field?.classList.remove("w-field--error");
    field?.querySelector("[data-field-errors]")?.replaceChildren();
  };

  const tell = (input, words, problem) => {
    const target = place(input);
    if (!target) return;
    target.textContent = words || problem;
    target.classList.toggle("read-back--problem", Boolean(problem));
    if (problem) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  };

  const readBack = async (input) => {
    const text = input.value.trim();
    const asked = new URLSearchParams({ text, kind: input.dataset.reads });
    try {
      const answer = text ? await fetch(`${place(input).dataset.address}?${asked}`) : null;
      const { words, problem } = answer ? await answer.json() : { words: "", problem: "" };
      if (input.value.trim() === text) tell(input, words, problem);
    } catch {
      tell(input, "", "");
    }
  };

  const reads = (event) => event.target instanceof HTMLInputElement && event.target.dataset.reads;

  document.addEventListener("input", (event) => {
    if (!reads(event)) return;
    forget(event.target);
    tell(event.target, "", "");
  });

  document.addEventListener("change", (event) => {
    if (!reads(event)) return;
    forget(event.target);
    readBack(event.target);
  });

  document.addEventListener("focusout", (event) => {
    if (!reads(event)) return;
    const input = event.target;
    setTimeout(() => {
      if (document.activeElement !== input) jQuery(input).datetimepicker("hide");
    }, OPENS_LATE);
  });
})();
