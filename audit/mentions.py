"""What in a post could tell who somebody else is: names, places, dates, ages. The supervisor's copy replaces these.

Here a doubt counts towards taking out: a word too many is a pity, a name too few may harm somebody. It is never complete.
Only the words that are judged are looked through; other people's words beside them are no part of a copy.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from audit import language, naming, whereabouts
from audit.particulars import Entity
from audit.results import Span

NAMES = {
    "PERSON": "person",
    "PLACE": "place",
    "HANDLE": "person",
    "EMAIL_ADDRESS": "contact",
    "PHONE_NUMBER": "contact",
}
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_TENS = rf"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:{_UNITS}))?"
_WRITTEN = (
    rf"(?:{_TENS}|{_UNITS}|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|a hundred)"
)
_YEARS = rf"(?:1[01]\d|\d{{1,2}}|{_WRITTEN})"
WORDED = (
    (
        "age",
        re.compile(
            rf"\b(?:\d{{1,3}}|{_WRITTEN})[ -]?(?:yrs?|years?|months?|weeks?|days?)[ -]?(?:olds?|young)\b"
            rf"|\b(?:aged?|at) \d{{1,3}}\b|\baged? {_WRITTEN}\b|\b\d{{1,3}} ?y[/.]?o\b|\b\d{{1,3}} ?(?:yrs|years) of age\b|\b[mf] ?\d{{2}}\b|\b\d{{2}} ?[mf]\b(?! (?:walk|run|sprint|swim|dash|race|pool)s?\b)"
            r"|\b\d{1,3}(?:st|nd|rd|th)(?= birthday\b)"
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
_IS = r"(?:only |just |now |nearly |almost |about |turned |turning )*"
_ENDS = r"(?=[,.;:!?)\n](?!\d)|$| (?:and|but|now|today|this|next|with)\b)"
_HAS_AGE = re.compile(
    rf"(?:['’]s| is| was| has| just| turned| turns|,) {_IS}({_YEARS}){_ENDS}", re.IGNORECASE
)  # behind a name
_ALONE = re.compile(  # "chap on our bay, 61, retired", "lady (84)", "47, two girls at school"
    rf"(?:^|(?<=[,.;:!?] )|(?<=\n)|(?<=\())({_YEARS})(?=[,.;)](?!\d)|$|\n| (?:and|but|with|who|from)\b)"
)
_LISTED_BEFORE = re.compile(r"(?:^|[,.;:(]|\b(?:and|or|numbers?|scores?|pages?)) ?\d+[,;] $")
_LISTED_AFTER = re.compile(r"(?:[,;] ?|,? (?:and|or) )\d+(?=[,.;]|$| (?:and|or) \d)")
_PEOPLE = (
    r"(?:he|she|him|her|his|hers|who|lady|ladies|woman|gent|gentleman|man|men|chap|bloke|lad|lass|boy|girl|guy|kid|child|baby|toddler|teen\w*|mum|mam|mother|dad|"
    r"father|gran\w*|nan\w*|wife|husband|widow\w*|son|daughter|brother|sister|aunt\w*|uncle|patient|pt|client|resident|user|pensioner|farmer|teacher|"
    r"person|fella|fellow|dear|love)s?"
)
_SOMEBODY = re.compile(rf"\b{_PEOPLE}\b")
_IS_AGED = re.compile(rf"\b{_PEOPLE}(?:'s| is| was| has| just| turned| turns) {_IS}({_YEARS}){_ENDS}")  # "she is 84"
_WORDS, _NO_NAME = "surnames_that_are_words.txt", "not_in_name.txt"  # lists in audit/names
_TITLES = frozenset("mr mrs ms miss mx dr prof sister nurse auntie aunty uncle".split())
_NEXT = re.compile(r" ([^\W\d_][\w’'-]*)")
_PREVIOUS = re.compile(r"([^\W\d_][\w’'-]*) $")
_OWN = re.compile(r"['’]s$")
_FIRST = re.compile(r"([^\W\d_]+) +(?=\S)")
_SUNG = re.compile(r"\b(?:sing|sings|singing|sang|sung|hum|hums|hummed|humming) (?:along to )?$", re.IGNORECASE)
_LAND = frozenset(
    "island beach park bay hill road street lane avenue square station bridge castle stadium home hospital school".split()
)
_BEGINS = re.compile(r"(?:^|[^\w\s,;:&'’)(-]) *$")


def mentions(readings: Sequence[language.Reading], own_names: Collection[str] = ()) -> Iterator[tuple[Span, ...]]:
    """For each reading spans in the judged text, in order, none overlapping; the label says what kind of thing it is."""
    for reading, entities in zip(readings, language.every_entity(readings, own_names), strict=True):
        within = "context" if reading.of_context else "text"
        found = [named for entity in entities if (named := _named(reading.text, entity))]
        for label, pattern in WORDED:
            found += [(*reading.normal.back(*hit.span()), label) for hit in pattern.finditer(reading.normal.text)]
        behind = [_HAS_AGE.match(reading.text, end) for _, end, label in found if label == "person"]
        found += [(*hit.span(1), "age") for hit in behind if hit]
        found += [(*reading.normal.back(start, end), "age") for start, end in _ages_alone(reading)]
        found += [(start, end, "place") for start, end in whereabouts.places(reading.text)]
        kept: list[Span] = []
        for start, end, label in sorted(found, key=lambda item: (item[0], -item[1])):
            if not kept or start >= kept[-1].end:
                kept.append(Span(start, end, label, within))  # type: ignore[arg-type]
            elif end > kept[-1].end:  # what sticks out would be left standing
                kept[-1] = Span(kept[-1].start, end, kept[-1].label, within)  # type: ignore[arg-type]
        yield tuple(kept)


def _ages_alone(reading: language.Reading) -> Iterator[tuple[int, int]]:
    """Numbers that stand for themselves where somebody is spoken of. Offsets in the folded text."""
    text = reading.normal.text
    yield from (hit.span(1) for hit in _IS_AGED.finditer(text))
    for hit in _ALONE.finditer(text):
        start, end = hit.span(1)
        if hit[1].isdigit() and (_LISTED_BEFORE.search(text[:start]) or _LISTED_AFTER.match(text, end)):
            continue
        here = next((at for at, (_, last) in enumerate(reading.sentences) if start < last), len(reading.sentences) - 1)
        near = text[reading.sentences[max(0, here - 1)][0] : reading.sentences[here][1]]
        if _SOMEBODY.search(near):
            yield start, end


def _named(text: str, entity: Entity) -> tuple[int, int, str] | None:
    """What an entity is to a copy: a person with the whole name, something else, or nothing."""
    label = NAMES.get(entity.label, "number")
    if entity.label == "URL":
        return None
    if entity.label != "PERSON":
        return entity.start, entity.end, label
    begins = entity.start
    while (first := _FIRST.match(text, begins, entity.end)) and first[1].casefold() in naming.words(_NO_NAME) - _TITLES:
        begins = first.end()  # "Poor Tanner": else every "poor" would be taken out
    words = _OWN.sub("", text[begins : entity.end]).split()
    folded = [word.casefold() for word in words]
    lower = text[begins].islower() or _BEGINS.search(text[:begins])
    if len(words) == 1 and not entity.sure and lower and folded[0] in naming.words(_WORDS):
        return None  # "Kitchen's that way"
    if folded and folded[0].rstrip(".") not in _TITLES and _SUNG.search(text[: entity.start]):
        return None  # a song
    start, end = _whole(text, begins, entity.end)
    return (start, end, "place" if len(words) > 1 and folded[-1] in _LAND else label)


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """A person's name with the surname behind and the first name before it, whichever the model left out."""
    capitals = text[start].isupper() and not text[start:end].isupper()
    firsts, surnames = naming.listed("first_names.txt"), naming.listed("surnames.txt")
    while not _OWN.search(text[start:end]) and (after := _NEXT.match(text, end)):
        word = _OWN.sub("", after[1])
        folded = word.casefold()
        title = (
            capitals
            and len(word) > 1
            and word[0].isupper()
            and not word.isupper()
            and folded not in naming.words(_NO_NAME)
        )
        if not title and (folded not in surnames or folded in naming.words(_WORDS) or folded in naming.words(_NO_NAME)):
            break
        end = after.end()
    if text[start:end].split()[0].casefold().rstrip(".") in _TITLES:
        return start, end
    while before := _PREVIOUS.search(text[:start]):
        word, folded = before[1], before[1].casefold()
        at = start - len(before[0])
        title = (
            capitals and len(word) > 1 and word[0].isupper() and not word.isupper() and not _BEGINS.search(text[:at])
        )
        first = folded in firsts and folded not in naming.words(_WORDS) and (word[0].isupper() or not capitals)
        if folded in naming.words(_NO_NAME) or not (title or first):
            break
        start = at
    return start, end
