"""Instagram and Threads: every quirk that their exports are known for."""

from __future__ import annotations

import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers import instagram, read_exports, threads
from importers.archive import Archive
from importers.posts import ReadOptions
from tests.importers.conftest import Maker
from tests.importers.test_facebook import NOW, chat, damaged, said, texts
from tests.importers.test_facebook import post as facebook_post

TOP = "your_instagram_activity/"
POSTS = TOP + "media/posts_1.json"
COMMENTS = TOP + "comments/post_comments_1.json"
PROFILE = "personal_information/personal_information/personal_information.json"
FOLLOWING = "connections/followers_and_following/following.json"
THREADS = TOP + "threads/threads_and_replies.json"
ME, USER = "Kim Invented", "kim.invented"


def picture(title: str = "", at: int = NOW, uri: str = "media/posts/202403/1.webp") -> dict[str, Any]:
    return {"uri": uri, "creation_timestamp": at, "title": title}


def labels(**values: Any) -> dict[str, Any]:
    row = {}
    for label, value in values.items():
        name = label.replace("_", " ")
        row[name] = {"timestamp": value} if isinstance(value, int) else {"value": value}
    return {"string_map_data": row}


def comment(text: str, at: int = NOW, owner: str | None = "bo_example") -> dict[str, Any]:
    row = labels(Comment=text, Time=at)
    if owner is not None:
        row["string_map_data"]["Media Owner"] = {"value": owner}
    return {"media_list_data": [{"uri": ""}], **row}


def profile(name: str = ME, private: str = "False", **more: str) -> dict[str, Any]:
    return {"profile_user": [labels(Username=USER, Name=name, Private_Account=private, **more)]}


# Shapes


def test_a_lone_row_may_stand_without_its_list(export: Maker) -> None:
    result = export(
        {
            POSTS: {"media": [picture("alone")]},
            COMMENTS: comment("me too"),
            "connections/followers_and_following/followers_1.json": {
                "title": "",
                "string_list_data": [{"value": "bo"}],
            },
            FOLLOWING: {
                "title": "",
                "string_list_data": [{"value": "cass", "timestamp": NOW, "href": "https://x.example/c"}],
            },
        }
    )
    assert sorted(texts(result)) == ["alone", "me too"]
    assert list(result.posts[result.posts["kind"] == "follow"]["context"]) == ["cass"]
    assert not result.coverage.problems


def test_empty_lists_empty_categories_and_empty_files(export: Maker) -> None:
    result = export(
        {
            POSTS: [],
            TOP + "saved/no-data.txt": "No data.",
            COMMENTS: b"",
            TOP + "media/reels.json": {"ig_reels_media": []},
        }
    )
    assert len(result.posts) == 0
    assert [problem.path for problem in result.coverage.problems] == [COMMENTS]
    assert not [skipped for skipped in result.coverage.skipped if not skipped.known]


def test_captions_of_one_and_of_several_pictures(export: Maker) -> None:
    rows = [
        {"media": [picture("single", NOW)]},
        {"media": [picture("", NOW + 1), picture("", NOW + 2)], "title": "carousel", "creation_timestamp": NOW + 10},
        {
            "media": [picture("twice", NOW + 20), picture("", NOW + 20)],
            "title": "twice",
            "creation_timestamp": NOW + 20,
        },
        {
            "media": [picture("first", NOW + 30), picture("second", NOW + 30)],
            "title": "",
            "creation_timestamp": NOW + 30,
        },
        {"media": [picture("", NOW + 40)]},
    ]
    result = export({POSTS: rows})
    assert list(result.posts["text"]) == ["single", "carousel", "twice", "first\n\nsecond", ""]
    assert result.posts["created_at"][1] == datetime.fromtimestamp(NOW + 10, UTC)
    assert not any("1.0" in str(cell) for cell in result.posts.to_numpy().ravel())


def test_where_a_picture_was_taken_is_not_copied(export: Maker) -> None:
    item = {
        **picture("caption"),
        "media_metadata": {"photo_metadata": {"exif_data": [{"latitude": 53.8008, "longitude": -1.5491}]}},
    }
    result = export({POSTS: [{"media": [item]}]})
    assert not any("53.8" in str(cell) for cell in result.posts.to_numpy().ravel())


def test_both_folders_and_numbered_files(export: Maker) -> None:
    result = export(
        {
            TOP + "content/posts_1.json": [{"media": [picture("one", NOW)]}],
            TOP + "media/posts_1.json": [{"media": [picture("one", NOW)]}, {"media": [picture("two", NOW + 1)]}],
            TOP + "media/posts_2.json": [{"media": [picture("three", NOW + 2)]}],
            TOP + "media/posts_10.json": [{"media": [picture("four", NOW + 3)]}],
        }
    )
    assert texts(result) == ["one", "two", "three", "four"]


def test_overlapping_exports_of_two_dates_give_the_same_ids(tmp_path: Path) -> None:
    for number, uri in ((1, "media/posts/202403/17900000000000001.webp"), (2, "media/posts/202403/other_name.jpg")):
        path = tmp_path / f"export{number}" / POSTS
        path.parent.mkdir(parents=True)
        path.write_text(
            damaged(
                [{"media": [picture("same words", NOW, uri)]}, {"media": [picture(f"only {number}", NOW + number)]}]
            )
        )
    result = read_exports([tmp_path / "export1", tmp_path / "export2"])
    assert texts(result) == ["same words", "only 1", "only 2"]


def test_what_is_not_live_is_private_and_said(export: Maker) -> None:
    result = export(
        {
            TOP + "media/archived_posts.json": {"ig_archived_post_media": [{"media": [picture("archived")]}]},
            TOP + "media/recently_deleted_content.json": {
                "ig_recently_deleted_media": [{"media": [picture("deleted", NOW + 1)]}]
            },
            TOP + "media/posts.json": [{"media": [picture("archived")]}, {"media": [picture("live", NOW + 2)]}],
            PROFILE: profile(),
        }
    )
    found = dict(zip(result.posts["text"], result.posts["audience"], strict=True))
    assert (found["archived"], found["deleted"], found["live"]) == ("private", "private", "public")
    assert any("deleted posts among these: 2" in remark.says for remark in result.coverage.remarks)


def test_a_story_without_text_is_kept_with_its_picture(export: Maker) -> None:
    result = export({TOP + "media/stories.json": {"ig_stories": [picture("", NOW, "media/stories/202403/5.jpg")]}})
    assert list(result.posts["kind"]) == ["story"]
    assert list(result.posts["media"]) == [("media/stories/202403/5.jpg",)]


def test_placeholder_times_are_unknown(export: Maker) -> None:
    rows = [{"media": [picture("zero", 0)]}, {"media": [picture("negative", -1)]}]
    assert export({POSTS: rows}).posts["created_at"].isna().all()


def test_the_same_text_on_facebook_stays_in_both_places(export: Maker) -> None:
    item = {**picture("in both"), "cross_post_source": {"source_app": "FB"}}
    result = export({"ig/" + POSTS: [{"media": [item]}], "fb/posts/your_posts_1.json": [facebook_post("in both")]})
    assert sorted(result.posts["platform"]) == ["facebook", "instagram"]
    assert list(result.posts["text"]) == ["in both", "in both"]


# Comments


def test_comments_without_owner_and_of_one_emoji(export: Maker) -> None:
    result = export(
        {COMMENTS: damaged([comment("Thank you all", NOW, None), comment("😂", NOW + 1), comment("", NOW + 2)])}
    )
    assert list(result.posts["text"]) == ["Thank you all", "😂", ""]
    assert list(result.posts["context"]) == ["", "bo_example", "bo_example"]
    assert set(result.posts["kind"]) == {"comment"}


@pytest.mark.parametrize(
    "row",
    [
        labels(Opmerking="Wat mooi", Time=NOW) | {},
        {
            "string_map_data": {
                "Opmerking": {"value": "Wat mooi"},
                "Media-eigenaar": {"value": "bo"},
                "Tijd": {"timestamp": NOW},
            }
        },
        {"string_map_data": {"评论": {"value": "Wat mooi"}, "作者": {"value": "bo"}, "时间": {"timestamp": NOW}}},
        {"title": "bo", "string_list_data": [{"value": "Wat mooi", "timestamp": NOW}]},
        {
            "timestamp": NOW,
            "label_values": [{"label": "Comment", "value": "Wat mooi"}, {"label": "Media Owner", "value": "bo"}],
        },
    ],
)
def test_comments_in_any_language_and_style(export: Maker, row: dict[str, Any]) -> None:
    result = export({COMMENTS: damaged([row])})
    assert texts(result) == ["Wat mooi"]
    assert result.posts["created_at"][0] == datetime.fromtimestamp(NOW, UTC)
    unknown = any("\u8bc4" in label for label in row.get("string_map_data", {}))
    assert any("language" in remark.says for remark in result.coverage.remarks) == unknown


@pytest.mark.parametrize("wrap", [lambda rows: rows, lambda rows: {"comments_media_comments": rows}])
@pytest.mark.parametrize(
    "name", ["comments/post_comments.json", COMMENTS, TOP + "comments/reels_comments.json", TOP + "comments/hype.json"]
)
def test_comments_in_any_wrapper_and_place(export: Maker, wrap: Any, name: str) -> None:
    assert texts(export({name: wrap([comment("hello")])}), "comment") == ["hello"]


# Encoding


def test_damaged_and_sound_copies_give_the_same(tmp_path: Path) -> None:
    rows = [{"media": [picture("Café 🙂 ñ")]}]
    frames = []
    for number, text in enumerate((damaged(rows), json.dumps(rows, ensure_ascii=False))):
        path = tmp_path / str(number) / POSTS
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
        frames.append(read_exports([tmp_path / str(number)]).posts)
    assert frames[0].equals(frames[1])
    assert frames[0]["text"][0] == "Café 🙂 ñ"


def test_an_emoji_cut_in_its_middle(export: Maker) -> None:
    row = {"media": [picture("X")]}
    cut = json.dumps([row]).replace('"X"', '"caf\\u00c3\\u00a9 \\u00f0\\u009f\\u0098"')
    assert texts(export({POSTS: cut})) == ["café "]


def test_real_accents_of_before_2021_are_untouched(export: Maker) -> None:
    old = {"photos": [{"caption": "Ã©té à la plage", "taken_at": "2019-05-04T08:57:05+00:00", "path": "photos/1.jpg"}]}
    assert texts(export({"media.json": json.dumps(old, ensure_ascii=False)})) == ["Ã©té à la plage"]


# Before 2021


def test_flat_files_of_before_2021(export: Maker) -> None:
    row = {"caption": "Set of three", "path": "photos/{}.jpg"}
    result = export(
        {
            "media.json": {
                "photos": [
                    {**row, "taken_at": "2019-06-01T10:00:00+00:00", "path": "photos/1.jpg"},
                    {**row, "taken_at": "2019-06-01T10:59:00+00:00", "path": "photos/2.jpg"},
                    {**row, "taken_at": "2019-06-02T10:00:00+01:00", "path": "photos/3.jpg"},
                ],
                "videos": [{"caption": "no zone", "taken_at": "2019-07-01T10:00:00", "path": "videos/1.mp4"}],
                "stories": [{"caption": "", "taken_at": "2019-07-02T10:00:00", "path": "stories/1.jpg"}],
            },
            "comments.json": {
                "media_comments": [["2020-04-24T15:39:04+00:00", "hello", "bo"]],
                "other": [["2020-04-25", "more", "bo"]],
            },
            "likes.json": {"media_likes": [["2020-04-24T15:39:04+00:00", "bo"]]},
            "connections.json": {"followers": {"bo": "2020-01-01"}, "following": {"cass": "2020-01-02T00:00:00"}},
            "profile.json": {"username": USER, "date_joined": "2018-01-01T00:00:00", "biography": "Tea first"},
            "messages.json": [
                {
                    "participants": ["bo", USER],
                    "conversation": [{"sender": USER, "created_at": "2020-01-01T00:00:00", "text": "mine"}],
                },
                {
                    "participants": ["bo", USER],
                    "conversation": [{"sender": "bo", "created_at": "2020-01-01T00:00:00", "text": "theirs"}],
                },
            ],
        }
    )
    assert texts(result, "post") == ["Set of three", "Set of three", "no zone"]
    assert ("photos/1.jpg", "photos/2.jpg") in list(result.posts["media"])
    assert texts(result, "comment") == ["hello", "more"]
    assert texts(result, "message") == ["mine"]
    assert sorted(texts(result, "bio")) == ["Tea first", USER]
    assert list(result.posts[result.posts["kind"] == "follow"]["context"]) == ["cass"]
    assert not result.coverage.problems


# Likes and follows


def test_likes_in_both_shapes_are_never_authored(export: Maker) -> None:
    url = "https://www.instagram.com/p/INVENTED/"
    new = {
        "timestamp": NOW,
        "media": [],
        "label_values": [
            {"label": "URL", "value": url, "href": url},
            {"label": "Caption", "value": "first caption"},
            {"label": "Caption", "value": "second caption"},
            {"title": "Owner", "dict": [{"title": "", "dict": [{"label": "Username", "value": "bo_example"}]}]},
        ],
        "fbid": "1",
    }
    old = {"title": "bo_example", "string_list_data": [{"href": url, "value": "\U0001f44d", "timestamp": NOW}]}
    ownerless = {"title": "", "string_list_data": [{"href": url + "2", "value": "👍", "timestamp": NOW}]}
    for rows in ([new], {"likes_media_likes": [old, ownerless]}):
        result = export({TOP + "likes/liked_posts.json": damaged(rows)})
        assert set(result.posts["kind"]) == {"like"}
        assert set(result.posts["text"]) == {""}
        assert result.posts["context"][0].startswith("bo_example")
        assert url in set(result.posts["url"])
    assert "caption" not in "".join(result.posts["context"])


@pytest.mark.parametrize(
    "row",
    [
        {
            "title": "",
            "string_list_data": [{"href": "https://www.instagram.com/cass", "value": "cass", "timestamp": NOW}],
        },
        {"title": "cass", "string_list_data": [{"href": "https://www.instagram.com/_u/cass", "timestamp": NOW}]},
        {"title": "", "string_list_data": [{"href": "https://www.instagram.com/_u/cass", "timestamp": NOW}]},
    ],
)
def test_follows_in_every_shape(export: Maker, row: dict[str, Any]) -> None:
    result = export({FOLLOWING: {"relationships_following": [row]}})
    assert list(result.posts["context"]) == ["cass"]
    assert list(result.posts["kind"]) == ["follow"]


def test_answers_to_stories(export: Maker) -> None:
    row = {"title": "bo", "string_list_data": [{"value": "shortbread", "timestamp": NOW}]}
    for folder in ("story_interactions/", "story_sticker_interactions/"):
        result = export(
            {
                TOP + folder + "questions.json": {"story_activities_questions": [row]},
                TOP + folder + "quizzes.json": {"story_activities_quizzes": [row]},
            }
        )
        assert texts(result) == ["shortbread"]
        assert sorted(result.posts["kind"]) == ["comment", "like"]


# Profile


def test_old_wordings_are_not_the_live_bio_and_addresses_stay_out(export: Maker) -> None:
    changes = [
        labels(Changed="Profile Bio Text", Previous_Value="Old bio", New_Value="New bio", Change_Date=NOW),
        labels(Changed="Username", Previous_Value="old.name", New_Value=USER, Change_Date=NOW),
        labels(Changed="Email", Previous_Value="old@example.org", New_Value="new@example.org", Change_Date=NOW),
    ]
    result = export(
        {
            PROFILE: profile(Bio="New bio", Email="new@example.org"),
            PROFILE.replace("personal_information.json", "profile_changes.json"): {"profile_profile_change": changes},
        }
    )
    contexts = dict(zip(result.posts["text"], result.posts["context"], strict=True))
    assert contexts["Old bio"].startswith("An earlier wording")
    assert contexts["New bio"] == ""
    assert not any("@" in text for text in contexts)
    assert "old.name" in result.owners[0].names


@pytest.mark.parametrize(
    ("flag", "changed", "expected"),
    [
        ("False", None, "public"),
        ("True", None, "friends"),
        ("True", NOW + 100, "public"),
        ("True", NOW - 100, "friends"),
    ],
)
def test_who_could_see_a_post(export: Maker, flag: str, changed: int | None, expected: str) -> None:
    members = {PROFILE: profile(private=flag), POSTS: [{"media": [picture("x")]}]}
    if changed:
        name = "security_and_login_information/login_and_profile_creation/account_privacy_changes.json"
        members[name] = {"account_history_account_privacy_history": [labels(Time=changed)]}
    result = export(members)
    assert result.posts[result.posts["text"] == "x"]["audience"].item() == expected


def test_without_a_profile_nobody_knows_who_could_see(export: Maker) -> None:
    assert list(export({POSTS: [{"media": [picture("x")]}]}).posts["audience"]) == ["unknown"]


# Messages


def inbox(
    name: str, *rows: dict[str, Any], people: tuple[str, ...] = ("Bo Example", ME), number: int = 1
) -> dict[str, Any]:
    return {f"{TOP}messages/inbox/{name}/message_{number}.json": chat(*rows, people=people)}


def test_two_with_the_same_name_are_not_told_apart(export: Maker) -> None:
    result = export({PROFILE: profile(), **inbox("a_1", said("whose?"), people=(ME, ME)), **inbox("b_2", said("mine"))})
    assert texts(result, "message") == ["mine"]
    assert any("same name as you" in remark.says for remark in result.coverage.remarks)


def test_an_owner_without_a_name_is_known_by_the_user_name(export: Maker) -> None:
    result = export({PROFILE: profile(name=""), **inbox("a_1", said("mine", sender=USER), people=("Bo", USER))})
    assert texts(result, "message") == ["mine"]


def test_an_owner_of_a_former_name(export: Maker) -> None:
    change = labels(Changed="Profile Name", Previous_Value="Kim Former", New_Value=ME, Change_Date=NOW)
    result = export(
        {
            PROFILE: profile(),
            PROFILE.replace("personal_information.json", "profile_changes.json"): {"profile_profile_change": [change]},
            **inbox("a_1", said("before", sender="Kim Former"), people=("Bo", "Kim Former")),
        }
    )
    assert texts(result, "message") == ["before"]


def test_deleted_people_attachments_and_empty_shares(export: Maker) -> None:
    rows = [
        said("to nobody"),
        said("theirs", sender="Instagram User"),
        said("Kim Invented sent an attachment.", NOW + 1),
        said(None, NOW + 2),
        said("", NOW + 3, share={}),
        said("my words", NOW + 4, share={"share_text": "their words", "original_content_owner": "bo"}),
        said("Reacted ❤️ to your message ", NOW + 5),
    ]
    result = export({PROFILE: profile(), **inbox("instagramuser_5", *rows, people=("Instagram User", ME))})
    assert texts(result, "message") == ["to nobody", "my words"]
    assert "their words" in result.posts[result.posts["text"] == "my words"]["context"].item()


def test_ten_files_of_one_chat_and_the_same_chat_in_a_second_zip(tmp_path: Path) -> None:
    for zip_number in (1, 2):
        with zipfile.ZipFile(tmp_path / f"instagram-kim-2024-05-05-{zip_number}abcDEF.zip", "w") as bundle:
            for number in range(1, 11):
                if zip_number == 1 or number > 5:
                    (name, value), *_ = inbox("a_1", said(f"m{number}", NOW - number), number=number).items()
                    bundle.writestr(name, damaged(value))
            if zip_number == 1:
                bundle.writestr(PROFILE, damaged(profile()))
    result = read_exports(sorted(tmp_path.glob("*.zip")), messages=True)
    assert texts(result, "message") == [f"m{number}" for number in range(10, 0, -1)]


# Threads


@pytest.mark.parametrize("key", ["text_app_post", "text_post_app"])
def test_threads_posts_and_replies(export: Maker, key: str) -> None:
    reply = {**picture("@bo_example only on Sundays", NOW + 1, ""), key: {"is_reply": True}}
    rows = {"text_post_app_text_posts": [{"media": [picture("A post", NOW, "")]}, {"media": [reply]}]}
    result = export({THREADS: damaged(rows), PROFILE: profile()})
    found = result.posts[result.posts["platform"] == "threads"]
    assert list(found["kind"]) == ["post", "reply"]
    assert list(found["text"]) == ["A post", "@bo_example only on Sundays"]
    assert list(found["media"]) == [(), ()]


def test_threads_and_instagram_follow_different_people(export: Maker) -> None:
    def row(name: str) -> dict[str, Any]:
        return {
            "title": "",
            "string_list_data": [{"value": name, "timestamp": NOW, "href": f"https://x.example/{name}"}],
        }

    result = export(
        {
            FOLLOWING: {"relationships_following": [row("on_instagram")]},
            TOP + "threads/following.json": {"text_post_app_text_post_app_following": [row("on_threads")]},
            TOP + "threads/threads_viewed.json": {"text_post_app_text_post_app_posts_seen": [row("seen")]},
        }
    )
    found = dict(zip(result.posts["platform"], result.posts["context"], strict=True))
    assert found == {"instagram": "on_instagram", "threads": "on_threads"}


def test_threads_has_its_own_private_flag(export: Maker) -> None:
    result = export(
        {
            PROFILE: profile(private="True"),
            TOP + "threads/personal_information.json": {
                "text_post_app_text_post_app_profile": [labels(Bio="b", Private_Account="False")]
            },
            THREADS: {"text_post_app_text_posts": [{"media": [picture("open", NOW, "")]}]},
        }
    )
    assert result.posts[result.posts["text"] == "open"]["audience"].item() == "public"


def test_threads_without_instagram(export: Maker) -> None:
    assert texts(
        export({"threads/threads_and_replies.json": {"text_post_app_text_posts": [{"media": [picture("here")]}]}})
    ) == ["here"]


# HTML


def block(heading: str, body: str, shown: str = "") -> str:
    return (
        f'<div class="pam _3-95 _2ph- _a6-g uiBoxWhite noborder"><h2 class="_3-95 _2pim _a6-h _a6-i">{heading}</h2>'
        f'<div class="_3-95 _a6-p">{body}</div><div class="_3-94 _a6-o">{shown}</div></div>'
    )


@pytest.mark.parametrize(
    ("shown", "epoch"),
    [("Aug 09, 2026 9:49 am", 1786297740), ("Apr 05, 2024 3:43 pm", 1712360580), ("Dec 29, 2025 1:46 pm", 1767044760)],
)
def test_pages_stand_eight_hours_behind_all_year(export: Maker, shown: str, epoch: int) -> None:
    page = f"<html><body><main>{block('caption &amp; all', '', shown)}</main></body></html>"
    result = export({TOP + "content/posts_1.html": page})
    assert texts(result) == ["caption & all"]
    assert result.posts["created_at"][0] == datetime.fromtimestamp(epoch, UTC)


def test_the_same_post_in_json_and_html_is_one(export: Maker) -> None:
    page = f"<html><body><main>{block('in both', '', 'Mar 05, 2024 6:02 am')}{block('in html', '', 'Mar 06, 2024 6:02 am')}</main></body></html>"
    result = export({TOP + "content/posts_1.html": page, TOP + "media/posts_1.json": [{"media": [picture("in both")]}]})
    assert texts(result) == ["in both", "in html"]


def test_pages_in_another_language_say_what_to_do(export: Maker) -> None:
    page = f"<html><body><main>{block('bijschrift', '', '9 aug. 2026 om 09:49')}</main></body></html>"
    result = export({TOP + "content/posts_1.html": page.replace("aug.", "augustus")})
    assert texts(result) == ["bijschrift"]
    assert any("JSON" in problem.reason for problem in result.coverage.problems)


# Bad input


def test_damaged_rows_lose_only_themselves(export: Maker) -> None:
    bad: list[Any] = [7, "x", None, {}, {"media": 5}, {"media": [{"uri": 1, "title": 9}, 4]}]
    rows = [{"media": [picture(f"p{number}", NOW + number)]} for number in range(100)]
    result = export(
        {
            POSTS: [*rows[:50], *bad, *rows[50:]],
            COMMENTS: [comment("ok"), {"string_map_data": {"Comment": {"value": 5}}}],
        }
    )
    assert len(result.posts) == 101
    assert sum(problem.lost for problem in result.coverage.problems) == len(bad) + 1


def test_a_cut_file_keeps_its_whole_rows(export: Maker) -> None:
    whole = damaged([comment("first"), comment("second", NOW + 1)])
    result = export({COMMENTS: whole[: whole.index("second")]})
    assert texts(result) == ["first"]
    assert [problem.lost for problem in result.coverage.problems] == [1]


SHAPES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                "media uri title creation_timestamp string_map_data string_list_data label_values label value href dict"
                " timestamp Comment Time Username photos videos caption taken_at path conversation sender text participants"
                " messages sender_name content share following text_post_app Changed media_comments".split()
            )
            | st.text(max_size=4),
            inner,
            max_size=5,
        )
    ),
    max_leaves=25,
)
READ = sorted(
    {
        pattern.replace("*", "x")
        for members in (instagram.MEMBERS, threads.MEMBERS)
        for pattern, parse in members.items()
        if parse
    }
)


@settings(max_examples=50, deadline=None)
@given(value=SHAPES, name=st.sampled_from(READ))
def test_any_json_under_any_member_raises_nothing(
    tmp_path_factory: pytest.TempPathFactory, value: Any, name: str
) -> None:
    path = tmp_path_factory.mktemp("any") / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value))
    archive = Archive.open(path.parents[len(Path(name).parts) - 1])
    for importer in (instagram, threads):
        importer.identify(archive)
        importer.owner(archive)
        list(importer.posts(archive, ReadOptions()))
