"""Snapchat: two generations of chats, times that lie about their unit, parts without JSON."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importers import read_exports
from tests.importers.conftest import Maker

ACCOUNT = {"Basic Information": {"Username": "ida.bakes", "Name": "Ida"}}


def row(text: Any, sender: str = "ida.bakes", mine: Any = True, **more: Any) -> dict[str, Any]:
    return {
        "From": sender,
        "Media Type": "TEXT",
        "Created": "2024-05-03 12:00:01 UTC",
        "Content": text,
        "IsSender": mine,
        "Created(microseconds)": 1714737601250,
        **more,
    }


def chats(value: Any, **members: Any) -> dict[str, Any]:
    return {"json/account.json": ACCOUNT, "json/chat_history.json": value, **members}


def test_only_own_messages_of_the_newer_generation(export: Maker) -> None:
    result = export(chats({"mara": [row("mine"), row("hers", "mara", False)]}))
    assert list(result.posts["text"]) == ["mine"]
    assert list(result.posts["audience"]) == ["private"]


def test_microseconds_are_milliseconds_whatever_the_name_says(export: Maker) -> None:
    result = export(
        chats(
            {
                "m": [
                    row("a"),
                    row("b", **{"Created(microseconds)": 1714737601250000}),
                    row("c", **{"Created(microseconds)": None}),
                ]
            }
        )
    )
    times = {text: str(when) for text, when in zip(result.posts["text"], result.posts["created_at"], strict=True)}
    assert times["a"] == times["b"] == "2024-05-03 12:00:01.250000+00:00"
    assert times["c"] == "2024-05-03 12:00:01+00:00"


def test_both_generations_in_one_file(export: Maker) -> None:
    value = {
        "Sent Saved Chat History": [
            {"To": "mara", "Media Type": "TEXT", "Created": "2022-03-04 05:06:07 UTC", "Text": "old"}
        ],
        "Received Saved Chat History": [
            {"From": "mara", "Media Type": "TEXT", "Created": "2022-03-04 05:06:07 UTC", "Text": "no"}
        ],
        "Sent by a strange name": [row("new")],
    }
    assert sorted(export(chats(value)).posts["text"]) == ["new", "old"]


def test_entities_are_resolved_in_the_older_generation_only(export: Maker) -> None:
    old = {
        "Sent Saved Chat History": [
            {"To": "m", "Media Type": "TEXT", "Created": "2022-03-04 05:06:07 UTC", "Text": "it&#39;s &amp;lt;"}
        ]
    }
    assert list(export(chats(old)).posts["text"]) == ["it's &lt;"]
    assert list(export(chats({"m": [row("it&#39;s")]})).posts["text"]) == ["it&#39;s"]


@pytest.mark.parametrize("status", ["STATUSERASEDMESSAGE", "STATUSPARTICIPANTREMOVED", "STATUSSAVETOCAMERAROLL"])
def test_status_rows_are_not_messages(export: Maker, status: str) -> None:
    assert len(export(chats({"m": [row("", **{"Media Type": status}), row("x")]})).posts) == 1


@pytest.mark.parametrize("spelling", ["IsSender", "isSender", "Is Sender", None])
def test_issender_in_any_case_else_the_name(export: Maker, spelling: str | None) -> None:
    rows = [row("mine"), row("hers", "mara", False)]
    for one in rows:
        mine = one.pop("IsSender")
        if spelling:
            one[spelling] = mine
    assert list(export(chats({"m": rows})).posts["text"]) == ["mine"]


def test_a_row_that_does_not_say_who_sent_it_is_counted(export: Maker) -> None:
    result = export({"json/chat_history.json": {"m": [row("secret", mine=None), row("mine")]}})
    assert list(result.posts["text"]) == ["mine"]
    assert sum(problem.lost for problem in result.coverage.problems) == 1


def test_former_names_and_an_owner_without_account_file(export: Maker) -> None:
    result = export(
        {"json/chat_history.json": {"mara": [row("a", "ida.old"), row("b")], "": [row("c")], "x": [row("d")]}}
    )
    assert len(result.posts) == 4
    assert result.owners[0].account == "ida.old"
    assert "ida.bakes" in result.owners[0].names


def test_media_by_their_ids_and_those_that_are_not_there(export: Maker) -> None:
    value = {
        "m": [
            row("", **{"Media Type": "MEDIA", "Media IDs": "b~one | b~two"}),
            row(None, **{"Media Type": "NOTE", "Media IDs": "b~three"}),
        ]
    }
    media = {
        "chat_media/2024-05-03_b~one.jpg": "x",
        "chat_media/2024-05-03_b~two.mp4": "x",
        "chat_media/2024-05-03_overlay~zip-A.png": "x",
    }
    result = export(chats(value, **media))
    assert list(result.posts["media"]) == [("chat_media/2024-05-03_b~one.jpg", "chat_media/2024-05-03_b~two.mp4")]
    assert any("not in this export: 1" in remark.says for remark in result.coverage.remarks)
    assert [skipped for skipped in result.coverage.skipped if not skipped.known] == []


def test_what_others_made_and_was_shared_is_context(export: Maker) -> None:
    row_ = export(chats({"m": [row("https://www.snapchat.com/p/x", **{"Media Type": "SHARE"})]})).posts.iloc[0]
    assert (row_["text"], row_["context"]) == ("", "https://www.snapchat.com/p/x")


def test_absent_chats_are_said(export: Maker) -> None:
    result = export(chats({}))
    assert any("only chats that were saved" in remark.says for remark in result.coverage.remarks)


def test_equal_messages_and_equal_ids_over_exports(export: Maker) -> None:
    first = export(chats({"m": [row("ok"), row("ok")]})).posts
    again = export(chats({"m": [row("newer", **{"Created(microseconds)": 1724737601250}), row("ok"), row("ok")]})).posts
    assert len(first) == 2
    assert set(first["post_id"]) < set(again["post_id"])


def test_parts_without_json_belong_to_the_first(tmp_path: Path) -> None:
    for number, name, content in (
        ("", "json/chat_history.json", json.dumps({"m": [row("", **{"Media Type": "MEDIA", "Media IDs": "b~one"})]})),
        ("-2", "memories/2024-05-01_x.jpg", "x"),
        ("-3", "chat_media/2024-05-03_b~one.jpg", "x"),
    ):
        with zipfile.ZipFile(tmp_path / f"mydata~1700000000000{number}.zip", "w") as bundle:
            bundle.writestr(name, content)
    result = read_exports(sorted(tmp_path.glob("*.zip")), messages=True)
    assert list(result.posts["media"]) == [("chat_media/2024-05-03_b~one.jpg",)]
    assert len(result.coverage.inputs) == 1
    assert result.coverage.problems == []


def test_one_folder_deeper_and_a_bare_file(export: Maker, tmp_path: Path) -> None:
    assert (
        len(export({"messages/json/chat_history.json": {"m": [row("x")]}, "messages/json/friends.json": {}}).posts) == 1
    )
    bare = tmp_path / "chat_history.json"
    bare.write_text(json.dumps({"m": [row("x")]}))
    assert len(read_exports([bare], messages=True).posts) == 1


def test_pages_only_asks_for_json(export: Maker) -> None:
    result = export({"index.html": "<html>", "html/chat_history.html": "<html>"})
    assert "JSON" in result.coverage.problems[0].reason


def test_friends_and_requests_but_not_blocked(export: Maker) -> None:
    value = {
        "Friends": [{"Username": "mara", "Display Name": "Mara", "Creation Timestamp": "2020-05-06 07:08:09 UTC"}],
        "Friend Requests Sent": [{"Username": "bo"}, {}],
        "Blocked Users": [{"Username": "no"}],
    }
    result = export({"json/friends.json": value})
    assert list(result.posts["context"]) == ["Mara (mara)", "bo"]
    assert sum(problem.lost for problem in result.coverage.problems) == 1


def test_public_stories_profile_and_subscriptions(export: Maker) -> None:
    result = export(
        {
            "json/account.json": ACCOUNT,
            "json/shared_story.json": {
                "Shared Story": [{"Created": "2024-02-03 04:05:06 UTC", "Content": "VIDEO"}],
                "Spotlight History": [{"Story URL": "https://story.snapchat.com/s/x", "Title": "Buns"}, {}],
            },
            "json/snap_pro.json": {
                "Public Profile": {"Bio": "bread"},
                "Subscribed Accounts": ["oven"],
                "Followers": ["no"],
                "Public Stories": [{"Created": "2024-02-03 04:05:06 UTC", "Title": "day"}],
            },
            "json/memories_history.json": {"Saved Media": [{}, {}]},
        }
    )
    assert sorted(zip(result.posts["kind"], result.posts["text"], result.posts["audience"], strict=True)) == [
        ("bio", "bread", "public"),
        ("follow", "", "unknown"),
        ("story", "", "unknown"),
        ("story", "Buns", "public"),
        ("story", "day", "public"),
    ]
    assert any(": 2" in remark.says for remark in result.coverage.remarks)


def test_damaged_records_lose_only_themselves(export: Maker) -> None:
    rows: list[Any] = [row(str(number)) for number in range(100)]
    rows[3], rows[4], rows[5] = "cut", row(["x"]), None
    result = export(chats({"m": rows, "other": 5}))
    assert len(result.posts) == 97
    assert sum(problem.lost for problem in result.coverage.problems) == 4
    cut = export(chats(json.dumps({"m": rows})[:300]))
    assert "cut off" in cut.coverage.problems[0].reason


loose = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "From",
                    "To",
                    "IsSender",
                    "Content",
                    "Text",
                    "Created",
                    "Media IDs",
                    "Friends",
                    "Sent Saved Chat History",
                    "Username",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=10,
)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=loose)
def test_any_shape_gives_posts_and_problems(export: Maker, value: Any) -> None:
    names = ("account", "account_history", "chat_history", "friends", "shared_story", "snap_pro", "memories_history")
    export({f"json/{name}.json": json.dumps(value) for name in names})
