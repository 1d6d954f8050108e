"""Holds pages to the Nu Html Checker, all in one start of Java."""

import json
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.public.crawling import Answer

KNOWN = (
    # Safari takes a list without markers for no list at all, unless the role says so.
    "The “list” role is unnecessary for element “ul”.",
    "The “list” role is unnecessary for element “ol”.",
)


def written(answers: Iterable[Answer], folder: Path) -> dict[str, str]:
    """Write each page to a file; gives the addresses by file name."""
    addresses = {}
    for number, answer in enumerate(answers):
        name = f"{number}-{re.sub(r'[^a-z0-9]+', '-', answer.address)[:80]}.html"
        (folder / name).write_text(answer.html, encoding="utf-8")
        addresses[name] = answer.address
    return addresses


def faults(answers: Iterable[Answer], jar: Path, folder: Path) -> set[str]:
    """Every error and warning, with the address of its page."""
    addresses = written(answers, folder)
    command = ["java", "-Xss4m", "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always"]
    done = subprocess.run([*command, str(folder)], capture_output=True, text=True, check=True)
    messages = json.loads(done.stdout)["messages"]
    return {
        f"{addresses[Path(one['url']).name]}: {one['message']} {one.get('extract', '')}"
        for one in messages
        if one["message"] not in KNOWN
    }
