"""The ids of word pieces that the judge's networks take for text, as the shipped tokenizer gives them.

Most of a history is the same few thousand words. Plain text is therefore cut into words here and each word's ids are remembered, which
takes a fifth of the time; the tokenizer is asked for words that are new, and for whole texts with anything but plain letters, digits and signs.
tokenizers is imported when the file is opened, so importing this module costs nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

WORDS = 65_536  # remembered at most; some 10 MB
_PLAIN = re.compile(
    r"[\t\n\r -@\[-~]*"
)  # ASCII without capitals, which prepared text has none of, and without control characters
_WORD = re.compile(r"[a-z0-9]+|[^\sa-z0-9]")  # how a BERT tokenizer cuts such text: signs stand alone


class Pieces:
    """Prepared texts in, ids out."""

    def __init__(self, path: Path) -> None:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(path))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenizer = tokenizer
        self._first, self._last = tokenizer.encode("").ids

        @lru_cache(WORDS)
        def known(word: str) -> list[int]:
            found: list[int] = tokenizer.encode(word, add_special_tokens=False).ids
            return found

        self._known = known

    def ids(self, text: str) -> list[int]:
        """The ids of a text between those of beginning and end."""
        if not _PLAIN.fullmatch(text):
            found: list[int] = self._tokenizer.encode(text).ids
            return found
        made = [self._first]
        for word in _WORD.findall(text):
            made += self._known(word)
        made.append(self._last)
        return made
