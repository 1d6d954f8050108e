"""Where an address in a text may go on in the next line: after its dots and slashes, not inside its words."""

from __future__ import annotations

import re

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

ADDRESS = re.compile(r"[\w@:?&=%+#~/-]+(?:\.[\w@:?&=%+#~/-]+)+|[\w-]+(?:/[\w-]+){2,}")
"""Words joined by dots, as a host or a mail address is, or by slashes, as a path is."""
SHORT = 12
"""An address of fewer signs fits any line."""
JOINT = re.compile(r"(?<=[./@?&=])(?=\w)")
BREAK = "<wbr>"


def breakable(text: str) -> SafeString:
    """Text as HTML, with a place to break after each dot, slash and sign of the addresses in it."""
    parts, last = [], 0
    for found in ADDRESS.finditer(text):
        if len(found[0]) >= SHORT:
            pieces = (str(conditional_escape(piece)) for piece in JOINT.split(found[0]))
            parts += [str(conditional_escape(text[last : found.start()])), BREAK.join(pieces)]
            last = found.end()
    return SafeString("".join([*parts, str(conditional_escape(text[last:]))]))
