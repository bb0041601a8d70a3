"""Makes `ordinary_words.txt`, the words that are no names, from the labelled posts and our notes beside them.

    python -m audit.names.training.ordinary_words

A word counts if it stands in small letters in two posts or in one note, and oftener so than with a capital inside a sentence. A name on our
three lists counts only if a note uses it as a word and small letters are common.
"""

from __future__ import annotations

import pathlib
import re
import textwrap
from collections import Counter

from audit import naming
from audit.judge.training.split import load

OUT = pathlib.Path(__file__).parents[1] / "ordinary_words.txt"
HEAD = """\
# Words that are no names: what our invented posts (audit/judge/training/posts) and the notes beside them have in small letters.
# Made by `python -m audit.names.training.ordinary_words`, which says how.
"""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_GOES_ON = re.compile(r"[\w,;:&)'’-]$")  # before a word with a capital: no sentence begins here


def bare(word: str) -> str:
    return word.casefold().replace("’", "'").removesuffix("'s")


def count(text: str) -> tuple[set[str], set[str]]:
    """Words in small letters, and words with a capital inside a sentence."""
    small, capital = set(), set()
    for found in _WORD.finditer(text):
        if found[0].islower():
            small.add(bare(found[0]))
        elif found[0][0].isupper() and _GOES_ON.search(text[: found.start()].rstrip(' "“‘(')):
            capital.add(bare(found[0]))
    return small, capital


def ordinary() -> list[str]:
    """The words, in order."""
    small, capital, noted = Counter[str](), Counter[str](), Counter[str]()
    for post in load():
        found, named = count(post["text"])
        small.update(found)
        capital.update(named)
        noted.update(count(post["note"])[0])
    listed = naming.words("first_names.txt", "surnames.txt", "places.txt")

    def counts(word: str) -> bool:
        seen = small[word] + noted[word]
        if word in listed:
            return noted[word] > 0 and seen >= 8
        return (small[word] > 1 or noted[word] > 0) and seen > capital[word]

    return sorted(word for word in {*small, *noted} if counts(word))


if __name__ == "__main__":
    OUT.write_text(HEAD + textwrap.fill(" ".join(ordinary()), 127, break_on_hyphens=False) + "\n", encoding="utf-8")
