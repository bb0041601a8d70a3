"""What in a post could tell who somebody else is: names, places, dates, ages. The supervisor's copy replaces these."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from audit import language
from audit.results import Span

NAMES = {
    "PERSON": "person",
    "PLACE": "place",
    "HANDLE": "person",
    "EMAIL_ADDRESS": "contact",
    "PHONE_NUMBER": "contact",
}
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
WORDED = (
    (
        "age",
        re.compile(
            r"\b\d{1,3}[ -]?(?:yrs?|years?|months?|weeks?|days?)[ -]?olds?\b|\b(?:aged?|at) \d{1,3}\b|\b\d{1,3} ?y/?o\b|\b[mf] ?\d{2}\b|\b\d{2} ?[mf]\b"
        ),
    ),
    (
        "date",
        re.compile(
            rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}\b(?: \d{{4}})?|\b{MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b|\b\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}\b"
        ),
    ),
    ("day", re.compile(r"\b(?:last |this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b")),
    ("place", re.compile(r"\b(?:bay|bed|ward|room|theatre|flat|house|cubicle) ?\d+[a-z]?\b")),
)


def mentions(readings: Sequence[language.Reading], own_names: Collection[str] = ()) -> Iterator[tuple[Span, ...]]:
    """For each reading spans in the judged text, in order, none overlapping; the label says what kind of thing it is."""
    for reading, entities in zip(readings, language.every_entity(readings, own_names), strict=True):
        within = "context" if reading.of_context else "text"
        found = [(e.start, e.end, NAMES.get(e.label, "number")) for e in entities if e.label != "URL"]
        for label, pattern in WORDED:
            found += [
                (*reading.normal.back(hit.start(), hit.end()), label) for hit in pattern.finditer(reading.normal.text)
            ]
        kept: list[Span] = []
        for start, end, label in sorted(found, key=lambda item: (item[0], -item[1])):
            if not kept or start >= kept[-1].end:
                kept.append(Span(start, end, label, within))  # type: ignore[arg-type]
        yield tuple(kept)
