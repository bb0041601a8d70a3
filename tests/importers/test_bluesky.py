"""Bluesky exports: every trap of the format, on repositories made on the fly."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importers import Import, bluesky, read_exports
from importers.archive import Archive
from importers.posts import Owner, Post, Problem, ReadOptions, Remark
from tests.importers.car import Repo, repository
from tests.importers.conftest import Maker

DID = "did:plc:inventedinventedinvent1"
BO = "did:plc:inventedinventedinven2"
POST = "app.bsky.feed.post/"
WHEN = "2025-01-02T03:04:05Z"


def post(text: str = "x", **more: Any) -> dict[str, Any]:
    return {"$type": "app.bsky.feed.post", "text": text, "createdAt": WHEN} | more


def rows(result: Import) -> dict[str, Any]:
    return {row.post_id.removeprefix(f"at://{DID}/").removeprefix(POST): row for row in result.posts.itertuples()}


def read(export: Maker, **records: Any) -> dict[str, Any]:
    return rows(export({"repo.car": repository({POST + key: record for key, record in records.items()})}))


def remarks(result: Import) -> str:
    return "\n".join(remark.says for remark in result.coverage.remarks)


def facet(text: str, part: str, uri: str) -> dict[str, Any]:
    start = len(text[: text.index(part)].encode())
    index = {"byteStart": start, "byteEnd": start + len(part.encode())}
    return {"index": index, "features": [{"$type": "app.bsky.richtext.facet#link", "uri": uri}]}


def test_places_of_links_are_counted_in_bytes_and_links_are_whole(export: Maker) -> None:
    text = "Größe 🥖👩🏾‍🍳 a.example/1… und b.example/2… ende"
    facets = [
        facet(text, "a.example/1…", "https://a.example/1234"),
        facet(text, "b.example/2…", "https://b.example/2345"),
    ]
    made = read(export, a=post(text, facets=facets))
    assert made["a"].text == "Größe 🥖👩🏾‍🍳 https://a.example/1234 und https://b.example/2345 ende"


@pytest.mark.parametrize(
    "index", [{"byteStart": 1, "byteEnd": 3}, {"byteStart": 0, "byteEnd": 999}, {"byteStart": "a"}, {}]
)
def test_damaged_places_of_links_change_nothing(export: Maker, index: dict[str, Any]) -> None:
    features = [{"$type": "app.bsky.richtext.facet#link", "uri": "https://a.example"}]
    assert read(export, a=post("🥖 loaf", facets=[{"index": index, "features": features}]))["a"].text == "🥖 loaf"


def test_names_come_from_the_tree_with_their_shared_beginnings(export: Maker) -> None:
    keys = [f"3kinvented{letter}{number}c" for letter in "abc" for number in "234"]
    made = read(export, **{key: post(f"text of {key}") for key in keys})
    assert {key: row.text for key, row in made.items()} == {key: f"text of {key}" for key in keys}
    assert made[keys[0]].url == f"https://bsky.app/profile/{DID}/post/{keys[0]}"
    assert made[keys[0]].post_id == f"at://{DID}/{POST}{keys[0]}"


def test_blocks_outside_the_tree_are_not_current(export: Maker) -> None:
    assert list(read(export, a=post("current"))) == ["a"]


def test_loops_are_survived(export: Maker) -> None:
    repo = Repo()
    inner = repo.node([(POST + "b", repo.block(post("b")), None)])
    outer = repo.node([(POST + "a", repo.block(post("a")), inner)], inner)
    assert sorted(rows(export({"repo.car": repo.car(outer)}))) == ["a", "b"]


def test_missing_and_damaged_blocks_lose_only_themselves(export: Maker) -> None:
    repo = Repo()
    gone = repo.block(post("gone"))
    del repo.blocks[gone]
    broken = repo.block(None, b"\xa1\x61")
    branch = repo.node([(POST + "z", repo.block(post("never seen")), None)])
    entries = [(POST + "a", gone, None), (POST + "b", broken, None), (POST + "c", repo.block(post("c")), branch)]
    tree = repo.node(entries)
    del repo.blocks[branch]
    result = export({"repo.car": repo.car(tree)})
    assert list(rows(result)) == ["c"]
    assert sorted((problem.path, problem.lost) for problem in result.coverage.problems) == [
        ("repo.car", 0),
        (f"repo.car#{POST}a", 1),
        (f"repo.car#{POST}b", 1),
    ]


def test_repository_that_is_cut_off_gives_what_came_before(export: Maker) -> None:
    repo = Repo()
    tree = repo.node([(POST + "a", repo.block(post("a")), None), (POST + "b", repo.block(post("b" * 500)), None)])
    repo.blocks = dict(sorted(repo.blocks.items(), key=lambda item: len(item[1])))
    raw = repo.car(tree)
    last = raw.index(b"b" * 500)
    head = Repo()
    head.blocks = {place: block for place, block in repo.blocks.items() if len(block) < 400}
    whole = head.car(tree)
    result = export({"repo.car": whole + raw[last - 60 : last + 100]})
    assert list(rows(result)) == ["a"]
    assert any("cut off" in problem.reason for problem in result.coverage.problems)


def test_older_commits_are_read(export: Maker) -> None:
    repo = Repo()
    tree = repo.node([(POST + "a", repo.block(post("a")), None)])
    assert list(rows(export({"repo.car": repo.car(tree, version=2)}))) == ["a"]


def test_likes_of_one_thing_twice_are_legal(export: Maker) -> None:
    like = {"subject": {"uri": f"at://{BO}/{POST}3k", "cid": "b"}, "createdAt": WHEN}
    result = export({"repo.car": repository({"app.bsky.feed.like/a": like, "app.bsky.feed.like/b": like})})
    assert list(result.posts["context"]) == [f"https://bsky.app/profile/{BO}/post/3k"] * 2
    assert list(result.posts["url"]) == [f"https://bsky.app/profile/{BO}/post/3k"] * 2


@pytest.mark.parametrize(
    ("said", "read_as"),
    [
        ("2025-01-02T03:04:05.123456789Z", "2025-01-02T03:04:05.123456+00:00"),
        ("2025-01-02T03:04:05+01:00", "2025-01-02T02:04:05+00:00"),
        ("2015-06-01T10:00:00Z", "2015-06-01T10:00:00+00:00"),  # brought over from elsewhere
        ("2031-01-01T00:00:00Z", "2025-01-02T03:04:05+00:00"),  # the record's name knows better
        ("0001-01-01T00:00:00Z", "2025-01-02T03:04:05+00:00"),
        (None, "2025-01-02T03:04:05+00:00"),
        (7, "2025-01-02T03:04:05+00:00"),
    ],
)
def test_times(export: Maker, said: Any, read_as: str) -> None:
    made = read(export, **{"3leq3p5m6u222": post(createdAt=said)})
    assert made["3leq3p5m6u222"].created_at.isoformat() == read_as


def test_names_that_hold_no_time(export: Maker) -> None:
    made = read(export, self=post(createdAt="soon"), zzzzzzzzzzzzz=post(createdAt=""))
    assert {str(row.created_at) for row in made.values()} == {"NaT"}


def test_replies_quotes_cards_and_descriptions(export: Maker) -> None:
    parent = {"parent": {"uri": f"at://{BO}/{POST}3k"}, "root": {"uri": f"at://{BO}/{POST}3k"}}
    own = {"parent": {"uri": f"at://{DID}/{POST}a"}}
    card = {
        "$type": "app.bsky.embed.external",
        "external": {"uri": "https://n.example", "title": "Title", "description": "D"},
    }
    quote = {"$type": "app.bsky.embed.record", "record": {"uri": f"at://{BO}/{POST}3q", "cid": "b"}}
    pictures = {"$type": "app.bsky.embed.images", "images": [{"alt": "a bay"}, {"alt": ""}, {}]}
    both = {"$type": "app.bsky.embed.recordWithMedia", "record": quote, "media": pictures}
    made = read(
        export,
        a=post("one", reply=parent),
        b=post("two", reply=own),
        c=post("", embed=card),
        d=post("mine", embed=quote),
        e=post("", embed=both, tags=["night"]),
        f=post("v", embed={"$type": "app.bsky.embed.video", "alt": "a film"}),
        g=post("", embed=quote),
    )
    assert {key: (row.kind, row.text, row.context) for key, row in made.items()} == {
        "a": ("reply", "one", ""),
        "b": ("post", "two", ""),
        "c": ("share", "", "Title\nD\nhttps://n.example"),
        "d": ("post", "mine", f"https://bsky.app/profile/{BO}/post/3q"),
        "e": ("post", "#night\n\na bay", f"https://bsky.app/profile/{BO}/post/3q"),
        "f": ("post", "v\n\na film", ""),
        "g": ("share", "", f"https://bsky.app/profile/{BO}/post/3q"),
    }


def test_own_warnings_and_bridged_posts_keep_their_signal(export: Maker) -> None:
    made = read(
        export,
        a=post(labels={"values": [{"val": "porn"}]}),
        b=post(bridgyOriginalUrl="https://hill.example/@ida/1", langs=None),
    )
    assert made["a"].context == "Your own content warning: porn"
    assert made["b"].context == "Copied from https://hill.example/@ida/1"


def test_everything_else_in_a_repository(export: Maker) -> None:
    result = export(
        {
            "repo.car": repository(
                {
                    "app.bsky.graph.follow/a": {"subject": BO, "createdAt": WHEN},
                    "app.bsky.graph.block/a": {"subject": BO, "createdAt": WHEN},
                    "app.bsky.graph.list/a": {"name": "Bakers", "description": "who knead", "createdAt": WHEN},
                    "app.bsky.graph.listitem/a": {"subject": BO, "list": f"at://{DID}/app.bsky.graph.list/a"},
                    "app.bsky.feed.generator/a": {"displayName": "Feed", "description": "of mine", "createdAt": WHEN},
                    "app.bsky.actor.profile/self": {"displayName": "Ida", "description": "Views mine"},
                    "app.bsky.feed.threadgate/a": {"post": "x"},
                    "com.whtwnd.blog.entry/a": {"title": "On crumb", "content": "Air"},
                    "org.other.thing/a": {"value": 1},
                }
            )
        }
    )
    assert {(row.kind, row.text, row.context) for row in rows(result).values()} == {
        ("follow", "", BO),
        ("post", "Bakers\nwho knead", ""),
        ("follow", "", f"Added to your list Bakers: {BO}"),
        ("post", "Feed\nof mine", ""),
        ("bio", "Ida\nViews mine", ""),
        ("article", "On crumb\n\nAir", ""),
    }
    assert set(result.posts["audience"]) == {"public"}
    assert "You block 1 account(s)" in remarks(result)
    assert "1 record(s) were made by another app (com.whtwnd)" in remarks(result)
    assert "1 record(s) were made by another app (org.other)" in remarks(result)
    assert "Ida" in result.owners[0].names


CHAT = {"$type": "chat.bsky.convo.defs#messageView", "convoId": "c", "id": "m", "sender": {"did": DID}, "sentAt": WHEN}


def test_chat_holds_own_messages(export: Maker) -> None:
    lines = [
        CHAT | {"text": "mine"},
        {"convoId": "c", "message": {"text": "nested", "id": "n", "sender": {"did": DID}, "sentAt": WHEN}},
        CHAT | {"text": "theirs", "id": "o", "sender": {"did": BO}},
        CHAT | {"id": "p", "$type": "chat.bsky.convo.defs#deletedMessageView"},
        7,
    ]
    text = "\n".join(map(json.dumps, lines)) + "\n{broken\n"
    files = {"repo.car": repository({POST + "a": post()}), "chat.jsonl": text}
    result = export(files)
    messages = [row for row in rows(result).values() if row.kind == "message"]
    assert [(row.text, row.audience) for row in messages] == [("mine", "private"), ("nested", "private")]
    assert [problem.path for problem in result.coverage.problems] == ["chat.jsonl#5", "chat.jsonl#6"]
    assert "second file" not in remarks(result)
    assert len(export(files, messages=False).posts) == 1


def test_chat_alone_asks_for_the_repository(export: Maker) -> None:
    result = export({"chat.jsonl": json.dumps(CHAT | {"text": "mine"})})
    assert list(result.posts["text"]) == ["mine"]
    assert "Download profile data" in remarks(result)


def test_two_exports_of_one_account_are_merged_by_address(tmp_path: Path) -> None:
    for name, keys in (("old", "ab"), ("new", "bc")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "repo.car").write_bytes(repository({POST + key: post(key) for key in keys}))
    result = read_exports([tmp_path / "old", tmp_path / "new"])
    assert sorted(rows(result)) == ["a", "b", "c"]
    assert len(result.coverage.inputs) == 1


def test_handle_said_by_the_person_is_shown(export: Maker) -> None:
    result = export({"my bluesky.car": repository({POST + "a": post()})}, account="@ida.bsky.social")
    assert result.coverage.inputs[0].account == "@ida.bsky.social"


def test_file_that_is_no_repository_is_answered(export: Maker) -> None:
    good = repository({POST + "a": post()})
    result = export({"a.car": good, "b.car": b"\x3aeroots nonsense", "c.car": good[:80]})
    assert list(rows(result)) == ["a"]
    assert [problem.path for problem in result.coverage.problems] == ["b.car", "c.car"]


def test_other_lists_of_lines_are_not_ours(tmp_path: Path) -> None:
    (tmp_path / "chat.jsonl").write_text('{"id": "1", "text": "a"}\n')
    assert not bluesky.identify(Archive.open(tmp_path))


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    place=st.integers(min_value=0),
    change=st.binary(min_size=1, max_size=4),
    record=st.recursive(
        st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    "text facets index features embed images external record reply parent uri labels tags".split()
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=15,
    ),
)
def test_any_bytes_give_posts_and_problems(tmp_path: Path, place: int, change: bytes, record: Any) -> None:
    records = {POST + "a": record, POST + "b": post("b"), "app.bsky.actor.profile/self": record}
    raw = bytearray(
        repository({key: made if isinstance(made, dict) else {"text": made} for key, made in records.items()})
    )
    at = place % len(raw)
    for spoiled in (bytes(raw), bytes(raw[:at]) + change + bytes(raw[at + len(change) :]), bytes(raw[:at])):
        (tmp_path / "repo.car").write_bytes(spoiled)
        (tmp_path / "chat.jsonl").write_bytes(spoiled)
        opened = Archive.open(tmp_path)
        bluesky.identify(opened)
        assert isinstance(bluesky.owner(opened), str)
        for item in bluesky.posts(opened, ReadOptions()):
            assert isinstance(item, Post | Problem | Remark | Owner)
