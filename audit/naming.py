"""Names of people without a library: when to look for them, initials, and whose own name it is.

Looking for names costs more than everything else in a reading, and being able to see a name is not a concern by itself.
So the name model runs only where somebody's care, work or whereabouts may be spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache, partial
from pathlib import Path
from typing import Any

from audit.particulars import Entity
from audit.text import Normalised

_CARE = frozenset(
    "session sessions social school sister theatre named called crisis customer customers patient patients pt pts client clients resident residents caseload ward wards bay bed clinic hospital hospice inpatient "
    "outpatient outpatients icu itu hdu a&e nicu camhs rehab physio physiotherapist physiotherapy ot occupational radiographer "
    "paramedic ambulance dietitian podiatrist podiatry speech slt orthotist prosthetist counsellor counselling therapist therapy psychotherapist "
    "psychologist psychology foster fostering adoption safeguarding placement placements supervisor mentor "
    "educator tutor lecturer colleague colleagues manager boss matron nurse nurses doctor doctors consultant surgeon surgery gp "
    "carer carers caring nursing diagnosed diagnosis discharge discharged admitted admission assessment referral referred appointment "
    "stroke dementia alzheimer's cancer chemo dying died overdose suicidal suicide sectioned detox addict alcoholic scan x-ray xray mri "
    "surgery operation amputee amputation wound fracture depressed bipolar schizophrenia psychosis autistic autism adhd abuse abused abuser "
    "assault assaulted pervert paedo paedophile scammer thief harassed stalker lives address flat pupil pupils student students "
    "mr mrs ms mx dr master prof surname nicknamed initials shift handover "
    "scanner ct pacs op endoscopy maternity birth midwife midwives unit responder custody toddler nappy playgroup daycare carehome "
    "palliative bereaved bereavement funeral epilepsy epileptic seizure diabetic diabetes hypo insulin liver lung kidney brain breast hip hips knee "
    "ankle macular audiology optician opticians orthotics prosthetic prosthetics splint orthosis transplant "
    "mnd ms parkinson's huntington's palsy biopsy tumour lump benign oncology radiotherapy dialysis catheter stoma colostomy tube trachy ventilator bipap "
    "pip dla custody court tribunal probation prison hmp offender disclosed disclosure confided trauma ptsd ocd anorexia "
    "bulimia selfharm self-harm meltdown shelter homeless hostel helpline ambulances 999 a+e er cubicle trolley bedside rounds "
    "group".split()
)
_WORD = re.compile(r"[a-z&][a-z&'-]*")

_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|MR|MRS|mr|mrs|Prof|Sister|Nurse|Auntie|Aunty|Uncle)"
_NOT_SURNAMES = r"(?:I['’]m|I|Right|Bean|Who|Pepper|Martens?|Strange|England|World|Universe|Scotland|Wales|UK|Men|Hyde|Potato|Hinch|Doubtfire|Darcy|[A-Z]\w+ [Cc]hair)\b"
_TITLED = re.compile(r"\b(?:Mrs?|Ms|Miss|Mx|Dr)\.? [A-Z]")
_NAME = r"(?:(?:O|D)['’]|Mac|Mc)?[A-Z][a-z]+(?:-[A-Z][a-z]+)?"
_INITIALS = (
    # "Mr T.", "Mrs B": a title and one letter, with the surname if there is one
    (re.compile(rf"\b({_TITLE}\.? [A-Z](?:\. ?[A-Z])?\b(?!['’]?[A-Za-z])(?:\.? {_NAME})?)"), True),
    # "Mrs Oyelaran", "Dr Anne Lane", "Sakina aunty"
    (re.compile(rf"\b({_TITLE}\.? (?!{_NOT_SURNAMES}){_NAME}(?: {_NAME})?)\b"), True),
    (re.compile(r"\b([A-Z][a-z]+ (?:aunty|auntie|uncle|Aunty|Auntie|Uncle|bhai|apa))\b"), True),
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
_TITLES = frozenset("mr mrs ms miss mx dr prof sister nurse auntie aunty uncle".split())
_NOT_INITIALS = frozenset(
    "US UK EU UN NI DC LA PS AM PM RN GP OT PT ED BP HR TB MS HD FM TV ID IV IT AI BA MA MD BC AD VE PE IQ GB JK CV DV NG PD LD MH "
    "SW SU YP TA CP PH VR XX HQ OF IN IS ON TO AT BY OR SO NO MY ME WE HE UP DO GO OH OK".split()
)


_LISTS = Path(__file__).parent / "names"
# spaCy's free flags of a word form, which the name model takes as features
_FLAGS = {"first_names.txt": 19, "surnames.txt": 20, "places.txt": 21}


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a list in `audit/names/`, folded; of a place of several words each one that is not a small word."""
    lines = (_LISTS / name).read_text(encoding="utf-8").splitlines()
    words = {word for line in lines if not line.startswith("#") for word in re.split(r"[\s-]+", line)}
    return frozenset(word for word in words if len(word) > 1) - {"of", "st", "on", "in", "le", "by", "upon"}


@cache
def words(*names: str) -> frozenset[str]:
    """The words of plain lists in `audit/names/`, as they stand there."""
    lines = [line for name in names for line in (_LISTS / name).read_text(encoding="utf-8").splitlines()]
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def know_lists(nlp: Any) -> None:
    """Tell a spaCy vocabulary which word forms are on our lists: a feature that the name model was trained with."""
    for name, flag in _FLAGS.items():
        nlp.vocab.add_flag(partial(_is_listed, listed(name)), flag)


def _is_listed(words: frozenset[str], form: str) -> bool:
    return form.lower().removesuffix("'s").removesuffix("’s") in words


_CAPITAL = re.compile(r"(?<=[\w,;:&'’)(-] )[A-Z][\w'’-]+|(?:^|[.!?\n\"“(] ?)(?!I\b)[A-Z][\w'’-]+")


@cache
def _all_listed() -> frozenset[str]:
    return frozenset().union(*map(listed, _FLAGS))


def may_hold_name(text: str, normal: Normalised) -> bool:
    """Whether a text has a word that could be a name at all: with a capital, or on our lists. Saves the model the rest."""
    return bool(_CAPITAL.search(text)) or not _all_listed().isdisjoint(_WORD.findall(normal.text))


def names_wanted(normal: Normalised) -> bool:
    """Whether a post may speak of a person under care, of people at work, or of where somebody lives."""
    return not _CARE.isdisjoint(_WORD.findall(normal.text))


def has_title(text: str) -> bool:
    """Whether somebody is called Mr, Mrs, Ms, Miss, Mx or Dr, in the original text ("miss you" is something else)."""
    return bool(_TITLED.search(text))


def initials(text: str) -> list[Entity]:
    """People whom a title or their initials give away, in the original text of a post whose names are wanted."""
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
    """What the name model found in a spaCy Doc, without handles, saints and people who gave their name to something.

    Sure: a title before it, two words with capitals, or a first name on our list that is not also a word.
    """
    found = []
    for span in doc.ents:
        folded = span.text.lower().replace("’", "'").removesuffix("'s")
        if folded.startswith(("@", "#", "http")) or folded in _NOBODY or not any(map(str.isalpha, folded)):
            continue
        if not _is_likely(span, folded):
            continue
        label = "PLACE" if folded.startswith("st ") or _is_named_after(doc, span) else span.label_
        words = [token for token in span if token.is_alpha]
        titled = span.start > 0 and doc[span.start - 1].lower_.rstrip(".") in _TITLES
        full = len(words) > 1 and all(token.is_title or token.is_upper for token in words)
        first = folded.split()[0]
        found.append(Entity(span.start_char, span.end_char, label, titled or full or _is_plain_name(first, label)))
    return found


def _is_likely(span: Any, folded: str) -> bool:
    """Whether a find is worth believing: small letters only with a word on our lists, and no abbreviations (NG, MMR)."""
    text = span.text
    if folded in _PEOPLES or folded in _NEVER:
        return False
    if text.isupper() and len(text) < 5 and not span.doc.text.isupper():
        return False
    return not text.islower() or not _all_listed().isdisjoint(folded.split())


_PEOPLES = frozenset(
    "british english scottish welsh irish polish somali urdu punjabi bengali gujarati hindi french german spanish italian portuguese romanian chinese "
    "japanese african asian european american australian canadian indian pakistani nigerian caribbean jamaican turkish greek russian ukrainian arab arabic "
    "muslim christian jewish sikh hindu catholic protestant black white".split()
)
_NEVER = frozenset(
    "theirs ours yours mine granny grandad grandma nanny nan mam mammy mummy mum dad daddy rehab neuro ramadan eid diwali easter christmas null stadium hall "
    "dietitian physio mercy handout liquid hr ot slt pt gp".split()
)


def _is_plain_name(word: str, label: str) -> bool:
    if label == "PLACE":
        return word in listed("places.txt")
    return len(word) > 2 and word in listed("first_names.txt") and word not in _ALSO_WORDS


def _is_named_after(doc: Any, span: Any) -> bool:
    """ "Guy's hospital", "Nightingale ward": a place, whoever it was named after."""
    following = [token.lower_ for token in doc[span.end : span.end + 2] if token.lower_ not in ("'s", "’s", "'")]
    return bool(following) and following[0] in _BUILDINGS


_BUILDINGS = frozenset(
    "hospital hospice infirmary ward unit clinic centre university college school trust surgery road street house".split()
)
_NOBODY = frozenset(
    "jesus,christ,jesus christ,god,santa,father christmas,allah,marie curie,macmillan,florence nightingale,nightingale,mary seacole,john lewis,"
    "harry potter,mr bean,dr who,doctor who,nhs,hcpc,csp,bacp,nmc,gmc,cqc,bobath,maitland,mckenzie,parkinson,alzheimer,crohn,huntington,covid,"
    "freud,jung,rogers,carl rogers,maslow,bowlby,piaget,burger king,ben nevis,ed sheeran".split(",")
)
# First names that are words, months, places or things as well: only a title, a surname or a capital's context makes them sure
_ALSO_WORDS = frozenset(
    "grant will mark grace hope rose may june april august faith joy bill frank art summer iris amber ruby pearl daisy lily poppy violet ivy hazel holly heather "
    "olive fern ginger cherry melody harmony mercy charity patience prudence precious blessing gift unity destiny angel chance chase drew jack pat sue "
    "rob don ray guy dick pip bob nick peg dot kit art glad carol dawn eve gene jay jean jade jasmine robin skye sky star sunny victor win "
    "dale glen brook dean duke earl max major penny sandy rusty rocky sage reed rex roman sterling stacey alma aspen austin chelsea devon florence paris "
    "sydney victoria india china georgia jordan israel kent lee lane rich tat wade woody hunter mason taylor tyler carter parker bailey mo mai mia an bea beefy "
    "sal val vi bev ana ali can hua jia jin lin mei min ming nia ned nan nana mina una ron rita teddy mac bella ash ida ada ed al ron olu sol tia leigh ".split()
)
