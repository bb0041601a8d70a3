"""The labelled posts: one shape, labels that exist, twins that point at each other's part."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit.judge.judge import CONCERNS
from audit.judge.training.split import FOLDER, groups, load, part_of, parts

ACTIONS = {"keep", "consider", "review", "delete"}
FILES = sorted(path for path in FOLDER.glob("*.jsonl") if path.stem != "histories")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_post_has_the_shape_and_a_sound_label(path: Path) -> None:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        post = json.loads(line)
        where = f"{path.name}:{number}"
        missing = {
            "id",
            "text",
            "platform",
            "kind",
            "profession",
            "action",
            "concerns",
            "acceptable_concerns",
            "note",
        } - set(post)
        assert not missing, where
        assert post["text"].strip(), where
        assert post["action"] in ACTIONS, where
        named = set(post["concerns"]) | set(post["acceptable_concerns"])
        assert named <= {*CONCERNS, "combination"}, where
        assert (post["action"] == "keep") == (not post["concerns"]), where
        if post["action"] in ("review", "delete"):
            assert set(post["concerns"]) != {"self-disclosure"}, where


def test_plain_posts_have_the_shape_and_train_nothing() -> None:
    posts = [json.loads(line) for line in (FOLDER.parent / "plain.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len({post["id"] for post in posts}) == len(posts)
    for post in posts:
        assert post["expected_action"] in post["acceptable_actions"], post["id"]
        assert set(post["acceptable_actions"]) <= ACTIONS, post["id"]
        assert {*post["concerns"], *post["acceptable_concerns"]} <= set(CONCERNS), post["id"]
        assert (post["expected_action"] == "keep") == (not post["concerns"]), post["id"]
    learnt = {post["text"].casefold() for post in load()}
    assert [post["id"] for post in posts if post["text"].casefold() in learnt] == []


def test_ids_are_unique() -> None:
    ids = [post["id"] for post in load()]
    assert len(set(ids)) == len(ids)


def test_twins_and_people_are_never_divided() -> None:
    part = {post["id"]: name for name, rows in parts(load()).items() for post in rows}
    people: dict[str, set[str]] = {}
    for post in load():
        if post.get("contrast") in part:
            assert part[post["id"]] == part[post["contrast"]]
        if post.get("person"):
            people.setdefault(post["person"], set()).add(part[post["id"]])
    assert all(len(found) == 1 for found in people.values())


def test_the_parts_have_their_sizes() -> None:
    posts = load()
    shares = {name: len(rows) / len(posts) for name, rows in parts(posts).items()}
    assert 0.89 < shares["train"] < 0.94
    assert shares["calibration"] > 0.03
    assert shares["heldout"] > 0.03


def test_groups_follow_chains() -> None:
    posts = [
        {"id": "a"},
        {"id": "b", "contrast": "a"},
        {"id": "c", "contrast": "b"},
        {"id": "d", "person": "p"},
        {"id": "e", "person": "p"},
    ]
    assert groups(posts) == [0, 0, 0, 3, 3]
    assert part_of("a") == part_of("a")
