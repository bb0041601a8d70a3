"""What stands in a copy in place of an age, a date, a day or a place, so that it tells nobody who it was and still reads well."""

from __future__ import annotations

import re

SEASONS = tuple("winter winter spring spring spring summer summer summer autumn autumn autumn winter".split())
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
_DECADES = "- teens twenties thirties forties fifties sixties seventies eighties nineties".split()
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_KINDS = (
    "school",
    "academy",
    "college",
    "infirmary",
    "hospital",
    "hospice",
    "surgery",
    "ward",
    "street",
    "road",
    "lane",
    "clinic",
    "church",
    "farm",
    "centre",
)
_CARE_PLACES = ("bay", "bed", "ward", "room", "theatre", "flat", "house", "cubicle")
_POINTING = re.compile(r"\b(?:the|an?|my|our|your|his|her|their|this|that|every|each|last|next)\s+$", re.IGNORECASE)
_PART_OF_DAY = re.compile(r"\s+(?:morning|lunchtime|afternoon|evening|night)\b", re.IGNORECASE)
# Words that follow "a 15-year-old" when it stands for the person; any other word is taken for a noun: "a 15-year-old boy"
_NO_NOUN = frozenset(
    "a after again an and as asked at because before but by came can could died did for from got had has he her his i if in into is it "
    "just like me my not now of off on or said says she so that the then they this to today told tonight until was we were when where "
    "which who whose will with would yesterday you".split()
)


def age(words: str, after: str = "") -> str:
    """ "at 42" becomes "in their forties", "42-year-old" becomes "forty-something"."""
    years = _years(words)
    if re.match(r"\s*(?:age|aged|at)\b", words, re.IGNORECASE):
        if years < 10:
            return "as a young child"
        return f"in their {_DECADES[years // 10]}" if years < 100 else "in great age"
    follows = re.match(r"[ -]*([a-z]+)", after, re.IGNORECASE)
    alone = not follows or follows[1].casefold() in _NO_NOUN
    some = "s" if alone and re.search(r"olds$", words, re.IGNORECASE) else ""
    if re.search(r"month|week|day", words, re.IGNORECASE):
        return ("babies" if some else "baby") if alone else "baby"
    if years < 13:
        return ("young children" if some else "young child") if alone else "young"
    if years < 20:
        return f"teenager{some}" if alone else "teenage"
    return f"{_TENS[years // 10]}-something{some}" if years < 100 else "very old" + (" person" if alone else "")


def _years(words: str) -> int:
    if hit := re.search(r"\d+", words):
        return int(hit[0])
    written = re.findall("[a-z]+", words.casefold().replace("tieth", "ty"))
    tens = next((10 * _TENS.index(word) for word in written if word in _TENS), 100 if "hundred" in written else 0)
    return tens + next((_NUMBERS.index(word) + 1 for word in written if word in _NUMBERS), 0)


def date(words: str, year: str, before: str = "") -> str:
    """ "14 May 2018" becomes "one day in spring 2018"; `year` is used when the words have none."""
    if re.fullmatch(r"\d{4}", words):  # "born in 1934"
        return f"the {words[:3]}0s"
    lower = words.casefold()
    month = next((number for number, name in enumerate(_MONTHS) if name in lower), None)
    written = re.search(r"\b(?:19|20)\d\d\b", words)
    when = written[0] if written else year
    if month is not None:
        when = f"{SEASONS[month]} {when}".strip()
    return ("day" if _POINTING.search(before) else "one day") + (f" in {when}" if when else "")


def day(before: str = "", after: str = "") -> str:
    """ "Friday" becomes "one day"; "every Friday" becomes "every day", "Friday night" becomes "one night"."""
    if _PART_OF_DAY.match(after):
        return "one"
    return "day" if _POINTING.search(before) else "one day"


def place(words: str, before: str = "") -> str:
    """ "bay 3" becomes "a bay"; "the Talgarth" becomes "the place"."""
    folded = words.casefold()
    named = next((kind for kind in _KINDS if folded.endswith(f" {kind}")), "place")  # "Bryn Elli school"
    kind = next((kind for kind in _CARE_PLACES if re.match(rf"{kind} ?\d", folded)), named)
    return kind if _POINTING.search(before) else f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def fitted(original: str, changes: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The same changes as they read best: one for two names of one person, a capital where a sentence begins, "a" for "an"."""
    made: list[tuple[int, int, str]] = []
    for start, end, new in changes:
        if made and made[-1][2] == new and original[made[-1][1] : start] == " " and new.startswith("\ue000"):
            made[-1] = (made[-1][0], end, new)
            continue
        before = original[max(0, start - 20) : start]
        ended = before.rstrip(" ")
        if (not ended or ended[-1] in ".!?…\n\r") and not original[start].islower():
            new = new[:1].upper() + new[1:]
        article = re.search(r"\b(a)n $", before, re.IGNORECASE)
        apart = not made or made[-1][1] <= start - 3
        if article and apart and new[:1].isalpha() and new[0].casefold() not in "aeiou":
            made.append((start - 3, start, f"{article[1]} "))
        made.append((start, end, new))
    return made
