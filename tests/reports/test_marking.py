"""Cutting text at the edges of evidence: nothing is lost, nothing gets out."""

from __future__ import annotations

from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.results import Span
from reports.marking import AROUND, HEAD, LONG, Piece, excerpt, pieces, visible

SPANS = st.lists(
    st.builds(Span, st.integers(-5, 80), st.integers(-5, 80), st.sampled_from(["age", "ward"])), max_size=8
)


@settings(max_examples=50)
@given(st.text(max_size=70), SPANS)
def test_pieces_join_to_the_text(text: str, spans: list[Span]) -> None:
    found = pieces(text, spans)
    assert "".join(piece.text for piece in found) == text
    marked = [any(s.start <= at < s.end for s in spans) for at in range(len(text))]
    assert [piece.marked for piece in found for _ in piece.text] == marked


@settings(max_examples=25)
@given(st.integers(LONG + 1, LONG * 4), st.lists(st.tuples(st.integers(0, LONG * 4), st.integers(1, 40)), max_size=6))
def test_of_a_long_text_the_start_and_all_evidence_is_shown(length: int, places: list[tuple[int, int]]) -> None:
    text = "".join(chr(0x4E00 + at % 20_000) for at in range(length))
    spans = [Span(at, at + width, "x") for at, width in places if at + width <= length]
    found = pieces(text, spans)
    at, shown = 0, set()
    for piece in found:
        assert text[at : at + len(piece.text)] == piece.text
        shown.update(range(at, at + len(piece.text)))
        at += len(piece.text) + piece.left_out
    assert at == length
    assert shown >= set(range(HEAD))
    for span in spans:
        assert shown >= set(range(max(0, span.start - AROUND), min(length, span.end + AROUND)))


def test_evidence_that_overlaps_is_one_piece() -> None:
    spans = [Span(0, 4, "who"), Span(2, 6, "where"), Span(2, 6, "where"), Span(9, 9, "empty"), Span(8, 99, "too far")]
    assert pieces("abcdefghij", spans) == [
        Piece("abcdef", True, ("who", "where")),
        Piece("gh"),
        Piece("ij", True, ("too far",)),
    ]


@settings(max_examples=50)
@given(st.text())
def test_visible_text_has_no_markup_of_its_own(text: str) -> None:
    soup = BeautifulSoup(f"<p>{visible(text)}</p>", "html.parser")
    assert {tag.name for tag in soup.find_all()} <= {"p", "span"}
    assert all(tag["class"] == ["ctl"] for tag in soup.find_all("span"))


def test_what_nobody_could_see_is_shown_as_its_number() -> None:
    assert visible("a\u202eb\x00c\n\u2067d") == (
        'a<span class="ctl">U+202E</span>b<span class="ctl">U+0000</span>c\n\u2067d'
    )


@settings(max_examples=50)
@given(st.text(), st.integers(2, 60))
def test_an_excerpt_is_one_short_line(text: str, length: int) -> None:
    line = excerpt(text, length)
    assert len(line) <= length
    assert len(line.splitlines()) <= 1
