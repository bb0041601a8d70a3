"""Cuts a post's words at the edges of the evidence, so that each piece can be escaped by itself.

Post text is hostile input. Nothing here makes HTML but `visible`, which escapes first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from audit.results import Span

LONG = 5_000  # code points; a longer text is shown in part, so that one huge record cannot swamp the page
HEAD = 1_500  # of a long text, always shown from its start
AROUND = 300  # of a long text, shown on both sides of evidence
WINDOWS = 40  # of a long text, so many places with evidence are shown

# What a reader could not see and a browser would obey or lose: controls, bidi overrides, halves of surrogate pairs
_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is marked, or not; or the place where part of a long text was left out."""

    text: str
    marked: bool = False
    labels: tuple[str, ...] = ()  # what was found here
    left_out: int = 0  # code points left out here; `text` is then empty


def pieces(text: str, spans: Iterable[Span]) -> list[Piece]:
    """The text in pieces, in order. Joined they are the text; of a text over LONG, what stands around the evidence.

    Spans may overlap, repeat or reach past the end; those that hold nothing are dropped.
    """
    held = [(max(0, s.start), min(len(text), s.end), s.label) for s in spans]
    held = sorted({span for span in held if span[0] < span[1]})
    found: list[Piece] = []
    at = 0
    for start, end in _shown(len(text), held):
        if start > at:
            found.append(Piece("", left_out=start - at))
        found += _cut(text, held, start, end)
        at = end
    if at < len(text):
        found.append(Piece("", left_out=len(text) - at))
    return found


def _shown(length: int, held: list[tuple[int, int, str]]) -> list[tuple[int, int]]:
    """The parts of a text to show, in order, not touching each other."""
    if length <= LONG:
        return [(0, length)]
    shown = [(0, HEAD)]
    for start, end, _ in held[:WINDOWS]:
        start, end = max(0, start - AROUND), min(length, end + AROUND, start + 2 * HEAD)
        if start <= shown[-1][1]:
            shown[-1] = (shown[-1][0], max(shown[-1][1], end))
        else:
            shown.append((start, end))
    return shown


def _cut(text: str, held: list[tuple[int, int, str]], start: int, end: int) -> list[Piece]:
    """The text between start and end. Evidence that overlaps or touches is one piece: cut up it would be hard to read."""
    cut: list[Piece] = []
    at = start
    for left, right, labels in _runs(held):
        left, right = max(left, start), min(right, end)
        if left >= right:
            continue
        if left > at:
            cut.append(Piece(text[at:left]))
        cut.append(Piece(text[left:right], True, labels))
        at = right
    if at < end:
        cut.append(Piece(text[at:end]))
    return cut


def _runs(held: list[tuple[int, int, str]]) -> list[tuple[int, int, tuple[str, ...]]]:
    """Spans (sorted) joined where they overlap or touch, with all their labels."""
    runs: list[tuple[int, int, dict[str, None]]] = []
    for left, right, label in held:
        if runs and left <= runs[-1][1]:
            before = runs.pop()
            runs.append((before[0], max(before[1], right), before[2] | {label: None}))
        else:
            runs.append((left, right, {label: None}))
    return [(left, right, tuple(labels)) for left, right, labels in runs]


def visible(text: str) -> Markup:
    """The text as HTML: escaped, and each character that nobody could see written as its number."""
    return Markup(_HIDDEN.sub(lambda m: f'<span class="ctl">U+{ord(m[0]):04X}</span>', str(escape(text))))


def excerpt(text: str, length: int) -> str:
    """The first words, in one line, for places where there is no room for more."""
    line = " ".join(_HIDDEN.sub("\ufffd", text[: 4 * length]).split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"
