"""Times a whole audit: a made-up X archive of many posts in, every report out; seconds for each stage and the peak memory.

    .venv/bin/python benchmarks/whole_run.py [--posts 100000] [--dense] [--from posts.jsonl] [--processes 2] [--profile]

What the options and the figures mean: benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import pstats
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from audit import pipeline
from audit.files import write_all
from audit.judge.judge import Asked, Judge, Reason, Verdict
from audit.rulebook import load
from importers import IMPORTERS, read_exports
from reports import FORMATS

POSTS = Path(__file__).resolve().parents[1] / "audit" / "judge" / "training" / "posts"
COMMON = Path(__file__).resolve().parents[1] / "audit" / "detectors" / "common_words.txt"
EVERYDAY = ("everyday", "ordinary", "timelines")
TROUBLE = 0.02  # of a natural history: posts written to be hard, many of which are to be looked at
TWEET = 280  # characters


def training_posts() -> tuple[list[str], list[str]]:
    """The tweet-length ones of the project's own invented posts: everyday ones to keep, and all others."""
    plain: list[str] = []
    others: list[str] = []
    for path in sorted(POSTS.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if len(row.get("text", "")) <= TWEET:
                kept = path.stem in EVERYDAY and row.get("action") == "keep"
                (plain if kept else others).append(row.get("text", ""))
    return plain, [text for text in others if text]


def history(count: int, dense: bool, source: Path | None) -> list[str]:
    """Texts of a history, the same each time. Two common words make each post different, so that every one is judged."""
    chance = random.Random(0)
    plain, others = training_posts()
    if source is not None:
        plain = [json.loads(line)["text"] for line in source.read_text(encoding="utf-8").splitlines()]
    trouble = 1.0 if dense else 0.0 if source is not None else TROUBLE
    pools = (others if chance.random() < trouble else plain for _ in range(count))
    words = [line for line in COMMON.read_text(encoding="utf-8").splitlines() if not line.startswith("#")][:400]
    return [f"{chance.choice(pool)} {words[n // 400]} {words[n % 400]}" for n, pool in enumerate(pools)]


def archive(folder: Path, texts: Sequence[str]) -> Path:
    """An X archive of these texts, 73 minutes between two."""
    start = datetime(2010, 1, 1, tzinfo=UTC)
    tweets = [
        {
            "tweet": {
                "id_str": str(10**17 + number),
                "created_at": (start + timedelta(minutes=73 * number)).strftime("%a %b %d %H:%M:%S +0000 %Y"),
                "full_text": text,
                "entities": {},
            }
        }
        for number, text in enumerate(texts)
    ]
    (folder / "data").mkdir()
    account = [{"account": {"username": "otter_example", "accountId": "42", "accountDisplayName": "Otter"}}]
    (folder / "data" / "account.js").write_text(f"window.YTD.account.part0 = {json.dumps(account)}", encoding="utf-8")
    (folder / "data" / "tweets.js").write_text(f"window.YTD.tweets.part0 = {json.dumps(tweets)}", encoding="utf-8")
    return folder


def worked_so_far() -> float:
    """Seconds of processor time, of this process and of those that it started and that have ended."""
    return sum(os.times()[:4])


class Watch:
    """Seconds by the clock, and of processor time on all cores together, for each stage; those of a stage within count there only."""

    def __init__(self) -> None:
        self.stages: dict[str, tuple[float, float]] = {}
        self._inside = [(0.0, 0.0)]

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Times what is done inside."""
        clock, work = time.perf_counter(), worked_so_far()
        self._inside.append((0.0, 0.0))
        yield
        took, worked = time.perf_counter() - clock, worked_so_far() - work
        within = self._inside.pop()
        before = self.stages.get(name, (0.0, 0.0))
        self.stages[name] = (before[0] + took - within[0], before[1] + worked - within[1])
        self._inside[-1] = (self._inside[-1][0] + took, self._inside[-1][1] + worked)


class WatchedJudge:
    """The shipped judge, timed, so that its part of an audit is known."""

    def __init__(self, watch: Watch) -> None:
        self._judge, self._watch = Judge.load(), watch
        self.explained = 0

    def judge(
        self,
        texts: Sequence[str],
        kinds: Sequence[str],
        platforms: Sequence[str],
        closely: Sequence[bool] = (),
    ) -> list[Verdict]:
        with self._watch.stage("the judge reads"):
            return self._judge.judge(texts, kinds, platforms, closely)

    def explain(
        self, asked: Sequence[Asked], closely: int, progress: Callable[[int], None] | None = None
    ) -> list[dict[str, Reason]]:
        self.explained += len(asked)
        with self._watch.stage("the judge explains"):
            return self._judge.explain(asked, closely, progress)


def main() -> None:
    """Print the stages, what was found, the sizes of the reports and the peak memory."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--posts", type=int, default=100_000)
    parser.add_argument(
        "--dense", action="store_true", help="posts written to be hard, more than a third of which are to be looked at"
    )
    parser.add_argument(
        "--from", dest="source", type=Path, help="JSON Lines with `text`: these posts instead of everyday ones"
    )
    parser.add_argument(
        "--processes",
        type=int,
        default=1,
        help="as many as the command line would use; then the judge has no row of its own",
    )
    parser.add_argument("--profile", action="store_true", help="print the functions in which the audit spends its time")
    options = parser.parse_args()
    watch, profile = Watch(), cProfile.Profile(time.process_time)
    with tempfile.TemporaryDirectory() as folder:
        export = archive(Path(folder), history(options.posts, options.dense, options.source))
        with watch.stage("load rules and judge"):
            book, judge = load().choose("physiotherapist"), WatchedJudge(watch)
        with watch.stage("read the export"):
            imported = read_exports([export])
        standing_in: Any = judge
        if options.profile:
            profile.enable()
        with watch.stage("rules, names and the rest"):
            result = pipeline.audit(
                imported,
                book,
                standing_in,
                pipeline.Person("physiotherapist"),
                version="0",
                now=datetime(2026, 1, 1, tzinfo=UTC),
                platforms=pipeline.platforms(IMPORTERS),
                processes=options.processes,
            )
        profile.disable()
        pages = {}
        for name, render in FORMATS.items():
            with watch.stage(f"render {name}"):
                pages[f"report.{name}"] = render(result)
        with watch.stage("write"):
            write_all(Path(folder) / "out", pages)
    print(f"{'':28} {'clock':>8} {'processor':>10}")
    for stage, (took, worked) in watch.stages.items():
        print(f"{stage:28} {took:6.1f} s {worked:8.1f} s")
    print(
        f"{'together':28} {sum(a for a, _ in watch.stages.values()):6.1f} s {sum(b for _, b in watch.stages.values()):8.1f} s"
    )
    actions = ", ".join(f"{action} {count:,}" for action, count in result.summary.actions.items())
    print(f"{len(imported.posts):,} posts: {actions}; the judge explained {judge.explained:,}")
    print(", ".join(f"{name} {len(page.encode()) / 1e6:.1f} MB" for name, page in pages.items()))
    own, largest = (
        resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(f"peak memory {own:,.0f} MB" + (f", of the largest other process {largest:,.0f} MB" if largest else ""))
    if options.profile:
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)


if __name__ == "__main__":
    main()
