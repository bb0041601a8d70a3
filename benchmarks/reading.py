"""How long `audit.language.read` takes for a history of tweet-length posts, on one core.

    OMP_NUM_THREADS=1 python benchmarks/reading.py [--posts 100000] [--from posts.jsonl] [--profile]

Without `--from` (JSON Lines with `text`), posts are put together from invented sentences: everyday talk, some with links,
handles, emoji and numbers, one in twenty about work in health or care, one in fifty in Welsh, Polish or Spanish.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import random
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from audit.language import read, read_text
from importers.posts import Post, to_frame

EVERYDAY = (
    "Finally home, kettle on, feet up", "can't believe the bus was late AGAIN", "That match was unreal!!!", "so tired lol",
    "New series of Vera tonight 🙌", "Anyone got a spare ticket for Saturday?", "Happy birthday to my best friend ❤️", "ugh mondays",
    "“Be kind” — my nan, every single day", "Weather’s turned, where did summer go…", "pizza night 🍕🍕", "I am never running again",
    "1,500 words down and 2,000 to go", "Who else is watching the final?", "miss the sea so much", "wee walk up Arthur's Seat",
)  # fmt: skip
CARE = (
    "Long shift on the ward but my patients were lovely", "First day of placement tomorrow, nervous", "Mrs B asked for me again today",
    "My client was late, call me on 07700 900123 if you find the file", "Handover in bay 4 took an hour", "Revision: stroke pathway",
)  # fmt: skip
FOREIGN = (
    "Diolch yn fawr i bawb am ddod heddiw", "Mae'r tywydd yn braf iawn yma bore 'ma", "Jestem dzisiaj bardzo zmęczona, dobranoc",
    "Estoy muy cansada pero muy contenta hoy",
)  # fmt: skip
TAILS = ("", "", "", " https://t.co/Ab12Cd34Ef", " @alex_r", " #mondaymotivation", " 😂😂", " 20/20", " 5am start")


def invented(count: int) -> list[str]:
    """That many posts of 40 to 140 characters, the same each time."""
    chance = random.Random(7)
    posts = []
    for _ in range(count):
        pool = chance.choices((EVERYDAY, CARE, FOREIGN), (93, 5, 2))[0]
        first = chance.choice(pool)
        second = "" if pool is FOREIGN else ". " + chance.choice(EVERYDAY)
        posts.append(first + second + chance.choice(TAILS))
    return posts


def main() -> None:
    """Print posts a second, and how many posts went where."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=100_000)
    parser.add_argument("--from", dest="source", type=Path)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    texts = invented(options.posts)
    if options.source is not None:
        with options.source.open(encoding="utf-8") as lines:
            given = [json.loads(line)["text"] for line in lines]
        texts = [given[number % len(given)] for number in range(options.posts)]
    start = datetime(2012, 1, 1, tzinfo=UTC)
    posts = [
        Post(str(number), "x", "post", start + timedelta(hours=number), text, account="me", audience="public")
        for number, text in enumerate(texts)
    ]
    frame = to_frame(posts)
    read_text("My patient Mary: jo@example.com. Diolch yn fawr i bawb am ddod")  # loads all models
    profile = cProfile.Profile()
    if options.profile:
        profile.enable()
    began, worked = time.perf_counter(), time.process_time()
    named = foreign = found = 0
    for reading in read(frame):
        named += any(entity.label == "PERSON" for entity in reading.entities)
        found += any(entity.label not in ("PERSON", "PLACE", "HANDLE", "URL") for entity in reading.entities)
        foreign += reading.language not in ("en", "")
    took, work = time.perf_counter() - began, time.process_time() - worked
    profile.disable()
    print(
        f"{len(frame):,} posts in {work:.1f} s of processor time ({took:.1f} s by the clock): {len(frame) / work:,.0f} a second"
    )
    print(f"with a person's name {named:,}, with another identifier {found:,}, surely not English {foreign:,}")
    if options.profile:
        pstats.Stats(profile).sort_stats("tottime").print_stats(18)


if __name__ == "__main__":
    main()
