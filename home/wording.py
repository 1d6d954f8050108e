"""Sentences of the shell."""

from collections.abc import Sequence

FEW = 3
"""Values of a choice that are named."""


def choice(label: str, values: Sequence[str]) -> str:
    """What is chosen of a facet: “Grade: 2 or 3”, the rest of many counted."""
    more = [f"{len(values) - FEW} more"] if len(values) > FEW else []
    return f"{label}: {' or '.join([*values[:FEW], *more])}"


def looked_for_mail(looked_for: str, address: str) -> str:
    """A mail that tells what somebody looked for and did not find."""
    return (
        f"I looked for: {looked_for or '(write it here)'}\nOn the page: {address}\n\nWhat I hoped to find:\n"
    )
