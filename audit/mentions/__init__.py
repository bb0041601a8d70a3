"""What in a post could tell who somebody else is: names, places, dates, ages. The supervisor's copy replaces these.

Here a doubt counts towards taking out: a word too many is a pity, a name too few may harm somebody. It is never complete.
Only the words that are judged are looked through; other people's words beside them are no part of a copy.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from audit import language, naming
from audit.mentions import ages, capitals, contacts, whereabouts
from audit.particulars import Entity
from audit.results import Span

NAMES = {
    "PERSON": "person",
    "PLACE": "place",
    "HANDLE": "person",
    "EMAIL_ADDRESS": "contact",
    "PHONE_NUMBER": "contact",
    "STREET_ADDRESS": "place",
}
MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
WORDED = (
    (
        "date",
        re.compile(
            rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}\b(?: \d{{4}})?|\b{MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b"
            r"|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b(?:19|20)\d\d[/.-]\d{1,2}[/.-]\d{1,2}\b|(?<=\bborn in )(?:19|20)\d\d\b"
            r"|(?:(?<=\bon )|(?<=\bby )|(?<=\btill )|(?<=\bsince ))the \d{1,2}(?:st|nd|rd|th)\b(?! (?:time|floor|hole|green|tee|go|of|century|anniversary|birthday))"
        ),
    ),
    ("day", re.compile(rf"\b(?:last |this |next )?{_WEEKDAY}\b")),
    (
        "place",
        re.compile(
            r"\b(?:bay|bed|ward|room|rm|theatre|flat|house|cubicle) ?\d+[a-z]?\b(?! (?:hours?|hrs?|days?|nights?|weeks?|months?|years?)\b)"
            r"|(?<=\bat )(?:no\.? ?|number )\d{1,4}[a-c]?\b"
        ),
    ),
)
_WORDS, _NO_NAME = "surnames_that_are_words.txt", "not_in_name.txt"  # lists in audit/names
_TITLES = frozenset("mr mrs ms miss mx dr prof sister nurse auntie aunty uncle".split())
_LEADS = re.compile(r"\b(?:in|near|from|outside) $", re.IGNORECASE)
_AT = re.compile(r"at ", re.IGNORECASE)
_OWN = re.compile(r"['’]s$")
_FIRST = re.compile(r"([^\W\d_]+) +(?=\S)")
_SUNG = re.compile(r"\b(?:sing|sings|singing|sang|sung|hum|hums|hummed|humming) (?:along to )?$", re.IGNORECASE)
_LAND = frozenset(
    "island beach park bay hill road street lane avenue square station bridge castle stadium home hospital school".split()
)


def mentions(readings: Sequence[language.Reading], own_names: Collection[str] = ()) -> Iterator[tuple[Span, ...]]:
    """For each reading spans in the judged text, in order, none overlapping; the label says what kind of thing it is."""
    own = naming.name_words([*own_names, *(reading.account for reading in readings)])
    for reading, entities in zip(readings, language.every_entity(readings, own_names), strict=True):
        within = "context" if reading.of_context else "text"
        found = [named for entity in entities if (named := _named(reading.text, entity))]
        for label, pattern in WORDED:
            found += [(*reading.normal.back(*hit.span()), label) for hit in pattern.finditer(reading.normal.text)]
        found += [(*reading.normal.back(start, end), "age") for start, end in ages.ages(reading)]
        found += [(start, end, "place") for start, end in whereabouts.places(reading.text)]
        found += [
            name for name in capitals.names(reading.text) if not naming.is_own(reading.text[name[0] : name[1]], own)
        ]
        behind = [ages.age_behind(reading.text, end) for _, end, label in found if label in ("person", "name")]
        found += [(*age, "age") for age in behind if age]
        found += contacts.contacts(reading.text)
        kept: list[Span] = []
        for start, end, label in sorted(found, key=lambda item: (item[0], -item[1])):
            if kept and _AT.fullmatch(reading.text, kept[-1].start, start) and end > kept[-1].end:
                kept.pop()  # "at [22 Acacia Avenue]" is no age
            if kept and end <= kept[-1].end:
                continue
            if kept and (start < kept[-1].end or _are_one(reading.text, kept[-1], start, label)):
                last = kept.pop()  # what sticks out would be left standing
                start, label = last.start, label if last.label == "name" else last.label
            kept.append(Span(start, end, label, within))  # type: ignore[arg-type]
        yield tuple(kept)


def _are_one(text: str, last: Span, start: int, label: str) -> bool:
    """Whether what begins at an offset goes on with the name before it: the model and the lists may each know a half."""
    names = {last.label, label} <= {"person", "name"}
    return names and text[last.end : start] in (" ", "-") and not _OWN.search(text[last.start : last.end])


def _named(text: str, entity: Entity) -> tuple[int, int, str] | None:
    """What an entity is to a copy: a person with the whole name, something else, or nothing."""
    label = NAMES.get(entity.label, "number")
    if entity.label == "URL":
        return None
    if entity.label == "PLACE" and _tells_nothing(text, entity):
        return None
    if entity.label != "PERSON":
        return entity.start, entity.end, label
    begins = entity.start
    while (first := _FIRST.match(text, begins, entity.end)) and first[1].casefold() in naming.words(_NO_NAME) - _TITLES:
        begins = first.end()  # "Poor Tanner": else every "poor" would be taken out
    words = _OWN.sub("", text[begins : entity.end]).split()
    folded = [word.casefold() for word in words]
    lower = text[begins].islower() or capitals.begins(text, begins)
    if len(words) == 1 and not entity.sure and lower and folded[0] in naming.words(_WORDS):
        return None  # "Kitchen's that way"
    if len(words) == 1 and (
        capitals.is_known(folded[0]) or (capitals.is_ordinary(folded[0]) and not capitals.is_listed(folded[0]))
    ):
        return None  # "Healthcare", "Gran"
    if folded and folded[0].rstrip(".") not in _TITLES and _SUNG.search(capitals.before(text, entity.start)):
        return None  # a song
    return (begins, entity.end, "place" if len(words) > 1 and folded[-1] in _LAND else label)


def _tells_nothing(text: str, entity: Entity) -> bool:
    """Whether a place is a nation, or an ordinary word in small letters that nothing leads to ("good at rugby")."""
    words = _OWN.sub("", text[entity.start : entity.end]).casefold().split()
    if all(map(capitals.is_known, words)):
        return True
    plain = text[entity.start : entity.end].islower() and all(map(capitals.is_ordinary, words))
    return plain and not _LEADS.search(capitals.before(text, entity.start))
