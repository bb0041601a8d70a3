"""What `all`, `any` and `none` mean: one rule and one Reading give the spans that matter, or nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from audit.language import Reading
from audit.results import Span
from audit.rule import Matcher, Rule
from audit.screen import ENTITY, WORD, Screen, Shown
from audit.text import Normalised, unmasked

OTHERS_WORDS = frozenset({"like", "follow", "join"})


@dataclass(frozen=True, slots=True)
class View:
    """A Reading with the two texts that rules look at: as normalised, and with hidden words unmasked."""

    reading: Reading
    plain: Normalised
    clear: Normalised  # the same object as `plain` where nothing was hidden
    shown: Shown | None = None  # for screens; None where nobody asks

    @classmethod
    def of(cls, reading: Reading) -> View:
        """The view of a post: made once, and handed to whatever runs rules on it."""
        plain = reading.normal
        clear = unmasked(plain)
        texts = (plain.text,) if clear is plain else (plain.text, clear.text)
        words = {word for text in texts for word in WORD.findall(text)}
        words.update(ENTITY + entity.label for entity in reading.entities if entity.sure)
        return cls(reading, plain, clear, Shown.of(words, *texts))

    def candidates(self, screen: Screen) -> list[Rule]:
        """The rules of a screen that are worth running on this post."""
        assert self.shown is not None
        return screen.candidates(self.shown)

    def without(self, spans: Iterable[Span]) -> View:
        """The same post with these words blanked out, for asking whether a rule would match without them."""
        gone = [(span.start, span.end) for span in spans]
        plain = _blanked(self.plain, gone)
        return View(self.reading, plain, plain if self.clear is self.plain else _blanked(self.clear, gone))


def _blanked(normal: Normalised, gone: list[tuple[int, int]]) -> Normalised:
    blank = "\x1f"  # no word character, and in no pattern
    letters = [
        blank if any(start <= normal.origin[at] < end for start, end in gone) else letter
        for at, letter in enumerate(normal.text)
    ]
    return Normalised("".join(letters), normal.origin)


def applies(rule: Rule, reading: Reading) -> bool:
    """Whether a rule looks at this kind of post. Rules look at the person's own words unless they name the kind."""
    kinds = rule.applies_to.kinds
    others = reading.of_context or reading.kind in OTHERS_WORDS
    if (reading.kind not in kinds) if kinds else others:
        return False
    return rule.applies_to.media is None or rule.applies_to.media == reading.has_media


def evidence(rule: Rule, view: View) -> tuple[Span, ...]:
    """The spans that made the rule match, in order; () if it does not. Every matcher that fired gives its spans."""
    whole = (0, len(view.plain.text))
    places = view.reading.sentences if rule.within == "sentence" else (whole,)
    found: set[Span] = set()
    for place in places:
        spans = _all(rule.all, view, place)
        if spans:
            found |= spans
    if not found or any(_spans(matcher, view, whole) for matcher in rule.none):
        return ()
    return tuple(sorted(found, key=lambda span: (span.start, span.end, span.label)))


def _all(matchers: Sequence[Matcher], view: View, place: tuple[int, int]) -> set[Span]:
    found: set[Span] = set()
    for matcher in matchers:
        spans = _spans(matcher, view, place)
        if not spans:
            return set()
        found |= spans
    return found


def _spans(matcher: Matcher, view: View, place: tuple[int, int]) -> set[Span]:
    if matcher.kind == "any":
        return {span for option in matcher.options for span in _spans(option, view, place)}
    field = "context" if view.reading.of_context else "text"
    if matcher.kind == "entity":
        start, end = _original(view, place)
        return {
            Span(entity.start, entity.end, matcher.label, field)  # type: ignore[arg-type]
            for entity in view.reading.entities
            if entity.label in matcher.entities and entity.sure and start <= entity.start and entity.end <= end
        }
    found = _hits(matcher, view.plain, place, field)
    if matcher.unmasked and view.clear is not view.plain:
        first, last = (bisect_left(view.clear.origin, at) for at in _original(view, place))
        found |= _hits(matcher, view.clear, (first, last), field)
    return found


def _hits(matcher: Matcher, normal: Normalised, place: tuple[int, int], field: str) -> set[Span]:
    assert matcher.pattern is not None
    if not matcher.pattern.search(normal.text, *place):  # most rules are not found: search is the cheaper answer
        return set()
    return {
        Span(*normal.back(hit.start(), hit.end()), matcher.label, field)  # type: ignore[arg-type]
        for hit in matcher.pattern.finditer(normal.text, *place)
        if hit.end() > hit.start()
    }


def _original(view: View, place: tuple[int, int]) -> tuple[int, int]:
    return view.plain.back(*place) if place[0] < place[1] else (0, 0)
