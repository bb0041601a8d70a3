"""Names of people without a library: when to look for them, initials, and whose own name it is.

Looking for names costs more than everything else in a reading, and being able to see a name is not a concern by itself.
So the name model runs only where somebody's care, work or whereabouts may be spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from audit.particulars import Entity
from audit.text import Normalised

_CARE = frozenset(
    "patient patients pt pts client clients resident residents caseload ward wards bay bed clinic hospital hospice inpatient "
    "outpatient outpatients icu itu hdu a&e nicu camhs theatre rehab physio physiotherapist physiotherapy ot occupational radiographer "
    "paramedic ambulance dietitian podiatrist podiatry speech slt orthotist prosthetist counsellor counselling therapist therapy psychotherapist "
    "session sessions psychologist psychology social foster fostering adoption safeguarding placement placements supervisor mentor "
    "educator tutor lecturer colleague colleagues manager boss matron sister nurse nurses doctor doctors consultant surgeon surgery gp "
    "carer carers caring nursing diagnosed diagnosis discharge discharged admitted admission assessment referral referred appointment "
    "stroke dementia alzheimer's cancer chemo dying died overdose suicidal suicide sectioned detox addict alcoholic scan x-ray xray mri "
    "surgery operation amputee amputation wound falls fracture depressed bipolar schizophrenia psychosis autistic autism adhd abuse abused abuser "
    "assault assaulted pervert paedo paedophile scammer thief harassed grass stalker lives address flat school pupil pupils student students "
    "mr mrs ms miss mx dr master prof named called surname nicknamed initials shift handover visit visits visited".split()
)
_WORD = re.compile(r"[a-z&][a-z&'-]*")

_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|MR|MRS|MS|mr|mrs|Prof|Sister|Nurse|Auntie|Uncle)"
_INITIALS = (
    # "Mr T.", "Mrs B": a title and one letter, with the surname if there is one
    (re.compile(rf"\b({_TITLE}\.? [A-Z](?:\. ?[A-Z])?\b(?!['’]?[a-z])(?:\.? [A-Z][a-z'’]+(?:-[A-Z][a-z]+)?)?)"), True),
    # "J.S., 54", "J. S."
    (re.compile(r"(?<![\w.])([A-Z]\. ?[A-Z]\.)(?!\w)(?! [A-Z][a-z])"), False),
    # "patient K", "client JS", "initials JS"
    (
        re.compile(
            r"(?i:\b(?:patient|pt|client|service user|resident|child|girl|boy|mum|young person|lady|gentleman|initials)) "
            r"([B-HJ-Z][A-Z]?)\b(?!['’])"
        ),
        False,
    ),
)
_TITLES = frozenset("mr mrs ms miss mx dr prof sister nurse auntie uncle".split())
_NOT_INITIALS = frozenset(
    "US UK EU UN NI DC LA PS AM PM RN GP OT PT ED BP HR TB MS HD FM TV ID IV IT AI BA MA MD BC AD VE PE IQ GB JK CV DV NG PD LD MH "
    "SW SU YP TA CP PH VR XX HQ OF IN IS ON TO AT BY OR SO NO MY ME WE HE UP DO GO OH OK".split()
)


_LISTS = Path(__file__).parent / "names"
# spaCy's free flags of a word form, which the name model takes as features
_FLAGS = {"first_names.txt": 19, "surnames.txt": 20, "places.txt": 21}


def listed(name: str) -> frozenset[str]:
    """The words of a list in `audit/names/`, folded; of a place of several words each one that is not a small word."""
    lines = (_LISTS / name).read_text(encoding="utf-8").splitlines()
    words = {word for line in lines if not line.startswith("#") for word in re.split(r"[\s-]+", line)}
    return frozenset(word for word in words if len(word) > 1) - {"of", "st", "on", "in", "le", "by", "upon"}


def know_lists(nlp: Any) -> None:
    """Tell a spaCy vocabulary which word forms are on our lists: a feature that the name model was trained with."""
    for name, flag in _FLAGS.items():
        nlp.vocab.add_flag(partial(_is_listed, listed(name)), flag)


def _is_listed(words: frozenset[str], form: str) -> bool:
    return form.lower().removesuffix("'s").removesuffix("’s") in words


def names_wanted(normal: Normalised) -> bool:
    """Whether a post may speak of a person under care, of people at work, or of where somebody lives."""
    return not _CARE.isdisjoint(_WORD.findall(normal.text))


def initials(text: str) -> list[Entity]:
    """Initials that stand for a person, in the original text of a post whose names are wanted."""
    found: list[Entity] = []
    for pattern, sure in _INITIALS:
        for match in pattern.finditer(text):
            start, end = match.span(1)
            letters = "".join(filter(str.isalpha, match[1]))
            if letters in _NOT_INITIALS or any(start < other.end and other.start < end for other in found):
                continue
            found.append(Entity(start, end, "PERSON", sure))
    return found


def name_words(names: Iterable[str]) -> frozenset[str]:
    """The words of a person's own names and handles, folded: "Ana P. Ruiz", "@ana_ruiz" -> ana, ruiz, ana_ruiz, anaruiz."""
    words: set[str] = set()
    for name in names:
        folded = name.casefold().lstrip("@")
        parts = [part for part in re.split(r"[\W_\d]+", folded) if len(part) > 1]
        words.update(parts, (folded, "".join(parts)) if parts else ())
    return frozenset(words)


def is_own(name: str, own: Collection[str]) -> bool:
    """Whether a name found in a post is the author's: each of its words is one of `name_words`."""
    parts = [part for part in re.split(r"[\W_\d]+", name.casefold()) if len(part) > 1 and part != "s"]
    return bool(own) and bool(parts) and all(part in own for part in parts)


def model_names(doc: Any) -> list[Entity]:
    """What the name model found in a spaCy Doc. Sure: a title before it, or two words with capitals."""
    found = []
    for span in doc.ents:
        words = [token for token in span if token.is_alpha]
        titled = span.start > 0 and doc[span.start - 1].lower_.rstrip(".") in _TITLES
        sure = titled or (len(words) > 1 and all(token.is_title or token.is_upper for token in words))
        if span.label_ != "PERSON" or not span.text.startswith("@"):
            found.append(Entity(span.start_char, span.end_char, span.label_, sure))
    return found
