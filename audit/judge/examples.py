"""The shipped examples: invented, labelled posts that a finding is compared with, so that a person sees what it was taken for.

Likeness is that of words, each the heavier the rarer it is among the examples (tf-idf), and not that of the judge's own vectors: to the
judge all breaches of a kind look alike, and its nearest ones tell of something else. A reader goes by what a post is about.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

MANY = 2  # examples for a finding
LIKE = 0.08  # likeness (0 to 1) below which two texts share nothing to speak of
_WORD = re.compile(r"[^\W_]+(?:'[a-z]+)?")


@dataclass(frozen=True, slots=True)
class Example:
    """An invented, labelled post from the training data, to show what a finding resembles."""

    text: str
    label: str  # the action: delete, review or consider
    why: str  # in our words


class Examples:
    """For each concern some hundreds of examples."""

    def __init__(self, by_concern: Mapping[str, Sequence[Example]]) -> None:
        self._examples = by_concern

    @cached_property
    def _said(self) -> dict[str, list[Counter[str]]]:
        return {
            concern: [_counted(f"{one.text} {one.why}") for one in found] for concern, found in self._examples.items()
        }

    @cached_property
    def _rare(self) -> dict[str, float]:
        """How rare each word is. Reckoned when first asked for, as the places below are: half a second that a child process need not spend."""
        many = sum(map(len, self._said.values()))
        spread = Counter(word for texts in self._said.values() for text in texts for word in text)
        return {word: math.log((1 + many) / (1 + count)) for word, count in spread.items()}

    @cached_property
    def _where(self) -> dict[str, dict[str, list[tuple[int, float]]]]:
        """Concern -> word -> the examples that have it, and how much of each it is."""
        places: dict[str, dict[str, list[tuple[int, float]]]] = {}
        for concern, texts in self._said.items():
            where = places[concern] = defaultdict(list)
            for number, text in enumerate(texts):
                for word, weight in self._weighed(text).items():
                    where[word].append((number, weight))
        return places

    @classmethod
    def load(cls, path: Path) -> Examples:
        """The examples of a JSON file: concern -> list of `text`, `label`, `why`."""
        rows = json.loads(path.read_text(encoding="utf-8"))
        return cls({concern: [Example(**row) for row in found] for concern, found in rows.items()})

    def nearest(self, text: str, concern: str) -> tuple[Example, ...]:
        """The two of a concern that read most like a text; fewer where none shares words with it that say something."""
        like: Counter[int] = Counter()
        for word, weight in self._weighed(_counted(text)).items():
            for number, share in self._where[concern].get(word, ()):
                like[number] += weight * share  # type: ignore[assignment]  # a Counter's values may be any numbers
        found = sorted(like.items(), key=lambda item: (-item[1], item[0]))[:MANY]
        return tuple(self._examples[concern][number] for number, likeness in found if likeness >= LIKE)

    def _weighed(self, counts: Mapping[str, int]) -> dict[str, float]:
        """The words of a text that some example has, with weights of a length of one together."""
        weights = {word: (1 + math.log(n)) * self._rare[word] for word, n in counts.items() if word in self._rare}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {word: weight / length for word, weight in weights.items()}


def _counted(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.lower()))
