"""The labelled posts, and which of them train, calibrate and test the judge.

    from audit.judge.training.split import load, parts
    parts(load())["heldout"]        # list of posts that no model was trained or calibrated on

A post belongs with its contrast twin and with the other posts of the same person: such a group is never divided. The part is decided by
a hash of the group's first id, so it stays the same when posts are added. `python -m audit.judge.training.split` counts.
"""

from __future__ import annotations

import collections
import hashlib
import json
import pathlib
from typing import Any

FOLDER = pathlib.Path(__file__).parent / "posts"
PARTS = ("train", "calibration", "heldout")
Post = dict[str, Any]


def load(folder: pathlib.Path = FOLDER) -> list[Post]:
    """Every labelled single post (`histories.jsonl` has another shape and is left out); the files written later come last."""
    posts = []
    for path in sorted(folder.glob("*.jsonl"), key=lambda path: (path.name.startswith("new_"), path.name)):
        with path.open(encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines if line.strip()]
        posts += [{**row, "file": path.stem} for row in rows if "text" in row]
    return posts


def groups(posts: list[Post]) -> list[int]:
    """For each post the position of the first post of its group."""
    parent = list(range(len(posts)))

    def first(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    place: dict[str, int] = {}
    for i, post in enumerate(posts):
        place[post["id"]] = i
        if post.get("person"):
            place.setdefault("person " + post["person"], i)
    for i, post in enumerate(posts):
        for other in (post.get("contrast"), post.get("person") and "person " + post["person"]):
            if other and other in place:
                a, b = sorted((first(i), first(place[other])))
                parent[b] = a
    return [first(i) for i in range(len(posts))]


def part_of(key: str) -> str:
    """train 92 %, calibration 4 %, heldout 4 % of the groups: some 5,000 posts each for the last two, and what they held before trains, too."""
    cell = int.from_bytes(hashlib.sha256(key.encode()).digest()[:4], "big") % 100
    return "train" if cell < 92 else "calibration" if cell < 96 else "heldout"


def parts(posts: list[Post]) -> dict[str, list[Post]]:
    """The posts of each part, in the order given."""
    found: dict[str, list[Post]] = {part: [] for part in PARTS}
    for post, first in zip(posts, groups(posts), strict=True):
        found[part_of(posts[first]["id"])].append(post)
    return found


def main() -> None:
    for part, rows in parts(load()).items():
        print(part, len(rows), dict(collections.Counter(row["action"] for row in rows)))


if __name__ == "__main__":
    main()
