"""Discord: 64-bit ids, translated folders, packages with parts missing."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importers import discord_text, read_exports
from tests.importers.conftest import Maker

DM = {"id": "500000000000000001", "type": "DM", "recipients": ["200000000000000001"]}
TEXT = {
    "id": "500000000000000002",
    "type": "GUILD_TEXT",
    "name": "general",
    "guild": {"id": "300000000000000001", "name": "Bread"},
}
USER = {"id": "200000000000000009", "username": "ida", "discriminator": "0", "global_name": "Ida"}
ID = 1235923820871803461


def message(text: Any = "hello", identity: Any = ID, **more: Any) -> dict[str, Any]:
    return {"ID": identity, "Timestamp": "2024-05-03 12:00:01", "Contents": text, "Attachments": "", **more}


def package(*rows: Any, channel: Any = TEXT, **members: Any) -> dict[str, Any]:
    folder = "messages/c500000000000000002"
    return {f"{folder}/channel.json": channel, f"{folder}/messages.json": list(rows), **members}


def test_ids_keep_all_their_digits_and_tell_the_time(export: Maker) -> None:
    row = export(package(message(), message(identity=str(ID + 1)), message(None, None))).posts.iloc[0]
    assert row["post_id"] == "1235923820871803461"
    assert row["created_at"].isoformat() == "2024-05-03T12:00:01.250000+00:00"
    assert row["url"].endswith("/300000000000000001/500000000000000002/1235923820871803461")


@pytest.mark.parametrize("top", ["messages", "Messages", "メッセージ", "Mensajes_y_mas"])
@pytest.mark.parametrize("prefix", ["", "c"])
def test_folders_of_every_period_and_language(export: Maker, top: str, prefix: str) -> None:
    folder = f"{top}/{prefix}500000000000000002"
    result = export({f"{folder}/channel.json": TEXT, f"{folder}/messages.json": [message()], "Compte/user.json": USER})
    assert list(result.posts["account"]) == ["ida"]


def test_csv_with_line_breaks_and_the_same_message_in_json(export: Maker) -> None:
    csv = f'ID,Timestamp,Contents,Attachments\r\n{ID},2024-05-03 12:00:01.250000+00:00,"a, ""b""\nc\r\nd",\r\n'
    result = export({"messages/500000000000000002/channel.json": TEXT, "messages/500000000000000002/messages.csv": csv})
    assert list(result.posts["text"]) == ['a, "b"\nc\r\nd']
    assert list(result.posts["post_id"]) == [str(ID)]


@pytest.mark.parametrize(
    ("channel", "audience", "place"),
    [
        (DM, "private", "@me"),
        ({"id": "1", "type": 1}, "private", "@me"),
        ({"id": "1", "type": "GROUP_DM"}, "private", "@me"),
        ({"id": "1", "type": 3}, "private", "@me"),
        (TEXT, "friends", "300000000000000001"),
        ({"id": "1", "type": 11, "guild": {"id": "300000000000000001"}}, "friends", "300000000000000001"),
        ({"id": "1"}, "unknown", ""),
    ],
)
def test_audience_and_link_by_type(export: Maker, channel: Any, audience: str, place: str) -> None:
    row = export(package(message(), channel=channel)).posts.iloc[0]
    assert row["audience"] == audience
    assert row["url"] == (f"https://discord.com/channels/{place}/500000000000000002/{ID}" if place else "")


def test_null_labels_and_channels_without_messages(export: Maker) -> None:
    index = {"500000000000000002": None, "500000000000000003": "None", "500000000000000004": "Direct Message with bo#0"}
    members = package(message(), **{"messages/index.json": index, "messages/c500000000000000003/channel.json": DM})
    result = export(members)
    assert len(result.posts) == 1
    assert any("without a file of messages: 1" in remark.says for remark in result.coverage.remarks)


def test_a_label_tells_a_direct_message_whose_type_is_gone(export: Maker) -> None:
    index = {"500000000000000002": "Direct Message with bo#0"}
    result = export(package(message(), channel={"id": "500000000000000002"}, **{"messages/index.json": index}))
    assert list(result.posts["audience"]) == ["private"]


def test_messages_only_package(export: Maker) -> None:
    result = export(package(message()))
    assert list(result.posts["account"]) == [""]
    assert any("no account folder" in remark.says for remark in result.coverage.remarks)


def test_the_missing_question_is_said(export: Maker) -> None:
    assert any("What a message answered" in remark.says for remark in export(package(message())).coverage.remarks)


def test_empty_contents_stay_as_something_without_words(export: Maker) -> None:
    result = export(package(message(""), message("", ID + 1, Attachments="https://a.example/1 https://a.example/2")))
    assert list(result.posts["text"]) == ["", ""]
    assert any("only linked, and not looked at: 2" in remark.says for remark in result.coverage.remarks)


def test_the_account_is_one_folder_deep(export: Maker) -> None:
    other = {"id": "1", "username": "somebody", "global_name": "x"}
    result = export(package(message(), **{"Account/user.json": USER, "Activities/1/users/user.json": other}))
    assert [owner.account for owner in result.owners] == ["ida"]


def test_servers_friends_notes_and_profile(export: Maker) -> None:
    user = USER | {
        "relationships": [
            {"id": "200000000000000001", "type": 1, "user": {"username": "bo", "global_name": "Bo"}},
            {"id": "200000000000000002", "type": "BLOCKED", "user": {"username": "no"}},
            {"id": "200000000000000003", "type": "PENDING_OUTGOING", "user": {"username": "cleo"}},
            "damaged",
        ],
        "notes": {"200000000000000001": "owes me a tent"},
        "user_profile": {"bio": "bread"},
    }
    members = {
        "Konto/user.json": user,
        "Server/index.json": {"300000000000000001": "Bread", "300000000000000002": None},
        "Server/300000000000000004/guild.json": {"id": "300000000000000004", "name": "Tents"},
    }
    result = export(package(message("<@200000000000000001>"), **members))
    rows = sorted(zip(result.posts["kind"], result.posts["text"], result.posts["context"], strict=True))
    assert rows == [
        ("bio", "bread", ""),
        ("follow", "", "Bo (bo)"),
        ("follow", "", "cleo"),
        ("join", "", "Bread"),
        ("join", "", "Tents"),
        ("message", "@Bo", ""),
        ("message", "owes me a tent", "Bo"),
    ]
    assert sum(problem.lost for problem in result.coverage.problems) == 1


@pytest.mark.parametrize(
    ("source", "own", "quoted"),
    [
        ("**bold** ||spoiler||\n-# small", "**bold** ||spoiler||\n-# small", ""),
        ("> theirs\nmine", "mine", "theirs"),
        (">>> theirs\nall", "", "theirs\nall"),
        ("see > this", "see > this", ""),
        ("```\n> code\n```\n> theirs", "```\n> code\n```", "theirs"),
        ("<@1> <@!2> <#3> <@&4> <:loaf:5> <a:loaf:6>", "@Bo @someone #general @role :loaf: :loaf:", ""),
        ("<t:1714737601:R> <t:99999999999999>", "2024-05-03 12:00 <t:99999999999999>", ""),
        ("<3 < > <b>", "<3 < > <b>", ""),
    ],
)
def test_tokens_and_quotations(source: str, own: str, quoted: str) -> None:
    assert discord_text.plain(source, {"1": "Bo"}, {"3": "general"}) == (own, quoted)


def test_overlapping_packages_are_merged_by_id(export: Maker, tmp_path: Any) -> None:
    export(package(message("a"), message("b", ID + 1), **{"account/user.json": USER}))
    (tmp_path / "export").rename(tmp_path / "old")
    export(
        package(
            message("b", ID + 1), message("c", ID + 2), **{"account/user.json": USER | {"email": "ida@example.com"}}
        )
    )
    result = read_exports([tmp_path / "old", tmp_path / "export"], messages=True)
    assert list(result.posts["text"]) == ["a", "b", "c"]
    assert len(result.coverage.inputs) == 1
    assert [skipped for skipped in result.coverage.skipped if not skipped.known] == []


def test_damaged_records_lose_only_themselves(export: Maker) -> None:
    rows: list[Any] = [message(str(number), ID + number) for number in range(100)]
    rows[1], rows[2], rows[3], rows[4] = "x", message(identity=1.2359238208718e18), message(["x"]), None
    result = export(package(*rows))
    assert len(result.posts) == 96
    assert sum(problem.lost for problem in result.coverage.problems) == 4
    cut = export({"messages/c500000000000000002/messages.json": json.dumps(rows)[:400]})
    assert "cut off" in cut.coverage.problems[0].reason


loose = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "ID",
                    "Contents",
                    "Timestamp",
                    "Attachments",
                    "guild",
                    "type",
                    "notes",
                    "relationships",
                    "300000000000000001",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=10,
)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=loose, text=st.text(max_size=40))
def test_any_shape_gives_posts_and_problems(export: Maker, value: Any, text: str) -> None:
    whole = json.dumps(value)
    export(
        {
            "m/c500000000000000002/channel.json": whole,
            "m/c500000000000000002/messages.json": whole,
            "m/c500000000000000002/messages.csv": f"ID,Contents\n{text}".encode("utf-8", "replace"),
            "m/index.json": whole,
            "s/index.json": whole,
            "a/user.json": '{"discriminator":"0","x":' + whole + "}",
        }
    )
