"""What each post shows by itself: read, judged, excused and weighed, a part of the posts at a time.

Nothing that is found in one post depends on another (what only several posts show is gathered by `combination`), so a
long history is shared between processes, each with models of its own.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace

import pandas as pd

from audit import detectors, language, scoring
from audit.detectors.classifier import Classifier
from audit.detectors.combination import Combination, Trace
from audit.excuses import Excuses
from audit.judge.judge import Judge, Verdict
from audit.language import Reading
from audit.matching import View
from audit.mentions import mentions
from audit.notes import Notes
from audit.results import Match, Note, Span
from audit.rulebook import Rulebook

PART = 1000  # posts
MANY = 10_000  # posts from which more than one process is worth its start: three seconds and 400 MB each
MOST = 4  # processes, for the sake of memory


@dataclass(frozen=True)
class Equipment:
    """What an examiner needs. `judge` None leaves the rules to speak alone."""

    rulebook: Rulebook
    judge: Judge | None
    own_names: frozenset[str] = frozenset()  # the person's own names and handles: never entities
    hold: bool = False  # as in `Person`
    every: bool = False  # notice kept posts too


@dataclass(frozen=True, slots=True)
class Noticed:
    """A post that is not simply kept, or of which something is to be said."""

    reading: Reading
    verdict: Verdict | None
    matches: list[Match]
    weighed: scoring.Weighed
    notes: tuple[Note, ...]
    mentions: tuple[Span, ...] = ()  # what could tell who somebody else is; for posts that are not kept


@dataclass(frozen=True, slots=True)
class Part:
    """What was found in some of the posts, in their order."""

    posts: int
    languages: Counter[str]
    noticed: tuple[Noticed, ...]
    traces: tuple[Trace, ...]  # for `combination`


class Examiner:
    """Every detector, excuse and note of a rulebook, ready to look at posts one by one."""

    def __init__(self, equipment: Equipment) -> None:
        book = equipment.rulebook
        self._equipment = equipment
        self._detectors = detectors.build(book)
        self._classifier = Classifier(book, equipment.judge) if equipment.judge is not None else None
        self._combination = Combination(book)
        self._excuses, self._notes = Excuses(book), Notes(book)

    def examine(self, posts: pd.DataFrame) -> Part:
        """Look at some rows of a posts frame."""
        needed = self._equipment
        ids = dict(zip(posts.index.tolist(), posts["post_id"].tolist(), strict=True))
        views = [View.of(reading) for reading in language.read(posts, needed.own_names)]
        matches = [self._by_rules(view) for view in views]
        noticed, traces = [], []
        for view, found, verdict in zip(views, matches, self._verdicts(views, matches), strict=True):
            reading = view.reading
            if self._classifier is not None and verdict is not None:
                found += self._classifier.detect(reading, verdict)
            found = self._excuses.apply(view, found)
            weighed = scoring.weigh(found, needed.rulebook, ids, verdict, needed.hold)
            said = (*weighed.notes, *self._notes.beside(view, weighed.action))
            if weighed.action != "keep" or said or needed.every:
                noticed.append(Noticed(reading, verdict, found, weighed, said))
            if trace := self._combination.trace(reading, verdict):
                traces.append(trace)
        languages = Counter(view.reading.language or "en" for view in views)
        return Part(len(views), languages, self._with_mentions(noticed), tuple(traces))

    def _with_mentions(self, noticed: Sequence[Noticed]) -> tuple[Noticed, ...]:
        listed = [seen.reading for seen in noticed if seen.weighed.action != "keep"]
        others = mentions(listed, self._equipment.own_names)
        return tuple(
            seen if seen.weighed.action == "keep" else replace(seen, mentions=next(others)) for seen in noticed
        )

    def _by_rules(self, view: View) -> list[Match]:
        return [match for detector in self._detectors for match in detector.detect(view)]

    def _verdicts(self, views: Sequence[View], matches: Sequence[list[Match]]) -> Sequence[Verdict | None]:
        """The judge's, of each post; it always reads those in which a rule found something."""
        judge = self._equipment.judge
        if judge is None:
            return [None] * len(views)
        readings = (view.reading for view in views)
        texts, kinds, platforms = zip(*((one.text, one.kind, one.platform) for one in readings), strict=True)
        return judge.judge(texts, kinds, platforms, [bool(found) for found in matches])


def worth(posts: int) -> int:
    """How many processes are worth their start for so many posts."""
    return 1 if posts < MANY else min(os.cpu_count() or 1, MOST)


def examine(posts: pd.DataFrame, equipment: Equipment, processes: int = 1) -> Iterator[Part]:
    """What is found in each part of a posts frame, in order. With several processes each loads the shipped judge again."""
    parts = [posts.iloc[start : start + PART] for start in range(0, len(posts), PART)]
    done = 0
    if processes > 1 and len(parts) > 1:
        threads = max(1, (os.cpu_count() or 1) // processes)
        bare = replace(equipment, judge=None)  # a loaded model cannot be handed over
        given = (bare, threads if equipment.judge is not None else 0)
        try:
            with ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), _prepare, given) as pool:
                for part in pool.map(_examine, parts):
                    done += 1
                    yield part
        except BrokenProcessPool:  # the system ended one, mostly for want of memory: the rest is done here
            pass
    if done < len(parts):
        yield from map(Examiner(equipment).examine, parts[done:])


_examiner: list[Examiner] = []  # of this process; only ever filled in one that `examine` started


def _prepare(equipment: Equipment, threads: int) -> None:
    # Ctrl+C is for the process that the person started, which ends the others
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ["TOKENIZERS_PARALLELISM"] = "false"  # the processes share the cores already
    judge = Judge.load(threads) if threads else None
    _examiner.append(Examiner(replace(equipment, judge=judge)))


def _examine(posts: pd.DataFrame) -> Part:
    return _examiner[0].examine(posts)
