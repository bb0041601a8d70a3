"""Particulars: what points at one person — numbers, addresses, handles. The plain part, without a library.

Here are the quick look that most posts fail, the shapes that Presidio does not know, the context words that make a number
sure, and who wins where two shapes overlap. `audit.language` joins them with Presidio's recognisers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from audit.text import Normalised


@dataclass(frozen=True, slots=True)
class Entity:
    """Something in a post that names or identifies. Offsets are code points of the original text, end exclusive."""

    start: int
    end: int
    label: str  # PERSON, PLACE, UK_NHS, PHONE_NUMBER, HANDLE, …
    sure: bool  # numbers: checksum and context both hold; names: the evidence is strong


@dataclass(frozen=True, slots=True)
class Found:
    """A shape in folded text, before overlaps are settled."""

    start: int
    end: int
    label: str
    valid: bool = True  # False: the shape alone, needs context to be reported at all


# Who wins an overlap: earlier in this list, then the longer. An NHS number also looks like a phone number, an e-mail
# address holds a web address, a card number holds an account number.
PRECEDENCE = (
    "EMAIL_ADDRESS", "URL", "IBAN_CODE", "CREDIT_CARD", "UK_DRIVING_LICENCE", "UK_NINO", "DATE_OF_BIRTH", "UK_NHS",
    "UK_SORT_CODE", "UK_BANK_ACCOUNT", "RECORD_NUMBER", "PHONE_NUMBER", "SERVICE_NUMBER", "UK_PASSPORT", "UK_POSTCODE", "UK_VEHICLE",
    "IP_ADDRESS", "STREET_ADDRESS", "HANDLE",
)  # fmt: skip
_RANK = {label: rank for rank, label in enumerate(PRECEDENCE)}

# Most posts hold none of these and go no further
GATE = re.compile(r"@[\w.]|https?:|www\.|\d(?:[ ().-]*\d){5}|[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|[a-z]\d{1,3}[ -]?[a-z]{3}|"
                  r"[a-z]{3}[ -]?\d{1,3}[ -]?[a-z]\b|\d+[a-c]?,? [a-z']+|\d\.\d{1,3}\.\d|\d[/.-]\d+[/.-]\d|::")  # fmt: skip

# Of those, the ones that Presidio may know something about, all together and for each of its recognisers
NUMBER_GATE = re.compile(r"\d[a-z\d ().-]*\d|\d[a-z]{2}|\w@\w|::")
RECOGNISER_GATES = {
    "EMAIL_ADDRESS": re.compile(r"\S@\w[\w.-]*\.\w"),
    "PHONE_NUMBER": re.compile(r"\d(?:[ ().-]*\d){8}"),
    "UK_NHS": re.compile(r"\d{3}[ -]?\d{3}[ -]?\d{4}"),
    "UK_NINO": re.compile(r"[a-z]{2} ?\d\d ?\d\d ?\d\d ?[a-d]\b"),
    "UK_POSTCODE": re.compile(r"[a-z]\d[a-z\d]?\s?\d[a-z]{2}|gir\s?0aa"),
    "UK_PASSPORT": re.compile(r"[a-z]{2}\d{7}"),
    "UK_DRIVING_LICENCE": re.compile(r"[a-z][a-z9]{4}\d{6}[a-z9]{2}"),
    "UK_VEHICLE": re.compile(r"[a-z]\d{1,3}[ -]?[a-z]{3}|[a-z]{3}[ -]?\d{1,3}[ -]?[a-z]\b"),
    "CREDIT_CARD": re.compile(r"\d{4}[ -]?\d{3,4}[ -]?\d{3,4}"),
    "IBAN_CODE": re.compile(r"\b[a-z]{2}\d{2}[ -]?[a-z\d]{4}"),
    "IP_ADDRESS": re.compile(r"\d\.\d{1,3}\.\d|[\da-f]::?[\da-f]"),
}

_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"]*[^\s<>\"'.,;:!?)\]]")
_HANDLE = re.compile(r"(?<![\w@/.+-])@[a-z0-9_](?:[a-z0-9_.]{0,28}[a-z0-9_])?(?![\w@])")
_BIRTH = re.compile(
    r"\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?)[ :=-]{0,3}"
    r"(\d{1,2}(?:st|nd|rd|th)?[ ./-](?:of )?(?:\d{1,2}|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)"
    r"[ ./-](?:19|20)?\d\d)\b"
)
_RECORD = re.compile(
    r"\b(?:nhs|hosp(?:ital)?|patient|pt|client|case|record|referral|mrn|chi|rio|emis|systmone|mosaic|liquidlogic|unit|ward)"
    r"(?: (?:id|ref(?:erence)?|file|record))?(?: ?(?:no|num|number|id|#|ref)\b)?[.:# ]{0,3}((?=[a-z]{0,3}-?\d)[a-z]{0,3}-?(?:\d{5,10}[a-z]?|\d{3} \d{3} \d{4}))\b"
)
_SORT = re.compile(r"\b\d{2}([- ])\d{2}\1\d{2}\b(?!\1?\d)")
_ACCOUNT = re.compile(r"(?<![\d-])\d{8}(?![\d-])")
_STREET_KIND = (
    "street|road|rd|lane|ln|avenue|ave|close|cl|drive|court|crescent|cres|gardens|gdns|terrace|place|grove|mews|walk|square|"
    r"way|rise|hill|row|parade|villas|view|green|fold|croft|st(?=[,.;:)\n]|$| ?[a-z]{1,2}\d)|dr(?=[,.;:)\n]|$)"
)
# Between number and street: names. Small words mean that a quantity is counted ("12 miles of road", "9 from St Oswin's")
_SMALL = (
    "of|in|on|to|and|for|at|per|or|a|an|from|with|by|is|was|are|were|run|runs|school|bed|beds|bedroom|holes|people|men|women|kids|more|times|"
    "hours?|hrs?|minutes?|mins?|miles?|km|days?|years?|yrs?|weeks?|months?|pm|am|mg|ml|st|nd|rd|th"
)
_STREET = re.compile(
    rf"(?<![\d.:£$/-])\b(?:(?:flat|apt|apartment|unit|room) \w{{1,4}},? )?\d{{1,4}}[a-e]?,? (?:(?!(?:{_SMALL})\b)[a-z'.-]{{2,20}} ){{1,3}}"
    rf"(?:{_STREET_KIND})\b(?! (?:of|to|from|through|up|down|home)\b)"
)

_AREAS = frozenset(
    "ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk fy g gl gu gy ha hd "
    "hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr nw ol ox pa pe ph pl po pr rg rh "
    "rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf wn wr ws wv yo ze".split()
)

# Whole words near a number that say what it is; Presidio's own context words also match inside other words
_CONTEXT = {
    label: re.compile(rf"(?<![a-z0-9])(?:{words})(?![a-z0-9])")
    for label, words in {
        "UK_NHS": r"nhs (?:no|num|number|#)|nhs|national health|chi(?: number)?|hosp(?:ital)? (?:no|number)|patient (?:no|number|id)|date of birth|dob|birthday",
        "UK_NINO": r"n\.?i\.? (?:no|num|number|#)|ni|nino|n\.i\.?|national insurance|insurance number|"
            r"hmrc|payroll|payslip|tax|staff no|dob|born",
        "UK_POSTCODE": r"post ?codes?|postal code|address|live|lives|living|lived|flat|house|home|street|road|rd|lane|avenue|close|drive|"
                       r"crescent|terrace|deliver(?:y|ed)?|moved to|post it|visit(?:ed|ing)?|sat ?nav",
        "PHONE_NUMBER": r"phone|telephone|tel|mob|mobile|cell|call|called|calling|ring|text|txt|whatsapp|contact|number|num|no|reach|dial|"
                        r"message|landline|helpline|switchboard|bleep|fax|dm|bell|buzz|rsvp|"
            r"bookings?|line|info|enquiries|address|dob|email|e-mail|appointment",
        "UK_PASSPORT": r"passports?(?: (?:no|number))?|travel document|hmpo",
        "UK_DRIVING_LICENCE": r"driv(?:ing|er'?s?) licen[cs]e|licen[cs]e(?: (?:no|number))?|dvla|dl (?:no|number)",
        "UK_VEHICLE": r"reg|registration|number ?plate|plates?|licen[cs]e plate|vrn|dvla|v5c|logbook|car|cars|van|vehicle|parked|parking|"
                      r"drives|driving|drove|driver|taxi|bmw|audi|ford|vauxhall|corsa|fiesta|golf|vw|mercedes|merc",
        "CREDIT_CARD": r"cards?|visa|mastercard|amex|debit|credit|cvv|cvc|expiry|expires|exp|long number",
        "IBAN_CODE": r"iban|bank|banking|account|acct|a/c|transfer|payment|pay|swift|bic|refund|sepa",
        "UK_SORT_CODE": r"sort ?code|s/c|account|acct|acc|a/c|bank(?:ing)?|bacs|transfer|pay",
        "UK_BANK_ACCOUNT": r"account (?:no|num|number|#)|acc(?:t|ount)?(?: (?:no|num|number))?|a/c|sort ?code|bank details",
        "IP_ADDRESS": r"ip|ip address|ipv4|ipv6|server|router|network|logged in|ping",
        "STREET_ADDRESS": r"address|live|lives|living|lived|house|home|flat|visit|visited|visiting|moved|post ?code|deliver(?:y|ed)?|neighbours?|"
                          r"his|her|their|she's at|he's at|round to|went to|number",
    }.items()
}  # fmt: skip
_CONTEXT["SERVICE_NUMBER"] = _CONTEXT["PHONE_NUMBER"]
# The shape holds its context
_SELF_EVIDENT = frozenset({"EMAIL_ADDRESS", "URL", "HANDLE", "DATE_OF_BIRTH", "RECORD_NUMBER"})
_BEFORE, _AFTER = 60, 40  # characters around a number in which its context words count


def own_shapes(text: str) -> Iterator[Found]:
    """What Presidio lacks, in a folded text whose web addresses are blanked out."""
    for found in _HANDLE.finditer(text):
        yield Found(*found.span(), "HANDLE")
    for found in _BIRTH.finditer(text):
        yield Found(*found.span(1), "DATE_OF_BIRTH")
    for found in _RECORD.finditer(text):
        yield Found(*found.span(1), "RECORD_NUMBER")
    for found in _SORT.finditer(text):  # a date looks the same
        yield Found(*found.span(), "UK_SORT_CODE", valid=False)
    for found in _ACCOUNT.finditer(text):
        yield Found(*found.span(), "UK_BANK_ACCOUNT", valid=False)
    for found in _EXAMPLE_NINO.finditer(text):
        yield Found(*found.span(), "UK_NINO")
    for found in _STREET.finditer(text):
        yield Found(*found.span(), "STREET_ADDRESS")


# HMRC's own example begins with QQ, which no real number does and Presidio refuses; people who write examples use it
_EXAMPLE_NINO = re.compile(r"\bqq ?\d\d ?\d\d ?\d\d ?[a-d]\b")
_PHONE = re.compile(r"\+(?!44)\d{8,14}|(?:\+44|0044)0?[1235789]\d{8,9}|0[1235789]\d{8,9}|7\d{9}")

# 0300, 0800, 0845, 09…: helplines, switchboards and firms, never a person's own
_SERVICE = re.compile(r"(?:\+44|0044|0)(?:3|8|9)")


def addresses(text: str) -> Iterator[Found]:
    """Web addresses, which are blanked out before the rest is looked for: they are full of numbers."""
    for found in _URL.finditer(text):
        yield Found(*found.span(), "URL")


def settle(found: Iterable[Found], normal: Normalised, original: str) -> list[Entity]:
    """Shapes -> entities of the original text: weak ones without context dropped, overlaps settled, sureness decided."""
    kept: list[tuple[int, int]] = []
    entities: list[Entity] = []
    shapes = [shape for shape in map(partial(_checked, normal=normal, original=original), found) if shape is not None]
    # Details that come together vouch for each other: a number beside a date of birth, a street beside a postcode
    together = {shape.label for shape in shapes if shape.label in _COMPANY}
    graded: list[tuple[bool, Found]] = []
    for shape in shapes:
        sure = shape.label in _SELF_EVIDENT or _has_context(shape, normal.text)
        if shape.label == "STREET_ADDRESS":
            sure = sure or "UK_POSTCODE" in together or _is_written_as_name(shape, normal, original)
        elif not sure and not (shape.valid and _is_plausible(shape, normal, original)):
            continue
        graded.append((sure or bool(shape.label in _VOUCHED and together - {shape.label}), shape))
    # A sure number beats an unsure one of higher rank: "call 0161 496 0000" is a phone number whatever its checksum says
    graded.sort(key=lambda item: (not item[0], _RANK[item[1].label], item[1].start - item[1].end, item[1].start))
    for sure, shape in graded:
        if any(shape.start < end and start < shape.end for start, end in kept):
            continue
        kept.append((shape.start, shape.end))
        start, end = normal.back(shape.start, shape.end)
        entities.append(Entity(start, end, shape.label, sure))
    return entities


_COMPANY = frozenset({"EMAIL_ADDRESS", "DATE_OF_BIRTH", "RECORD_NUMBER", "UK_NINO", "UK_POSTCODE"})
_VOUCHED = frozenset({"PHONE_NUMBER", "UK_NHS", "UK_NINO"})
_PLATE = re.compile(r"[a-z]{2}\d{2}[- ]?[a-z]{3}")  # since September 2001


def _checked(shape: Found, *, normal: Normalised, original: str) -> Found | None:
    """The shape, unless it cannot be what it looks like. Numbers of helplines and firms get a label of their own."""
    words = normal.text[shape.start : shape.end]
    if shape.label == "PHONE_NUMBER":
        digits = re.sub(r"[^\d+]", "", words)
        if not _PHONE.fullmatch(digits):
            return None  # phonenumbers finds any run of digits that could be dialled somewhere
        return replace(shape, label="SERVICE_NUMBER") if _SERVICE.match(digits) else shape
    if shape.label == "UK_POSTCODE" and words[:2].rstrip("0123456789") not in _AREAS:
        return None
    if shape.label == "UK_VEHICLE" and not _PLATE.fullmatch(words) and not _in_capitals(shape, normal, original):
        return None  # "the A55 who let me out", "car in bay 44b": older plates look like that in small letters
    return shape


def _is_written_as_name(shape: Found, normal: Normalised, original: str) -> bool:
    """Whether each word of a street has a capital: "14 Quern Lane"."""
    start, end = normal.back(shape.start, shape.end)
    words = [
        word for word in re.findall(r"[^\W\d_]{3,}", original[start:end]) if word.lower() not in ("flat", "the", "room")
    ]
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _has_context(shape: Found, text: str) -> bool:
    words = _CONTEXT[shape.label]
    return any(
        shape.start - _BEFORE <= near.start() and near.end() <= shape.end + _AFTER
        for near in words.finditer(text)
        if near.end() <= shape.start or near.start() >= shape.end
    )


def _is_plausible(shape: Found, normal: Normalised, original: str) -> bool:
    """Whether a shape is worth reporting without context. Plates, postcodes and passports are, in capitals only
    ("b4 2nd", "and 3 b" are chat); so is a phone number that starts as one."""
    if shape.label in ("UK_POSTCODE", "UK_VEHICLE", "UK_PASSPORT", "UK_DRIVING_LICENCE"):
        return _in_capitals(shape, normal, original)
    if shape.label == "PHONE_NUMBER":
        return normal.text[shape.start] in "0+("
    return True


def _in_capitals(shape: Found, normal: Normalised, original: str) -> bool:
    start, end = normal.back(shape.start, shape.end)
    return original[start:end].upper() == original[start:end]
