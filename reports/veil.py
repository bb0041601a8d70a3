"""Takes everybody but the person out of a post's words: names become "Person A", what could tell who it was becomes vague.

Works on `PostResult.mentions` and on a list of names gathered over the whole report, so that a name noticed in one post is
replaced in all. People get a number here and a letter only when a copy is put together, in order of appearance among the
posts shown: so letters tell nothing about posts that are withheld.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from audit.results import PostResult, Span
from reports import vague

# Stands in the words for person number n until letters are given. Private-use characters: taken out of all posts first.
OPEN, CLOSE = "\ue000", "\ue001"
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_TITLES = frozenset(
    "mr mrs ms miss mx dr prof sister nurse auntie uncle aunt sir lady lord rev st the and of van de".split()
)
# Names that are ordinary words too: only the written form counts, or "I will" would become "I Person A"
_WORDS = frozenset(
    "art bell bill bliss bloom brook brown chance charity cliff constant cook crystal dale daisy dawn day dean dick drew earl faith fern "
    "flora florence frank gale gene glen grace grant gray green guy hall harmony hazel heath heather hill holly honey hope hunter ivy "
    "jade jasmine jean jewel josh joy june king lane laurel lily long love luna major march mark mason max may mercy miles moss norm "
    "north olive page park pat patience paris pearl penny piper poppy precious price prince rain ray reed rich river rob robin rose ruby "
    "rusty sandy scott sky skip stone storm summer sue sunny taylor terry violet virginia wade ward warren west will willow winter wood "
    "woods young".split()
)
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\w+")
_OWN = re.compile(r"['’]s$")
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_HANDLE = re.compile(r"(?<![\w@/.+-])@\w[\w.]*\w|(?<![\w@/.+-])@\w")


@dataclass(frozen=True, slots=True)
class Secret:
    """A string that must not be in a copy."""

    text: str
    exact: bool = False  # counts only in this very writing: a name that is an ordinary word too


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of veiled words."""

    text: str
    marked: bool = False  # among the evidence


def season(post: PostResult) -> str:
    """ "spring 2019": as near as a copy says when something was posted; "" if unknown."""
    return f"{vague.SEASONS[post.created_at.month - 1]} {post.created_at.year}" if post.created_at else ""


class Veil:
    """The people of a whole report, and how to take them out of a post."""

    def __init__(self, posts: Iterable[PostResult]) -> None:
        self._people: dict[str, int] = {}  # word of a name, case-folded -> person
        self._exact: dict[str, bool] = {}  # word -> counts only as written
        self._written: dict[str, set[str]] = {}  # word -> the writings seen
        for post in posts:
            for span in post.mentions:
                if span.label == "person":
                    self._meet(_words(post, span)[span.start : span.end])
        words = sorted(self._people, key=len, reverse=True)
        self._pattern = (
            re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)", re.IGNORECASE) if words else None
        )

    def _meet(self, name: str) -> None:
        written = [token for token in _TOKEN.findall(_folded(name, case=False)) if token.casefold() not in _TITLES]
        words = [token.casefold() for token in written]
        known = [self._people[word] for word in words if word in self._people]
        number = known[0] if known else len(set(self._people.values()))
        while not known and number in self._people.values():
            number += 1
        for word, token in zip(words, written, strict=True):
            self._people.setdefault(word, number)
            self._written.setdefault(word, set()).add(token)
            lower = any(writing == writing.lower() for writing in self._written[word])
            self._exact[word] = (word in _WORDS or len(word) < 3) and not lower

    def parts(self, post: PostResult, within: str) -> list[Part]:
        """The veiled words of a post's `text` or `context`, cut where evidence begins and ends."""
        original = post.text if within == "text" else post.context
        changes = vague.fitted(original, self._changes(post, within, original))
        marks = [(s.start, s.end) for f in post.findings for s in f.evidence if s.within == within]
        edges = sorted({0, len(original), *(edge for mark in marks for edge in mark if 0 < edge < len(original))})
        made: list[Part] = []
        for left, right in itertools.pairwise(edges):
            marked = any(start < right and left < end for start, end in marks)
            at, text = left, ""
            for start, end, new in changes:
                if end <= left or start >= right:
                    continue
                text += original[at : max(at, start)]
                if start >= left:  # a change that crosses an edge is written once, where it begins
                    text += new
                at = min(right, end)
            text += original[at:right]
            if text:
                made.append(Part(_clean(text), marked))
        return made

    def secrets(self, post: PostResult) -> list[Secret]:
        """What must not be left of a post that is shown: every string that was replaced, its links and ids."""
        found = [
            Secret(post.url if _LINK.fullmatch(post.url) else ""),
            Secret(post.post_id) if len(post.post_id) >= 6 else Secret(""),
        ]
        for within, original in (("text", post.text), ("context", post.context)):
            for start, end, new in self._changes(post, within, original):
                gone = _OWN.sub("", original[start:end].strip())
                word = _folded(gone).strip("@")
                if _folded(_clean(new)).strip() not in (_folded(gone), "") and len(gone) > 1:
                    found.append(Secret(gone, self._exact.get(word, word in _WORDS or len(word) < 3)))
        found += [Secret(name) for name in post.media]
        return list(dict.fromkeys(secret for secret in found if secret.text))

    def _changes(self, post: PostResult, within: str, original: str) -> list[tuple[int, int, str]]:
        """What to put where, in order, none overlapping; a link first, then what was noticed, then names known from other posts."""
        found = [(hit.start(), hit.end(), "[link]") for hit in _LINK.finditer(original)]
        found += [
            (s.start, s.end, self._vague(s.label, original, s.start, s.end, post))
            for s in post.mentions
            if s.within == within
        ]
        found += [(hit.start(), hit.end(), self._person(hit[0])) for hit in _HANDLE.finditer(original)]
        if self._pattern:
            for hit in self._pattern.finditer(original):
                word = hit[0].casefold()
                if not self._exact[word] or hit[0] in self._written[word]:
                    found.append((hit.start(), hit.end(), self._person(hit[0])))
        kept: list[tuple[int, int, str]] = []
        for change in found:
            if change[0] < change[1] and all(change[1] <= other[0] or change[0] >= other[1] for other in kept):
                kept.append(change)
        return sorted(kept)

    def _person(self, name: str) -> str:
        words = [token.casefold() for token in _TOKEN.findall(_folded(name, case=False))]
        number = next((self._people[word] for word in words if word in self._people), None)
        new = f"{OPEN}{number}{CLOSE}" if number is not None else "somebody"
        return new + "’s" if _OWN.search(name) else new

    def _vague(self, label: str, original: str, start: int, end: int, post: PostResult) -> str:
        words = original[start:end]
        before, after = original[max(0, start - 20) : start], original[end : end + 20]
        if label == "person":
            return self._person(words)
        if label == "age":
            return vague.age(words, after)
        if label == "date":
            return vague.date(words, str(post.created_at.year) if post.created_at else "", before)
        if label == "day":
            return vague.day(before, after)
        if label == "place":
            return vague.place(words, before)
        return "[contact removed]" if label == "contact" else "[number removed]"


def _words(post: PostResult, span: Span) -> str:
    return post.text if span.within == "text" else post.context


def _folded(text: str, case: bool = True) -> str:
    folded = unicodedata.normalize("NFKC", text)
    folded = _OWN.sub("", folded)
    return folded.casefold() if case else folded


def _clean(text: str) -> str:
    """Without private-use characters of the post's own, which could pass for ours."""
    return re.sub(f"{OPEN}(?!\\d+{CLOSE})|(?<!\\d){CLOSE}|[\ue002-\uf8ff]", "", text)


def without_private(text: str) -> str:
    """A post's words before veiling: our marks cannot be forged."""
    return _PRIVATE.sub("\ufffd", text)


def letters(pages: Sequence[str]) -> list[str]:
    """Give the people letters in order of appearance: "Person A", … "Person Z", "Person AA"."""
    given: dict[str, str] = {}

    def letter(hit: re.Match[str]) -> str:
        number = hit[1]
        if number not in given:
            given[number] = _letter(len(given))
        return f"Person {given[number]}"

    return [re.sub(f"{OPEN}(\\d+){CLOSE}", letter, page) for page in pages]


def _letter(index: int) -> str:
    return chr(65 + index) if index < 26 else _letter(index // 26 - 1) + chr(65 + index % 26)
