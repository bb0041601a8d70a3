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
    at, position = _skip(text, start + 1), 0
    begins = re.compile(opening or _opening(text, at))
    while at < len(text) and text[at] != "]":
        position += 1
        first = at
        try:
            row, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            yield Problem(f"{name}#{position}", "This record is damaged or cut off.")
            at = _next(text, first + 1, begins)
            if at < 0:
                return
            continue
        yield position, row
        at = _skip(text, at)
        if text[at : at + 1] == ",":
            at = _skip(text, at + 1)
        elif at < len(text) and text[at] != "]":
            yield Problem(f"{name}#{position}", "This record is damaged at its end.")
            at = _next(text, at, begins)
            if at < 0:
                return
    if at >= len(text):
        yield Problem(name, "This file is cut off at its end. What could be read was read.", 0)
    elif rest and text[at + 1 :].strip():
        yield Problem(name, "This file goes on after the end of its list. What follows was not read.", 0)


def _opening(text: str, at: int) -> str:
    """What records begin with: an object with the same first key, or a string."""
    found = re.compile(r'\{\s*("(?:[^"\\]|\\.)*")\s*:').match(text, at)
    return r"\{\s*" + re.escape(found[1]) + r"\s*:" if found else '"'


def _next(text: str, at: int, begins: re.Pattern[str]) -> int:
    """Where the next record begins: such things stand inside records too, but not after a comma or bracket. -1: none."""
    for found in begins.finditer(text, at):
        before = found.start() - 1
        while before >= 0 and text[before].isspace():
            before -= 1
        if before >= 0 and text[before] in ",[":
            return found.start()
    return -1


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at
