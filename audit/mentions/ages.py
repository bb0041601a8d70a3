"""Ages in a post, for the supervisor's copy: said as such, behind a name, or alone where somebody is spoken of ("chap, 61, retired").

Works without a model. An hour, a score or a list of numbers is no age.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.language import Reading
from audit.mentions.capitals import before

_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_TENS = rf"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:{_UNITS}))?"
_WRITTEN = (
    rf"(?:{_TENS}|{_UNITS}|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|a hundred)"
)
_YEARS = rf"(?:1[01]\d|\d{{1,2}}|{_WRITTEN})"
_PEOPLE = (
    r"(?:he|she|him|her|his|hers|who|lady|ladies|woman|women|gent|gentleman|man|men|chap|bloke|lad|lass|boy|girl|guy|kid|child|children|baby|toddler|teen\w*|twin|"
    r"mum|mam|mother|dad|father|gran\w*|nan\w*|wife|husband|widow\w*|son|daughter|brother|sister|aunt\w*|uncle|patient|pt|client|resident|user|pensioner|farmer|"
    r"teacher|person|fella|fellow|dear|love)s?"
)
# "at 6" is mostly an hour; behind these it is an age
_HAPPENED = "".join(
    f"(?<={word} )|"
    for word in "stroke cancer diagnosed died dead widowed orphaned mum pregnant adopted abused".split()
)[:-1]
_SAID = re.compile(
    rf"\b(?:\d{{1,3}}|{_WRITTEN})[ -]?(?:yrs?|years?|months?|weeks?|days?)[ -]?(?:olds?|young)\b"
    rf"|(?:\baged? |(?:{_HAPPENED})at )(?:1[01]\d|\d{{1,2}})\b(?: (?:and|&) \d{{1,3}}\b)?"
    rf"|\bat (?:1[01]\d|[2-9]\d|1[3-9])\b|\baged? {_WRITTEN}\b(?: and {_WRITTEN}\b)?|\b\d{{1,3}} ?y[/.]?o\b"
    r"|\b\d{1,3} ?(?:yrs|years) of age\b|(?<!')(?<!\bthe )\b[mf][ /]?\d{2}\b"
    r"|\b\d{2}[ /]?[mf]\b(?! (?:walk|run|sprint|swim|dash|race|pool)s?\b)|\b\d{1,3}(?:st|nd|rd|th)(?= (?:birthday|bday|b-day)\b)|(?<=\b(?:her|his) )(?:(?:twen|thir|for|fif|six|seven|eigh|nine)tieth)\b"
)
_IS = r"(?:only |just |now |nearly |almost |about |turned |turning )*"
_ENDS = r"(?=[,.;:!?)\n](?!\d)|$| (?:and|but|now|today|this|next|with|the|last|when|on|yesterday|tomorrow|because)\b)"
_HAS_AGE = re.compile(
    rf"(?:['’]s| is| was| has| just| turned| turns| will be|,) {_IS}({_YEARS}){_ENDS}", re.IGNORECASE
)  # behind a name
_ALONE = re.compile(  # "chap on our bay, 61, retired", "lady (84)", "47, two girls at school", "the girls, six and nine, "
    rf"(?:^|(?<=[,.;:!?] )|(?<=\n)|(?<=\())({_YEARS}(?: and {_WRITTEN})?)(?=[,.;)](?!\d)|$|\n| (?:and|but|with|who|from)\b)"
)
_LISTED_BEFORE = re.compile(r"(?:^|[,.;:(]|\b(?:and|or|numbers?|scores?|pages?)) ?\d+[,;] $")
_LISTED_AFTER = re.compile(r"(?:[,;] ?|,? (?:and|or) )\d+(?=[,.;]|$| (?:and|or) \d)")
_SOMEBODY = re.compile(rf"\b{_PEOPLE}\b")
# "she is 84", "lady of 93", "he will be 80"; "turned forty three" says it by itself
_IS_AGED = re.compile(
    rf"\b{_PEOPLE}(?:'s| is| was| has| just| turned| turns| of|'ll be| will be) {_IS}({_YEARS}){_ENDS}"
    rf"|\b(?:he|she)(?:'s| is| was) {_IS}(\d\d|{_TENS}|\w+teen)\b(?![%:/]|-\d|\.\d| ?(?:st|stone|kg|k|am|pm|miles?|mins?|minutes?|hours?|hrs?|days?|weeks?|"
    r"months?|years?|yrs?|pounds?|quid|percent|points?|out|to|or|times|steps|deep|late|early|down|up)\b)"
    rf"|\bturn(?:ed|ing|s) {_IS}({_YEARS}){_ENDS}"
)


def ages(reading: Reading) -> Iterator[tuple[int, int]]:
    """(start, end) of each age in the folded text, in no order; they may overlap."""
    text = reading.normal.text
    yield from (hit.span() for hit in _SAID.finditer(text))
    yield from (hit.span(hit.lastindex or 0) for hit in _IS_AGED.finditer(text))
    for hit in _ALONE.finditer(text):
        start, end = hit.span(1)
        if hit[1].isdigit() and (_LISTED_BEFORE.search(before(text, start)) or _LISTED_AFTER.match(text, end)):
            continue
        here = next((at for at, (_, last) in enumerate(reading.sentences) if start < last), len(reading.sentences) - 1)
        near = text[reading.sentences[max(0, here - 1)][0] : reading.sentences[here][1]]
        if _SOMEBODY.search(near):
            yield start, end


def age_behind(text: str, end: int) -> tuple[int, int] | None:
    """The age behind a name that ends at an offset of the original text: "Debbie is 84"."""
    hit = _HAS_AGE.match(text, end)
    return hit.span(1) if hit else None
