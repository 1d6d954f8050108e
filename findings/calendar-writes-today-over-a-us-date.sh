#!/usr/bin/env bash
# Wagtail 8.0.1's calendar for date fields writes another day into the field than was typed, without a word.
#
# What one would expect: a day typed in US notation is read, or stays as typed and is refused when the form is sent.
# What happens: when the field is left (Tab), Wagtail's calendar (its own copy of jquery-datetimepicker, with Wagtail's
# options: format Y-m-d) rewrites the text: "11/05/2026" and "Nov 5, 2026" become today, "11-5-26" becomes 2011-05-26.
# The server never sees what was typed, so no validation there can notice.
#
# Seen with: wagtail 8.0.1 (Python 3.11), its vendored jQuery 3.6.0 and jquery.datetimepicker, jsdom 26.1.0, Node 20.
# Output seen (today being 2026-12-01):
#   11/05/2026  -> 2026-12-01
#   Nov 5, 2026 -> 2026-12-01
#   11-5-26     -> 2011-05-26
#   2026-11-05  -> 2026-11-05
# Fails when any of these changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check wagtail==8.0.1 2>pip.log || { cat pip.log >&2; exit 2; }
npm install --silent --no-audit --no-fund --ignore-scripts jsdom@26.1.0
vendor=$(venv/bin/python -c 'import importlib.util, pathlib
print(pathlib.Path(importlib.util.find_spec("wagtail").origin).parent / "admin/static/wagtailadmin/js/vendor")')

cat >leave_field.js <<'JS'
const { readFileSync } = require("node:fs");
const { JSDOM } = require("jsdom");
const vendor = process.argv[2];
const dom = new JSDOM('<input id="day"><input id="next">', { runScripts: "outside-only", pretendToBeVisual: true });
const { window } = dom;
for (const name of ["jquery-3.6.0.min.js", "jquery.datetimepicker.js"]) window.eval(readFileSync(`${vendor}/${name}`, "utf8"));
const field = window.document.getElementById("day");
window.jQuery("#day").datetimepicker({ timepicker: false, scrollInput: false, format: "Y-m-d" });
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

(async () => {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const expected = { "11/05/2026": today, "Nov 5, 2026": today, "11-5-26": "2011-05-26", "2026-11-05": "2026-11-05" };
  let changed = false;
  for (const [typed, left] of Object.entries(expected)) {
    field.focus();
    await pause(300);
    field.value = typed;
    window.document.getElementById("next").focus();
    await pause(300);
    console.log(`${typed.padEnd(11)} -> ${field.value}`);
    changed ||= field.value !== left;
  }
  process.exit(changed ? 1 : 0);
})();
JS
node leave_field.js "$vendor"
