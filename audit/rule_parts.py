"""Named parts of regexes: what several rules say alike, or what would hide the rest of a long one.

A part is a regex, or a list of alternatives. `{name}` in a regex stands for it, as a group. Shared parts stand in `rules/parts.yml`, a rule's own
under its key `parts`; each may use those above it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

Refuse = Callable[[str, str, str], NoReturn]
"""Key, what is wrong, what to do about it."""

_NAMED = re.compile(r"\{([a-z][a-z-]*)\}")


def named(entries: object, shared: Mapping[str, str], key: str, refuse: Refuse) -> dict[str, str]:
    """The parts of a file by name, with those that they use put in, beside the shared ones. `key`: where they stand; "" for a file of parts."""
    if not isinstance(entries, dict):
        refuse(key, "Parts need names.", "Write `parts: {season: [spring, summer]}`.")
    parts = dict(shared)
    for name, value in entries.items():
        if not isinstance(name, str) or not _NAMED.fullmatch(f"{{{name}}}"):
            refuse(key or str(name), f"A part is called {name!r}.", "Use small letters and hyphens.")
        if name in parts:
            refuse(key or name, f"There is a part {name} already.", "Use that one, or take another name.")
        parts[name] = f"(?:{source(value, parts, key or name, refuse)})"
    return parts


def source(value: Any, parts: Mapping[str, str], key: str, refuse: Refuse) -> str:
    """A regex as Python reads it: alternatives joined, parts put in."""

    def part(found: re.Match[str]) -> str:
        if found[1] not in parts:
            refuse(key, f"There is no part {found[1]}.", f"There are {', '.join(parts) or 'none'}.")
        return parts[found[1]]

    alternatives = value if isinstance(value, list) else [value]
    if not alternatives or not all(isinstance(one, str) and one for one in alternatives):
        refuse(key, "A regex is a text, or a list of texts.", "Put yes, no, on, off and numbers in quotation marks.")
    return _NAMED.sub(part, "|".join(alternatives))
