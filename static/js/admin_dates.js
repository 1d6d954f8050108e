// Reads typed days and times back in words beside their field, as the server reads them. What is typed is never changed.
// The calendar opens on the day that was read, and not at all when its field was left before it opened.
(() => {
  const BUTTONS = { prev: "Previous", next: "Next", today_button: "Today" };
  const NOTHING = { value: "", words: "", problem: "" };

  const place = (input) => document.getElementById(`${input.id}-read-back`);
  const calendar = (input) => jQuery(input).data("xdsoft_datetimepicker");
  const reads = (event) => event.target instanceof HTMLInputElement && event.target.dataset.reads;

  // What was wrong with a text that is not there any more.
  const forget = (input) => {
    const field = input.closest("[data-field]");
    field?.classList.remove("w-field--error");
    field?.querySelector("[data-field-errors]")?.replaceChildren();
  };

  const tell = (input, { value, words, problem }) => {
    const target = place(input);
    input.dataset.holds = value;
    target.textContent = words || problem;
    target.classList.toggle("read-back--problem", Boolean(problem));
    if (problem) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  };

  const ask = async (text, input) => {
    const asked = new URLSearchParams({ text, kind: input.dataset.reads });
    try {
      const answer = await fetch(`${place(input).dataset.address}?${asked}`);
      return answer.ok ? await answer.json() : NOTHING;
    } catch {
      return NOTHING;
    }
  };

  const readBack = async (input) => {
    const text = input.value.trim();
    const answer = text ? await ask(text, input) : NOTHING;
    if (input.value.trim() === text) tell(input, answer);
  };

  // A day without a time would be taken for one of Greenwich.
  const held = (input) => {
    const { holds } = input.dataset;
    return holds ? new Date(holds.includes("T") ? holds : `${holds}T00:00`) : new Date();
  };

  document.addEventListener("input", (event) => {
    if (!reads(event)) return;
    forget(event.target);
    tell(event.target, NOTHING);
  });

  document.addEventListener("change", (event) => {
    if (!reads(event)) return;
    forget(event.target);
    readBack(event.target);
  });

  // It opens a moment after its field was reached; by then the field may be left.
  const opened = (input, open) => {
    if (document.activeElement !== input) {
      open.trigger("close.xdsoft");
      return;
    }
    open.data("xdsoft_datetime").setCurrentTime(held(input));
    for (const [name, label] of Object.entries(BUTTONS)) open.find(`.xdsoft_${name}`).attr("aria-label", label);
  };

  document.addEventListener("focusin", (event) => {
    if (!reads(event)) return;
    const open = calendar(event.target);
    open?.off("open.xdsoft.held").on("open.xdsoft.held", () => opened(event.target, open));
  });
})();
