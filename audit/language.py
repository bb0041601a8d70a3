"""Posts -> Readings: the one place that knows spaCy, Presidio and tldextract. Loaded once, inside functions, offline.

A reading holds what every detector needs: the words that are judged, folded text, sentences, entities, language. It judges
nothing. Most posts are read with regular expressions alone; Presidio sees those with something like an identifier in
them, the name model those that speak of care, work or whereabouts.

Presidio's recognisers are called one by one on the folded text, without its `AnalyzerEngine`: the engine wants a pipeline
of its own for every text (and would download one), and its context words match inside other words ("lic" in
"duplicate"). Context is ours, in `audit.particulars`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import pandas as pd

from audit import naming, particulars
from audit.models import verify
from audit.naming import names_wanted
from audit.particulars import Entity, Found
from audit.text import Normalised, normalise, sentences
from audit.tongues import NAMES, language_of

__all__ = [
    "NAMES",
    "Entity",
    "Reading",
    "every_entity",
    "names_wanted",
    "plain_reading",
    "read",
    "read_text",
]

# Kinds that are somebody else's words as a whole: what is judged is that the person stands with them
_TAKEN_UP = ("like", "follow", "join", "share")
_BATCH = 1000


@dataclass(frozen=True, slots=True)
class Reading:
    """One post, understood. Offsets of entities count in `text`, those of sentences in `normal.text`."""

    row: int  # row of the posts frame
    post_id: str
    platform: str
    account: str
    kind: str
    created_at: datetime | None
    audience: str
    has_media: bool
    text: str = field(repr=False)  # the words that are judged: the person's own, or the context where they have none
    of_context: bool  # `text` is the context: other people's words
    context: str = field(repr=False)  # other people's words that were shared, liked, joined or answered
    normal: Normalised = field(repr=False)  # `text`, folded
    sentences: tuple[tuple[int, int], ...] = field(repr=False)
    entities: tuple[Entity, ...] = field(repr=False)
    language: str  # ISO code; "" = too short to tell, treated as English


def read(
    posts: pd.DataFrame, own_names: Collection[str] = (), progress: Callable[[int], None] | None = None
) -> Iterator[Reading]:
    """A reading of each row of a posts frame, in order. `progress` is called with the number of posts read so far.

    `own_names` are the person's own names and handles: never entities. Raises ModelError if the name model is damaged.
    """
    own = naming.name_words([*own_names, *map(str, posts["account"].unique())])
    rows = zip(
        posts.index.tolist(), posts["post_id"].tolist(), posts["platform"].astype(str).tolist(), posts["account"].tolist(),
        posts["kind"].astype(str).tolist(), posts["created_at"].tolist(), posts["audience"].astype(str).tolist(),
        posts["media"].tolist(), posts["text"].tolist(), posts["context"].tolist(), strict=True,
    )  # fmt: skip
    done = 0
    while batch := list(islice(rows, _BATCH)):
        drafts = []
        for row, post_id, platform, account, kind, created, audience, media, text, context in batch:
            when = None if pd.isna(created) else created.to_pydatetime()
            drafts.append(
                _draft(row, post_id, platform, account, kind, when, audience, bool(media), text, context, details=True)
            )
        yield from _with_names(drafts, own)
        done += len(batch)
        if progress is not None:
            progress(done)


def read_text(
    text: str,
    kind: str = "post",
    platform: str = "generic",
    *,
    context: str = "",
    own_names: Collection[str] = (),
    row: int = 0,
    post_id: str = "",
    account: str = "",
    created_at: datetime | None = None,
    audience: str = "unknown",
    has_media: bool = False,
) -> Reading:
    """The reading of one text, as `read` would give it."""
    draft = _draft(
        row, post_id, platform, account, kind, created_at, audience, has_media, text, context, details=True
    )  # fmt: skip
    return next(_with_names([draft], naming.name_words([*own_names, account])))


def every_entity(readings: Sequence[Reading], own_names: Collection[str] = ()) -> Iterator[tuple[Entity, ...]]:
    """The entities of each reading that `read` gave, with names looked for in any case, not only where a post speaks of care.

    Slow: for few posts, and quicker for many at once. Those that speak of care have their names already.
    """
    own = naming.name_words([*own_names, *(reading.account for reading in readings)])
    for start in range(0, len(readings), _BATCH):
        for reading in _with_names(readings[start : start + _BATCH], own, again=True):
            yield reading.entities


def plain_reading(
    text: str,
    kind: str = "post",
    platform: str = "generic",
    *,
    context: str = "",
    entities: Iterable[Entity] = (),
    language: str = "en",
    row: int = 0,
    post_id: str = "",
    account: str = "",
    created_at: datetime | None = None,
    audience: str = "unknown",
    has_media: bool = False,
) -> Reading:
    """A reading without any model or library: no entities but those given, English. For rule cases and tests."""
    draft = _draft(
        row, post_id, platform, account, kind, created_at, audience, has_media, text, context, details=False
    )  # fmt: skip
    return _replaced(draft, tuple(entities), language)


def _draft(
    row: int,
    post_id: str,
    platform: str,
    account: str,
    kind: str,
    created_at: datetime | None,
    audience: str,
    has_media: bool,
    text: str,
    context: str,
    *,
    details: bool,
) -> Reading:
    """A reading without names."""
    of_context = kind in _TAKEN_UP and not text.strip() and bool(context.strip())
    words = context if of_context else text
    normal = normalise(words)
    return Reading(
        row, post_id, platform, account, kind, created_at, audience, has_media, words, of_context, context, normal,
        sentences(normal), _details(words, normal) if details else (), language_of(normal.text) if details else "en",
    )  # fmt: skip


def _replaced(reading: Reading, entities: tuple[Entity, ...], language: str) -> Reading:
    return Reading(
        reading.row, reading.post_id, reading.platform, reading.account, reading.kind, reading.created_at, reading.audience,
        reading.has_media, reading.text, reading.of_context, reading.context, reading.normal, reading.sentences, entities, language,
    )  # fmt: skip


def _details(text: str, normal: Normalised) -> tuple[Entity, ...]:
    """Numbers, addresses and handles in a text, sorted."""
    folded = normal.text
    if not particulars.GATE.search(folded):
        return ()
    found = list(particulars.addresses(folded))
    for address in found:
        folded = folded[: address.start] + " " * (address.end - address.start) + folded[address.end :]
    found += particulars.own_shapes(folded)
    if particulars.NUMBER_GATE.search(folded):
        found += _recognised(folded)
    return tuple(sorted(particulars.settle(found, normal, text), key=lambda entity: entity.start))


# Some of Presidio's recognisers look for capitals; only ASCII, so that the length stays
_CAPITALS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _recognised(folded: str) -> Iterator[Found]:
    capitals = folded.translate(_CAPITALS)
    for gate, recogniser in _recognisers():
        if gate.search(folded):
            for result in recogniser.analyze(capitals, recogniser.supported_entities):
                yield Found(result.start, result.end, result.entity_type)


@cache
def _recognisers() -> Sequence[tuple[Any, Any]]:
    """Presidio's recognisers for what people in the UK write, each behind a quick look of its own."""
    import tldextract
    from presidio_analyzer import predefined_recognizers as known

    # tldextract 5 fetches the public suffix list at its first look-up unless told to use the one that it ships
    tldextract.tldextract.TLD_EXTRACTOR = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    # Presidio 2.2.366 logs text that it fails to validate ("Failed to validate text …")
    logging.getLogger("presidio-analyzer").setLevel(logging.CRITICAL + 1)
    gates = particulars.RECOGNISER_GATES
    made = {
        "EMAIL_ADDRESS": known.EmailRecognizer(),
        "PHONE_NUMBER": known.PhoneRecognizer(supported_regions=("GB",), leniency=0),  # 1 knows no drama numbers
        "UK_NHS": known.NhsRecognizer(),
        "UK_NINO": known.UkNinoRecognizer(),
        "UK_POSTCODE": known.UkPostcodeRecognizer(),
        "UK_PASSPORT": known.UkPassportRecognizer(),
        "UK_DRIVING_LICENCE": known.UkDrivingLicenceRecognizer(),
        "UK_VEHICLE": known.UkVehicleRegistrationRecognizer(supported_entity="UK_VEHICLE"),
        "CREDIT_CARD": known.CreditCardRecognizer(),
        "IBAN_CODE": known.IbanRecognizer(),
        "IP_ADDRESS": known.IpRecognizer(),
    }
    return tuple((gates[label], recogniser) for label, recogniser in made.items())


_NAMES = Path(__file__).parent / "names" / "model"


@cache
def _name_model() -> Any:
    """Our spaCy pipeline for people and places. Raises ModelError if a file is missing or was changed."""
    verify("name model", "audit/names/model", _NAMES, _NAMES.parent / "hashes.json")
    import spacy

    nlp = spacy.load(_NAMES)
    naming.know_lists(nlp)
    return nlp


def _with_names(drafts: Sequence[Reading], own: frozenset[str], again: bool = False) -> Iterator[Reading]:
    """With the names of those that speak of care, or `again` with those of the others."""
    wanted = {number for number, draft in enumerate(drafts) if draft.text and _wants_names(draft) != again}
    named = [number for number in sorted(wanted) if naming.may_hold_name(drafts[number].text, drafts[number].normal)]
    texts = (_for_spacy(drafts[number].text) for number in named)
    docs = dict(zip(named, _name_model().pipe(texts), strict=True)) if named else {}
    for number, draft in enumerate(drafts):
        if number not in wanted:
            yield draft
            continue
        names = naming.initials(draft.text)
        if number in docs:
            names += naming.model_names(docs[number])
        taken = list(draft.entities)
        for name in names:
            clash = any(name.start < other.end and other.start < name.end for other in taken)
            if not clash and not (name.label == "PERSON" and naming.is_own(draft.text[name.start : name.end], own)):
                taken.append(name)
        yield _replaced(draft, tuple(sorted(taken, key=lambda entity: entity.start)), draft.language)


def _for_spacy(text: str) -> str:
    """What spaCy takes: no halves of surrogate pairs, and not without end (its own limit is a million characters)."""
    return text[:100_000].encode("utf-8", "replace").decode("utf-8")


def _wants_names(draft: Reading) -> bool:
    identified = any(entity.label not in ("HANDLE", "URL") and entity.sure for entity in draft.entities)
    return identified or names_wanted(draft.normal) or naming.has_title(draft.text)
