"""Takes everybody but the person out of a post's words: names become "Person A", what could tell who it was becomes vague.

Works on `PostResult.mentions` and on a list of names gathered over the whole report, so that a name noticed in one post is
replaced in all, and with it the surname behind it or the first name before it. People get a number here and a letter only when a copy is put together, in order of appearance among the
posts shown: so letters tell nothing about posts that are withheld.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from audit.results import PostResult, Span
from reports import captions, vague

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
_WORD_BEFORE = re.compile(r"(?:\S+\s*)?\d+$")
# Also without the beginning: "gofundme.com/f/…"
_LINK = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w@.)\]-])(?:[\w-]+\.)+(?:com|org|net|uk|io|me|ie|eu|info|wales|cymru|scot|gg|ly|tv)(?:/\S*)?(?![\w-])",
    re.IGNORECASE,
)
# "@bo", and with an underscore also without the sign: no word has one
_HANDLE = re.compile(r"(?<![\w@/.+-])@\w[\w.]*\w|(?<![\w@/.+-])@\w|(?<![\w@/.+#-])[^\W_][\w.]*_[\w.]*\w")
_BARE = re.compile(r"@?[\w.]*[^\W_][\w.]*")  # a context that is nothing but a handle
_NEXT = re.compile(r" ([^\W\d_][\w’'-]*)")
_PREVIOUS = re.compile(r"(?<=[\w,;:&’')] )([^\W\d_][\w’'-]*) $")  # not where a sentence begins
# Words with a capital beside a name that are no part of it
_NO_NAME = frozenset(
    "a am an and are as at aw be but by can come could day dear did do does even for from get go god good got had happy has have he hello her hey hi his how i if in is it "
    "just let like lol lovely me merry my new nice no not now of oh ok old omg on or our poor please rip said saw see she so some sorry thank thanks that the their then "
    "there they this to today told too tomorrow up was we well went were what when where who why will with wow yes yesterday you your monday tuesday wednesday thursday "
    "friday saturday sunday january february march april may june july august september october november december christmas easter nhs person".split()
)


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
        self._things: dict[str, str] = {}  # what was noticed besides, case-folded -> whether a "place" or a "name"
        self._capital: set[str] = set()  # of these the places that may be words: "Reading" goes, "reading" stays
        posts = list(posts)
        self._own = {token.casefold() for post in posts for token in _TOKEN.findall(post.account)}
        for post in posts:
            for span in post.mentions:
                words = _words(post, span)
                if span.label == "person":
                    start, end = self._whole(words, span.start, span.end)
                    self._meet(words[span.start : span.end])
                    self._meet(words[start:end], seen=words[span.start : span.end])
                elif span.label in ("place", "name") and span.end - span.start > 3:
                    self._meet_thing(_OWN.sub("", words[span.start : span.end]), span.label)
            self._meet_beside(post)
        self._learn()
        if self._people:  # a known first name tells the surname behind it
            for post in posts:
                for hit in self._known(post.text):
                    start, end = self._whole(post.text, *hit.span())
                    if (start, end) != hit.span():
                        self._meet(post.text[start:end], seen=hit[0])
            self._learn()

    def _learn(self) -> None:
        self._pattern, self._thing_pattern = _any_of(self._people), _any_of(self._things)

    def _known(self, text: str) -> list[re.Match[str]]:
        """Where a name stands that was noticed anywhere in the report."""
        hits = self._pattern.finditer(text) if self._pattern else iter(())
        return [hit for hit in hits if self._counts(hit[0])]

    def _counts(self, written: str) -> bool:
        word = written.casefold()
        return not self._exact.get(word) or written in self._written[word]

    def _meet_beside(self, post: PostResult) -> None:
        """The people whom the platform names beside a post, and handles, which are also written without their sign."""
        for start, end in captions.captions(post.context, post.account):
            for name in captions.named(post.context[start:end], post.account):
                if not self._own.issuperset(token.casefold() for token in _TOKEN.findall(_OWN.sub("", name))):
                    self._meet(name)
        found = [hit[0] for words in (post.text, post.context) for hit in _HANDLE.finditer(words)]
        if _BARE.fullmatch(post.context) and re.search(r"[\d_.]", post.context):
            found.append(post.context)
        for handle in dict.fromkeys(handle.strip("@.").casefold() for handle in found):
            if re.search(r"[\d_.]", handle) and len(handle) > 3 and not handle.isdigit():
                self._people.setdefault(handle, self._unused())
                self._exact[handle] = False

    def _unused(self) -> int:
        return max(self._people.values(), default=-1) + 1

    def _meet(self, name: str, seen: str = "") -> None:
        """Words of one name. What goes beyond the words `seen` was only found beside them: it counts as it is written."""
        written = [token for token in _TOKEN.findall(_folded(name, case=False)) if token.casefold() not in _TITLES]
        written = [token for token in written if not token.startswith("_")]
        words = [token.casefold() for token in written]
        known = [self._people[word] for word in words if word in self._people]
        number = known[0] if known else self._unused()
        for word, token in zip(words, written, strict=True):
            beside = bool(seen) and word not in _TOKEN.findall(seen.casefold()) and word not in self._people
            self._people.setdefault(word, number)
            self._written.setdefault(word, set()).add(token)
            lower = any(writing == writing.lower() for writing in self._written[word])
            self._exact[word] = (
                ((word in _WORDS or len(word) < 3) and not lower)
                or beside
                or (self._exact.get(word, False) and bool(seen))
            )

    def _meet_thing(self, written: str, label: str) -> None:
        folded = written.casefold()
        if label == "place" and written.istitle() and " " not in written and folded not in self._things:
            self._capital.add(folded)
        elif written.islower():
            self._capital.discard(folded)
        self._things[folded] = label

    def _whole(self, words: str, start: int, end: int) -> tuple[int, int]:
        """A name with the words with a capital that belong to it: the surname behind it, the first name before it."""
        if not words[start].isupper() or (words[start:end].isupper() and end - start > 1):
            return start, end
        for _ in range(2):
            after = _NEXT.match(words, end)
            if not after or _OWN.search(words[start:end]) or not _is_name_like(after[1]):
                break
            end = after.end()
        if words[start:end].split()[0].casefold().rstrip(".") not in _TITLES:
            before = _PREVIOUS.search(words, 0, start)
            if before and _is_name_like(before[1]) and not _OWN.search(before[1]):
                start = before.start(1)
        return start, end

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
                if (
                    gone.isdigit() and len(gone) < 4
                ):  # a bare age says nothing by itself: it counts with the word before it
                    gone = _WORD_BEFORE.search(original, 0, end)[0]  # type: ignore[index]
                word = _folded(gone).strip("@")
                if _folded(_clean(new)).strip() not in (_folded(gone), "") and len(gone) > 1:
                    exact = word in self._capital or word in _WORDS or len(word) < 3
                    found.append(Secret(gone, self._exact.get(word, exact)))
        found += [Secret(name) for name in post.media]
        return list(dict.fromkeys(secret for secret in found if secret.text))

    def _changes(self, post: PostResult, within: str, original: str) -> list[tuple[int, int, str]]:
        """What to put where, in order, none overlapping; a link first, then what was noticed, then names known from other posts."""
        found = [(*made, "") for made in captions.captions(original, post.account)] if within == "context" else []
        found += [(hit.start(), hit.end(), "[link]") for hit in _LINK.finditer(original)]
        found += [
            (s.start, s.end, self._vague(s.label, original, s.start, s.end, post))
            for s in self._spans(post, within, original)
        ]
        found += [(hit.start(), hit.end(), self._person(hit[0])) for hit in _HANDLE.finditer(original)]
        for hit in self._known(original):
            start, end = self._whole(original, *hit.span())
            found += [(start, end, self._person(original[start:end])), (*hit.span(), self._person(hit[0]))]
        for hit in self._thing_pattern.finditer(original) if self._thing_pattern else ():
            if not (hit[0].islower() and hit[0].casefold() in self._capital):
                label = self._things[hit[0].casefold()]
                found.append((*hit.span(), self._vague(label, original, *hit.span(), post)))
        kept: list[tuple[int, int, str]] = []
        for change in found:
            if change[0] < change[1] and all(change[1] <= other[0] or change[0] >= other[1] for other in kept):
                kept.append(change)
        return sorted(kept)

    def _spans(self, post: PostResult, within: str, original: str) -> Iterator[Span]:
        """What was noticed; names whole where nothing else that was noticed is in the way, and as they are in case it is."""
        spans = [span for span in post.mentions if span.within == within]
        for span in spans:
            if span.label == "person":
                start, end = self._whole(original, span.start, span.end)
                if not any(start < other.end and other.start < end for other in spans if other != span):
                    yield replace(span, start=start, end=end)
            yield span

    def _person(self, name: str) -> str:
        handle = name.strip("@.").casefold()
        words = [handle] if handle in self._people else []
        words += [token.casefold() for token in _TOKEN.findall(_folded(name, case=False))]
        number = next((self._people[word] for word in words if word in self._people), None)
        new = f"{OPEN}{number}{CLOSE}" if number is not None else "somebody"
        return new + "’s" if _OWN.search(name) else new

    def _vague(self, label: str, original: str, start: int, end: int, post: PostResult) -> str:
        words = original[start:end]
        before, after = original[max(0, start - 20) : start], original[end : end + 20]
        if label == "person" or (label == "name" and self._known(words)):
            return self._person(words)
        if label == "tag":
            return "[hashtag removed]"
        if label == "name":
            return "[name removed]" + ("’s" if _OWN.search(words) else "")
        if label == "age":
            return vague.age(words, after)
        if label == "date":
            return vague.date(words, str(post.created_at.year) if post.created_at else "", before)
        if label == "day":
            return vague.day(before, after)
        if label == "place":
            return vague.place(words, before)
        return "[contact removed]" if label == "contact" else "[number removed]"


def _any_of(words: Iterable[str]) -> re.Pattern[str] | None:
    """What matches any of these as whole words, the longest first."""
    every = sorted(words, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, every)) + r")(?!\w)", re.IGNORECASE) if every else None


def _is_name_like(word: str) -> bool:
    bare = _OWN.sub("", word)
    return len(bare) > 1 and bare[0].isupper() and not bare.isupper() and bare.casefold() not in _NO_NAME | _TITLES


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
