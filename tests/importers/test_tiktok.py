"""TikTok: sections that moved, keys in changing case, missing values that are words, and text files."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importers import Import, tiktok_text
from tests.importers.conftest import Maker

ITEM = 7477274570387361938
LINK = f"https://www.tiktokv.com/share/video/{ITEM}/"
PROFILE = {"ProfileMap": {"userName": "ida.bakes", "displayName": "Ida"}}
LIKES = {"Like List": {"ItemFavoriteList": [{"Date": "2022-03-04 08:00:00", "Link": LINK}]}}
FOLLOWS = {"Following": [{"Date": "2022-03-04 08:00:00", "UserName": "tents"}]}
COMMENTS = {"Comments": {"CommentsList": [{"date": "2025-05-05 07:00:00", "comment": "so true"}]}}
VIDEOS = {"VideoList": [{"Date": "2025-03-02 18:04:11", "Link": LINK, "Title": "loaf"}]}
CHATS = {
    "ChatHistory": {"Chat History with mara:": [{"Date": "2025-06-01 10:00:00", "From": "ida.bakes", "Content": "yes"}]}
}

LAYOUTS: dict[str, dict[str, Any]] = {
    "2020": {
        "Activity": LIKES | {"Following List": FOLLOWS},
        "Video": {"Videos": VIDEOS},
        "Comment": COMMENTS,
        "Direct Messages": {"Chat History": CHATS},
        "Profile": {"Profile Information": PROFILE},
    },
    "2022": {
        "Activity": LIKES | {"Following List": FOLLOWS},
        "Video": {"Videos": VIDEOS},
        "Comment": COMMENTS["Comments"],
        "Direct Messages": {"Chat History": CHATS},
        "Profile": {"Profile Information": PROFILE},
    },
    "2025": {
        "Your Activity": LIKES | {"Following": FOLLOWS},
        "Post": {"Posts": VIDEOS},
        "Comment": COMMENTS,
        "Direct Message": {"Direct Messages": CHATS},
        "Profile": {"Profile Info": PROFILE},
    },
    "2026": {
        "Likes and Favorites": LIKES,
        "Activity": {},
        "Post": {"Posts": VIDEOS},
        "Comment": COMMENTS,
        "Direct Message": {"Direct Messages": CHATS, "Group Chat": {"GroupChat": None}},
        "Profile And Settings": {"Profile Info": PROFILE, "Following": FOLLOWS},
    },
}


def one(section: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"user_data_tiktok.json": {"Profile": {"Profile Info": PROFILE}, "Part": section, **more}}


def kinds(result: Import) -> list[str]:
    return sorted(result.posts["kind"])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same(export: Maker, layout: str) -> None:
    result = export({"user_data_tiktok.json": LAYOUTS[layout]})
    assert kinds(result) == ["comment", "follow", "like", "message", "post"]
    assert set(result.posts["account"]) == {"ida.bakes"}
    assert result.coverage.problems == []
    assert result.coverage.remarks == []


@pytest.mark.parametrize(
    "name", ["user_data_tiktok.json", "user_data.json", "renamed by me.json", "TikTok_Data_1/user_data.json"]
)
def test_the_bare_json_under_any_name(export: Maker, name: str) -> None:
    assert len(export({name: LAYOUTS["2025"], "photo.txt": "x"}).posts) == 5


def test_empty_sections_are_null_and_parents_may_be_missing(export: Maker) -> None:
    result = export(
        {
            "user_data_tiktok.json": {
                "Activity": {"Like List": None, "Follower List": {"FansList": None}},
                "Comment": None,
                "Post": {"Posts": {"VideoList": None}},
                **COMMENTS,
            }
        }
    )
    assert kinds(result) == ["comment"]
    assert result.coverage.problems == []


def test_keys_in_either_case_stand_in_one_file(export: Maker) -> None:
    rows = [
        {"Date": "2022-03-04 08:00:00", "Link": LINK},
        {"date": "2025-03-04T08:00:00Z", "link": LINK + "?b"},
        {"VideoLink": LINK + "?c"},
    ]
    result = export(one({"ItemFavoriteList": rows}))
    assert kinds(result) == ["like"] * 3
    assert result.posts["created_at"].isna().sum() == 1


def test_comments_without_target_and_the_word_none_are_kept(export: Maker) -> None:
    rows = [
        {"date": "2025-05-05 07:00:00", "comment": "None", "photo": "N/A", "url": ""},
        {"date": "2025-05-05 07:00:01", "comment": "N/A", "url": "N/A", "original post link": LINK},
        {"Date": "2025-05-05 07:00:02", "Comment": "old keys"},
    ]
    result = export(one({"CommentsList": rows}))
    assert list(result.posts["text"]) == ["None", "N/A", "old keys"]
    assert list(result.posts["url"]) == ["", LINK, ""]


@pytest.mark.parametrize(
    ("link", "url"),
    [
        (LINK, f"https://www.tiktok.com/@ida.bakes/video/{ITEM}"),
        (f"https://www.tiktokv.us/share/video/{ITEM}/", f"https://www.tiktok.com/@ida.bakes/video/{ITEM}"),
        (f"https://www.tiktok.com/@x/photo/{ITEM}", f"https://www.tiktok.com/@ida.bakes/photo/{ITEM}"),
    ],
)
def test_post_ids_and_addresses(export: Maker, link: str, url: str) -> None:
    row = export(one({"VideoList": [{"Date": "2025-03-02 18:04:11", "Link": link}]})).posts.iloc[0]
    assert (row["post_id"], row["url"]) == (str(ITEM), url)


def test_signed_addresses_without_id_and_several_in_one_string(export: Maker) -> None:
    rows = [
        {
            "Date": "2025-03-02 18:04:11",
            "Link": "https://v16.example.com/a.jpg?sign=1 https://v16.example.com/b.jpg?sign=2",
        }
    ]
    once = export(one({"VideoList": rows})).posts.iloc[0]
    assert once["url"] == "https://v16.example.com/a.jpg?sign=1"
    rows[0]["Link"] = "https://v16.example.com/a.jpg?sign=9 https://v16.example.com/b.jpg?sign=8"
    assert (
        export(one({"VideoList": rows})).posts["post_id"][0] == once["post_id"]
    )  # the signature changes, the post does not


@pytest.mark.parametrize(
    ("who", "setting", "audience"),
    [
        ("Everyone", "On", "public"),
        ("Friends", "Off", "friends"),
        ("Only me", "Off", "private"),
        ("", "Off", "public"),
        (None, "On", "friends"),
        ("Something new", "Off", "unknown"),
        ("", "", "unknown"),
    ],
)
def test_audience_by_word_else_by_setting(export: Maker, who: str | None, setting: str, audience: str) -> None:
    row = {"Date": "2025-03-02 18:04:11", "Link": LINK, "Title": "x"} | ({} if who is None else {"WhoCanView": who})
    result = export(one({"VideoList": [row]}, App={"SettingsMap": {"Private Account": setting}}))
    assert list(result.posts["audience"]) == [audience]


def test_captions_and_their_absence(export: Maker) -> None:
    rows = [
        {"Date": "2025-03-02 18:04:11", "Link": LINK, "Title": "loaf", "AddYoursText": "N/A", "AlternateText": "a jar"}
    ]
    assert export(one({"VideoList": rows})).posts["text"][0] == "loaf\na jar"
    result = export(
        {
            "user_data_tiktok.json": {
                "Video": {"Videos": {"VideoList": [{"Date": "2020-03-02 18:04:11", "VideoLink": LINK}]}}
            }
        }
    )
    assert list(result.posts["text"]) == [""]
    assert "no caption in this export: 1" in result.coverage.remarks[0].says


def test_watch_history_is_not_taken_for_own_posts(export: Maker) -> None:
    section = {"Watch History": VIDEOS, "Video Browsing History": VIDEOS}
    assert len(export({"user_data_tiktok.json": {"Your Activity": section} | COMMENTS}).posts) == 1


def test_only_own_messages_are_read(export: Maker) -> None:
    chat = {
        "Chat History with mara:": [
            {"Date": "2025-06-01 10:00:00", "From": name, "Content": name} for name in ("Ida.Bakes", "mara")
        ]
    }
    assert list(export(one({"ChatHistory": chat})).posts["text"]) == ["Ida.Bakes"]


def test_after_a_changed_handle_the_other_than_the_partner_is_me(export: Maker) -> None:
    chat = {
        "Chat History with mara:": [
            {"Date": "2021-06-01 10:00:00", "From": "old.handle", "Content": "mine"},
            {"Date": "2021-06-01 10:00:00", "From": "mara", "Content": "hers"},
        ],
        "Group Chat History with crew:": [
            {"Date": "2021-06-01 10:00:00", "From": name, "Content": f"secret of {name}"} for name in ("a", "b", "c")
        ],
    }
    result = export(one({"ChatHistory": chat}))
    assert list(result.posts["text"]) == ["mine"]
    assert "--account" in result.coverage.problems[0].reason
    assert "secret" not in result.coverage.problems[0].reason
    assert "secret of b" in list(export(one({"ChatHistory": chat}), account="@b").posts["text"])


def test_a_changed_handle_is_looked_for_in_each_chat(export: Maker) -> None:
    chats = {
        "Chat History with mara:": ["ida.bakes"],
        "Chat History with bo:": ["old.handle", "bo"],
        "Chat History with cleo:": ["cleo"],
    }
    rows = {
        key: [{"Date": "2021-06-01 10:00:00", "From": name, "Content": f"by {name}"} for name in names]
        for key, names in chats.items()
    }
    result = export(one({"ChatHistory": rows}))
    assert sorted(result.posts["text"]) == ["by ida.bakes", "by old.handle"]
    assert result.coverage.problems == []
    rows["Chat History with dora:"] = [{"From": "nobody.we.know", "Content": "perhaps hers, with a changed handle"}]
    result = export(one({"ChatHistory": rows}))
    assert sorted(result.posts["text"]) == ["by ida.bakes", "by old.handle"]
    assert "--account" in result.coverage.problems[0].reason


def test_a_shared_video_in_a_chat_is_a_link_and_equal_messages_are_kept(export: Maker) -> None:
    rows = [{"Date": "2025-06-01 10:00:00", "From": "ida.bakes", "Content": content} for content in (LINK, "ok", "ok")]
    result = export(one({"ChatHistory": {"Chat History with mara:": rows}}))
    assert sorted(result.posts["text"]) == ["", "ok", "ok"]
    assert LINK in set(result.posts["context"])


def test_live_comments_own_lives_and_reviews(export: Maker) -> None:
    live = {
        "WatchTime": "2022-07-01 20:00:00",
        "Link": "https://www.tiktok.com/@b/live",
        "Comments": [{"CommentTime": "2022-07-01 20:01:00", "CommentContent": "hi"}],
        "Questions": [{"RawTime": 1656705660, "QuestionContent": "rye?"}],
    }
    sections = {
        "Tiktok Live": {
            "Watch Live History": {"WatchLiveMap": {"7": live, "8": None}},
            "Go Live History": {"GoLiveList": [{"RoomTitle": "Buns", "LiveStartTime": "2022-08-01 20:00:00"}]},
        },
        "Location Review": {"Location Reviews": {"ReviewsList": [{"PlaceName": "Oven", "ReviewText": "warm"}]}},
        "Tiktok Shopping": {
            "Product Reviews": {"AnyList": [{"ProductName": "tin", "ReviewText": "dented"}]},
            "Orders": {"OrderHistories": [{"Id": "1"}]},
        },
    }
    result = export(one(sections))
    assert sorted(result.posts["text"]) == ["Buns", "dented", "hi", "rye?", "warm"]
    assert result.posts.set_index("text").loc["warm", "context"] == "Oven"
    assert result.coverage.remarks == []


def test_the_id_of_a_post_tells_the_time_and_the_zone(export: Maker) -> None:
    ids = [(1_740_938_651 + 3_600 * number) << 32 for number in range(4)]
    rows = [
        {
            "Date": f"2025-03-02 {20 + number}:04:11",
            "Link": f"https://www.tiktokv.com/share/video/{item}/",
            "Title": "x",
        }
        for number, item in enumerate(ids)
    ]
    result = export(one({"VideoList": rows}))
    assert "differ by 2 hours" in result.coverage.remarks[0].says
    rows[0]["Date"] = "damaged"
    assert export(one({"VideoList": rows[:1]})).posts["created_at"][0].hour == 18


@pytest.mark.parametrize(
    "value", ["2025-03-02 18:04:11", "2025-03-02T18:04:11Z", "2025-03-02 18:04:11 UTC", 1740938651, "1740938651000"]
)
def test_times(export: Maker, value: Any) -> None:
    result = export(one({"CommentsList": [{"date": value, "comment": "x"}]}))
    assert result.posts["created_at"][0].isoformat() == "2025-03-02T18:04:11+00:00"


def test_a_part_that_we_do_not_know_is_said(export: Maker) -> None:
    result = export(one({"Brand New": {"NewList": [{"Date": "x"}]}}))
    assert "Brand New/NewList" in result.coverage.remarks[0].says


def test_damaged_records_lose_only_themselves_and_a_cut_file_is_said(export: Maker) -> None:
    rows: list[Any] = [{"date": "2025-05-05 07:00:00", "comment": str(number)} for number in range(100)]
    rows[5], rows[6], rows[7] = None, {"date": 5, "comment": 7}, "x"
    result = export(one({"CommentsList": rows}))
    assert len(result.posts) == 97
    assert sum(problem.lost for problem in result.coverage.problems) == 3
    cut = export({"user_data_tiktok.json": json.dumps(one({"CommentsList": rows}))[:200], "x.txt": ""})
    assert "damaged or cut off" in cut.coverage.problems[0].reason


def test_text_files_are_read_and_json_is_advised(export: Maker) -> None:
    result = export(
        {
            "TikTok/Comments/Comments.txt": "Date: 2023-05-05 07:00:00\nComment: one\nstill one\n\nand still\n\nDate: 2023-05-06 07:00:00\nComment: two: three\n",
            "TikTok/Likes/Like List.txt": f"Date: 2023-05-05 07:00:00\nVideo Link: {LINK}\n",
            "TikTok/Messages/Direct Messages.txt": "Chat History with mara::\nDate: 2023-05-05 07:00:00\nFrom: ida\nContent: mine\n\nDate: 2023-05-05 07:00:00\nFrom: mara\nContent: hers\n",
            "TikTok/Other/Hashtag.txt": "HashTag Name: x\nHashTag Link:: https://www.tiktok.com/tag/x\n",
            "TikTok/Profile/Profile Info.txt": "Username: ida\nBio: bread\n",
        }
    )
    assert sorted(result.posts["text"]) == ["", "bread", "mine", "one\nstill one\n\nand still", "two: three"]
    assert "JSON" in result.coverage.remarks[0].says
    assert [skipped for skipped in result.coverage.skipped if not skipped.known] == []


def test_a_doubled_colon_in_a_label() -> None:
    assert list(tiktok_text.rows("HashTag Link:: https://x.example\n")) == [{"hashtaglink": "https://x.example"}]


loose = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["Date", "Link", "comment", "From", "Content", "Comments", "UserName", "VideoList"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=10,
)
LISTS = [
    "VideoList",
    "CommentsList",
    "ItemFavoriteList",
    "Following",
    "ChatHistory",
    "GroupChat",
    "WatchLiveMap",
    "GoLiveList",
    "ReviewsList",
    "ProfileMap",
    "SettingsMap",
    "ShareHistoryList",
    "PostList",
]


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.dictionaries(st.sampled_from(LISTS), loose, max_size=5), text=st.text(max_size=60))
def test_any_shape_gives_posts_and_problems(export: Maker, value: Any, text: str) -> None:
    export({"user_data_tiktok.json": {"Part": value}, "Comments.txt": f"Date: {text}".encode("utf-8", "replace")})
