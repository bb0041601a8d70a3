"""Times a whole audit: a made-up X archive of many posts in, both reports out; prints seconds for each stage and the peak memory.

    .venv/bin/python benchmarks/whole_run.py [--posts 100000]

The posts are the project's own training posts, shuffled and varied by a number, so that none is judged twice. A natural history has
far fewer posts to look at; `--natural` takes the everyday ones only, which is nearer to life.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from audit import pipeline
from audit.files import write_all
from audit.judge.judge import Judge
from audit.rulebook import load
from importers import IMPORTERS, read_exports
from reports import FORMATS

POSTS = Path(__file__).resolve().parents[1] / "audit" / "judge" / "training" / "posts"


def texts(natural: bool) -> list[str]:
    found = []
    for path in sorted(POSTS.glob("*.jsonl")):
        if natural and path.stem not in ("ordinary", "everyday", "timelines"):
            continue
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
        found += [row["text"] for row in rows if "text" in row and len(row["text"]) <= 280]
    return found


def archive(folder: Path, count: int, natural: bool) -> Path:
    chooser, pool = random.Random(0), texts(natural)
    start = datetime(2010, 1, 1, tzinfo=UTC)
    tweets = []
    for number in range(count):
        moment = start + timedelta(minutes=73 * number)
        tweets.append(
            {
                "tweet": {
                    "id_str": str(10**17 + number),
                    "created_at": moment.strftime("%a %b %d %H:%M:%S +0000 %Y"),
                    "full_text": f"{chooser.choice(pool)} {number}",
                    "entities": {},
                }
            }
        )
    (folder / "data").mkdir()
    account = [{"account": {"username": "otter_example", "accountId": "42", "accountDisplayName": "Otter"}}]
    (folder / "data" / "account.js").write_text(f"window.YTD.account.part0 = {json.dumps(account)}", encoding="utf-8")
    (folder / "data" / "tweets.js").write_text(f"window.YTD.tweets.part0 = {json.dumps(tweets)}", encoding="utf-8")
    return folder


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--posts", type=int, default=100_000)
    parser.add_argument("--natural", action="store_true", help="everyday posts only")
    options = parser.parse_args()
    stages: dict[str, float] = {}

    def lap(stage: str, since: float) -> float:
        now = time.perf_counter()
        stages[stage] = stages.get(stage, 0.0) + now - since
        return now

    with tempfile.TemporaryDirectory() as folder:
        export = archive(Path(folder), options.posts, options.natural)
        clock = time.perf_counter()
        imported = read_exports([export])
        clock = lap("read the export", clock)
        book, judge = load().choose("physiotherapist"), Judge.load()
        clock = lap("load rules and judge", clock)
        verdicts = judge.judge(
            list(imported.posts["text"]),
            list(imported.posts["kind"].astype(str)),
            list(imported.posts["platform"].astype(str)),
        )
        clock = lap("judge alone (part of the audit)", clock)
        result = pipeline.audit(
            imported,
            book,
            judge,
            pipeline.Person("physiotherapist"),
            version="0",
            now=datetime(2026, 1, 1, tzinfo=UTC),
            platforms=pipeline.platforms(IMPORTERS),
        )
        clock = lap("audit", clock)
        pages = {f"report.{name}": render(result) for name, render in FORMATS.items()}
        clock = lap("render", clock)
        write_all(Path(folder) / "out", pages)
        lap("write", clock)
    for stage, seconds in stages.items():
        print(f"{stage:34} {seconds:8.1f} s")
    print(f"{'posts':34} {len(imported.posts):8,}   looked at {len(result.posts):,}   verdicts {len(verdicts):,}")
    for name, page in pages.items():
        print(f"{name:34} {len(page.encode()) / 1e6:8.1f} MB")
    print(f"{'peak memory':34} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB")


if __name__ == "__main__":
    main()
