"""Where the judge looks for its reasons: a text in passages, a passage in phrases, and which phrases weighed most.

Characters and numbers only; the reading with one phrase after another left out is the judge's.
"""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

Spans = list[tuple[int, int]]

PHRASES = 12  # of a passage
HEAVIEST = 6  # phrases, as a quick look finds them, without each of which the passage is read again
SHORTEST_FULL = 3  # words after which a phrase may end anywhere
PASSAGE = 60  # words; a longer text is searched for the passage that matters first
LETTERS = 2000  # of a passage: more than the model reads at once, also where no white space ends a word
SPANS = 3  # that are shown; more words than that explain nothing
SHARE = 0.35  # of what the strongest phrase weighs: a phrase below is no reason

_WORD = re.compile(r"\S+")
_TOKEN = re.compile(r"[^\s\W]+(?:['’@*$!.-]\w+)*|\S")
_LAST = re.compile(r"[.!?…][\"'”’)\]]*$")
_PAUSE = re.compile(r"[.,;:!?…–—)\]][\"'”’)\]]*$|^[–—-]+$")
_SMALL = frozenset(
    "a an the and or but so of to in on at by for from with as is are was were be been am it its this that these those i he she we they "
    "you my your our his her their me him them us just very really".split()
)


def passages(text: str) -> Spans:
    """A long text in parts of about half to a whole `PASSAGE` of words, in whole sentences where it has any; a short one in one."""
    words = [match.span() for match in _WORD.finditer(text)]
    if len(words) <= PASSAGE:
        return [(0, min(len(text), LETTERS))]
    parts: Spans = []
    first = 0
    for last, (start, end) in enumerate(words):
        size = last - first + 1
        ended = last + 1 == len(words) or "\n" in text[end : words[last + 1][0]] or _LAST.search(text[start:end][-9:])
        if size >= PASSAGE or last + 1 == len(words) or (ended and size >= PASSAGE // 2):
            parts.append((words[first][0], min(end, words[first][0] + LETTERS)))
            first = last + 1
    return parts


def phrases(text: str) -> Spans:
    """A passage in at most `PHRASES` phrases, one after the other: cut where a speaker would pause or a small word begins something new."""
    words = [match.span() for match in _WORD.finditer(text)]
    least = max(1, -(-len(words) // PHRASES))
    found: Spans = []
    first = 0
    for last, (start, end) in enumerate(words):
        size = last - first + 1
        if last + 1 < len(words):
            following = text[slice(*words[last + 1])]
            rest = bool(_PAUSE.search(text[start:end][-9:])) or (
                _is_small(following) and not _is_small(text[start:end])
            )
            if size < least or not (rest or size >= max(least + 1, SHORTEST_FULL)):
                continue
        found.append((words[first][0], end))
        first = last + 1
    return found


def weightiest(text: str, spans: Spans, drops: npt.NDArray[np.float32]) -> Spans:
    """Of the phrases of a passage those without which the judge is much less sure, in order of place, without small words at their ends.

    `drops` (phrases,): how far the judge falls without each. Of two that weigh the same the shorter is worth more.
    """
    lengths = np.array([len(_WORD.findall(text[start:end])) for start, end in spans], "float32")
    worth = drops / (0.6 + 0.4 * lengths)
    order = [k for k in np.argsort(-worth, kind="stable")[:SPANS] if worth[k] > 0 and worth[k] >= SHARE * worth.max()]
    return sorted(_trimmed(text, spans[k]) for k in order)


def _is_small(word: str) -> bool:
    return word.strip(".,;:!?…\"'“”‘’()").lower() in _SMALL


def _trimmed(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The span without punctuation and small words at its ends, unless nothing else is in it."""
    words = [(m.start() + span[0], m.end() + span[0]) for m in _TOKEN.finditer(text[span[0] : span[1]])]
    heavy = [
        (a, b)
        for a, b in words
        if text[a:b].lower() not in _SMALL and any(c.isalnum() or ord(c) > 0x2000 for c in text[a:b])
    ]
    return (heavy[0][0], heavy[-1][1]) if heavy else span
