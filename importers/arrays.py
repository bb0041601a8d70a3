"""Reads long JSON arrays one record at a time; a damaged record loses only itself. Knows no platform."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from importers.posts import Problem

_SPACE = re.compile(r"\s*")
_DECODER = json.JSONDecoder()


def read_array(
    name: str, text: str, start: int = 0, opening: str = "", rest: bool = True
) -> Iterator[tuple[int, Any] | Problem]:
    """The records of the array that begins at `text[start]`, with their positions from 1.

    Whole exports reach hundreds of megabytes, and ten times that as Python objects: so one at a time. Where a record is
    damaged, reading goes on at the next that begins like the first, or as the regular expression `opening` says. `rest`
    says that nothing may come after the array.
    """
    begins = re.compile(rf"(?<=[,\[\s])(?:{opening})") if opening else None
    at, position = _skip(text, start + 1), 0
    while at < len(text) and text[at] != "]":
        position += 1
        first = at
        try:
            row, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            yield Problem(f"{name}#{position}", "This record is damaged or cut off.")
            found = begins.search(text, first + 1) if begins else None
        else:
            if begins is None and isinstance(row, dict) and row:
                begins = re.compile(r"(?<=[,\[\s])\{\s*" + re.escape(json.dumps(next(iter(row)))) + r"\s*:")
            yield position, row
            at = _skip(text, at)
            if text[at : at + 1] == ",":
                at = _skip(text, at + 1)
                continue
            if text[at : at + 1] == "]":
                break
            yield Problem(name, "This file is cut off or damaged after a record. What could be read was read.", 0)
            found = begins.search(text, at) if begins else None
        if found is None:
            return
        at = found.start()
    if at >= len(text):
        yield Problem(name, "This file is cut off at its end. What could be read was read.", 0)
    elif rest and text[at + 1 :].strip():
        yield Problem(name, "This file goes on after the end of its list. What follows was not read.", 0)


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at
