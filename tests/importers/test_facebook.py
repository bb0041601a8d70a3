"""Facebook and Messenger: every quirk that its exports are known for."""

from __future__ import annotations

import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importers import Import, facebook, read_exports
from importers.archive import Archive
from importers.posts import Problem, ReadOptions
from tests.importers.conftest import Maker

NOW = 1709647331  # 5 March 2024, 14:02:11 UTC
TOP = "your_facebook_activity/"
POSTS = TOP + "posts/your_posts__check_ins__photos_and_videos_1.json"
COMMENTS = TOP + "comments_and_reactions/comments.json"
PROFILE = "personal_information/profile_information/profile_information.json"
ME = "Kim Invented"


def damaged(value: Any) -> str:
    """JSON as Facebook writes it: every byte of UTF-8 an escape of its own."""

    def each(inner: Any) -> Any:
        if isinstance(inner, str):
            return inner.encode("utf-8").decode("latin-1")
        if isinstance(inner, list):
            return [each(item) for item in inner]
        if isinstance(inner, dict):
            return {each(key): each(item) for key, item in inner.items()}
        return inner

    return json.dumps(each(value))


def profile(name: str = ME, **more: Any) -> dict[str, Any]:
    return {"profile_v2": {"name": {"full_name": name}, **more}}


def post(text: str, at: int = NOW, **more: Any) -> dict[str, Any]:
    return {"timestamp": at, "data": [{"post": text}], **more}


def comment(text: str, at: int = NOW, author: str = ME, **more: Any) -> dict[str, Any]:
    return {
        "timestamp": at,
        "title": f"{author} commented on Bo O'Neil's post.",
        "data": [{"comment": {"timestamp": at, "comment": text, "author": author, **more}}],
    }


def chat(*messages: dict[str, Any], people: tuple[str, ...] = ("Bo Example", ME)) -> dict[str, Any]:
    return {
        "participants": [{"name": name} for name in people],
        "messages": list(messages),
        "title": people[0],
        "thread_path": "inbox/boexample_abc123",
    }


def said(text: str | None, at: int = NOW, sender: str = ME, **more: Any) -> dict[str, Any]:
    row = {"sender_name": sender, "timestamp_ms": at * 1000, **more}
    return row if text is None else {**row, "content": text}


def texts(result: Import, kind: str = "") -> list[str]:
    frame = result.posts
    return [text for text, what in zip(frame["text"], frame["kind"], strict=True) if text and what in (kind or what)]


def labelled(at: int, *entries: dict[str, Any], fbid: str = "1") -> dict[str, Any]:
    return {"timestamp": at, "media": [], "label_values": list(entries), "fbid": fbid}


# Posts


def test_parts_of_data_in_any_order_and_missing_parts(export: Maker) -> None:
    result = export(
        {
            POSTS: [
                {"timestamp": NOW, "data": [{}, {"update_timestamp": 1}, {"post": "third part"}]},
                {"timestamp": NOW + 1, "title": "Kim Invented updated her status."},
                {"timestamp": NOW + 2, "data": [{"post": "no title, no attachments"}]},
                {"timestamp": NOW + 3, "data": [{"post": "one"}, {"post": "two"}]},
            ]
        }
    )
    assert list(result.posts["text"]) == ["third part", "", "no title, no attachments", "one\n\ntwo"]
    assert not result.coverage.problems


def test_the_title_is_never_the_persons_text(export: Maker) -> None:
    rows = [
        {"timestamp": NOW, "title": "Kim Invented wrote on Bo O'Neil's timeline."},
        {"timestamp": NOW + 1, "title": "Kim Invented ha compartido un enlace."},
        {**post("¿Qué tal?", NOW + 2), "title": "Kim Invented actualizó su estado."},
    ]
    result = export({POSTS: damaged(rows)})
    assert texts(result) == ["¿Qué tal?"]
    assert result.posts["context"][0] == "Kim Invented wrote on Bo O'Neil's timeline."
    assert result.posts["context"][1].endswith("un enlace.")


def test_a_shared_link_without_words_is_a_share(export: Maker) -> None:
    link = {"attachments": [{"data": [{"external_context": {"name": "Café news", "url": "https://example.org/x"}}]}]}
    result = export({POSTS: [{"timestamp": NOW, **link}, {**post("Look at this", NOW + 1), **link}]})
    assert list(result.posts["kind"]) == ["share", "post"]
    assert list(result.posts["text"]) == ["", "Look at this"]
    assert all("Café news" in context for context in result.posts["context"])


def test_a_link_may_have_only_a_name_or_only_an_address(export: Maker) -> None:
    rows = [
        {"timestamp": NOW, "attachments": [{"data": [{"external_context": {"name": "Only a name"}}]}]},
        {"timestamp": NOW + 1, "attachments": [{"data": [{"external_context": {"url": "https://example.org/y"}}]}]},
    ]
    assert list(export({POSTS: rows}).posts["context"]) == ["Only a name", "https://example.org/y"]


def test_a_quoted_text_is_not_taken_for_the_persons(export: Maker) -> None:
    row = {
        "timestamp": NOW,
        "title": "Kim Invented shared a memory.",
        "attachments": [{"data": [{"text": "old words"}]}],
    }
    result = export({POSTS: [row]})
    assert list(result.posts["kind"]) == ["share"]
    assert texts(result) == []
    assert "old words" in result.posts["context"][0]


def picture(uri: str, description: str = "") -> dict[str, Any]:
    return {"media": {"uri": uri, "creation_timestamp": NOW, "title": "Mobile uploads", "description": description}}


def test_a_caption_equal_to_the_post_counts_once_and_another_one_is_kept(export: Maker) -> None:
    rows = [
        {**post("At the sea"), "attachments": [{"data": [picture("posts/media/a/1.jpg", "At the sea")]}]},
        {**post("At home", NOW + 1), "attachments": [{"data": [picture("posts/media/a/2.jpg", "The cat")]}]},
    ]
    result = export({POSTS: rows})
    assert texts(result) == ["At the sea", "At home\n\nThe cat"]
    assert list(result.posts["media"]) == [("posts/media/a/1.jpg",), ("posts/media/a/2.jpg",)]


def test_an_album_photo_that_also_hangs_on_a_post_counts_once(export: Maker) -> None:
    row = {**post("At the sea"), "attachments": [{"data": [picture(TOP + "posts/media/a/1.jpg", "At the sea")]}]}
    album = {
        "name": "Mobile uploads",
        "description": "",
        "photos": [
            picture(TOP + "posts/media/a/1.jpg", "At the sea")["media"],
            picture(TOP + "posts/media/a/2.jpg", "Only in the album")["media"],
        ],
    }
    result = export({POSTS: [row], TOP + "posts/album/0.json": album})
    assert sorted(texts(result)) == ["At the sea", "Only in the album"]


def test_a_friends_post_on_the_persons_timeline_is_not_authored(export: Maker) -> None:
    others = {"wall_posts_sent_to_you": {"activity_log_data": [post("by a friend")]}}
    result = export(
        {"posts/other_people's_posts_to_your_timeline.json": others, "posts/your_posts_1.json": [post("mine")]}
    )
    assert texts(result) == ["mine"]
    assert [skipped.path.rsplit("/", 1)[-1] for skipped in result.coverage.skipped] == [
        "other_people's_posts_to_your_timeline.json"
    ]


def test_tag_markup_shows_the_name_only(export: Maker) -> None:
    assert texts(export({POSTS: [post("with @[100000000000001:2048:Bo Example] today")]})) == ["with Bo Example today"]


def test_notes_life_events_places_and_events(export: Maker) -> None:
    rows = [
        {"timestamp": NOW, "attachments": [{"data": [{"note": {"title": "My note", "text": "Long form."}}]}]},
        {"timestamp": NOW + 1, "attachments": [{"data": [{"life_event": {"title": "Started at Invented Moor"}}]}]},
        {
            "timestamp": NOW + 2,
            "attachments": [{"data": [{"place": {"name": "The pier"}}, {"event": {"name": "Fair"}}]}],
        },
    ]
    result = export({POSTS: rows})
    assert list(result.posts["kind"]) == ["article", "post", "post"]
    assert list(result.posts["text"]) == ["My note\n\nLong form.", "Started at Invented Moor", ""]
    assert result.posts["context"][2] == "The pier\nFair"


def test_two_posts_of_the_same_second_are_two(export: Maker) -> None:
    assert len(export({POSTS: [post("one"), post("two")]}).posts) == 2


def test_absurd_times_are_unknown(export: Maker) -> None:
    rows = [post("a", -62169958800), post("b", 0), post("c", 978307200), post("d", "never")]  # type: ignore[arg-type]
    assert export({POSTS: rows}).posts["created_at"].isna().all()


# Encoding


def test_damaged_and_sound_copies_of_a_file_give_the_same(tmp_path: Path) -> None:
    rows = [post("Café 🙂 naïve £5"), {**post("ok", NOW + 1), "title": "Zoë shared a link."}]
    frames = []
    for number, text in enumerate((damaged(rows), json.dumps(rows, ensure_ascii=False))):
        path = tmp_path / str(number) / "posts" / "your_posts_1.json"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
        frames.append(read_exports([tmp_path / str(number)]).posts)
    assert frames[0].equals(frames[1])
    assert frames[0]["text"][0] == "Café 🙂 naïve £5"


def test_a_sound_file_with_mojibake_on_purpose_is_not_touched(export: Maker) -> None:
    rows = [post("They wrote cafÃ© again 🙂")]
    assert texts(export({POSTS: json.dumps(rows, ensure_ascii=False)})) == ["They wrote cafÃ© again 🙂"]


def test_a_text_cut_inside_a_character_keeps_the_rest(export: Maker) -> None:
    rows = [post("été " + "🙂".encode()[:2].decode("latin-1"))]
    rows[0]["data"][0]["post"] = "\u00c3\u00a9t\u00c3\u00a9 \u00f0\u009f"
    assert texts(export({POSTS: json.dumps(rows)})) == ["été "]


# Wrappers, places, names


@pytest.mark.parametrize(
    "wrap", [lambda rows: {"comments": rows}, lambda rows: {"comments_v2": rows}, lambda rows: rows]
)
def test_comments_in_any_wrapper(export: Maker, wrap: Any) -> None:
    assert texts(export({COMMENTS: wrap([comment("hello")])}), "comment") == ["hello"]


@pytest.mark.parametrize(
    "place", ["comments/comments.json", "comments_and_reactions/comments.json", COMMENTS, "comments.json"]
)
def test_comments_wherever_they_lay(export: Maker, place: str) -> None:
    assert texts(export({place: {"comments_v2": [comment("hello")]}}), "comment") == ["hello"]


def test_a_lone_row_may_stand_without_its_list(export: Maker) -> None:
    row = labelled(
        NOW,
        {"label": "Message", "value": "Ice cream"},
        {
            "title": "Place tags",
            "dict": [{"label": "Name", "value": "The pier"}, {"label": "Coordinates", "value": "(1.0, 2.0)"}],
        },
    )
    result = export({TOP + "posts/check-ins.json": row, COMMENTS: comment("alone")})
    assert sorted(texts(result)) == ["Ice cream", "alone"]
    assert result.posts[result.posts["text"] == "Ice cream"]["context"].item() == "The pier"


@pytest.mark.parametrize("name", ["pages_you_ve_liked.json", "pages_you've_liked.json", "pages_you\u2019ve_liked.json"])
def test_any_apostrophe(export: Maker, name: str) -> None:
    pages = {"page_likes_v2": [{"name": "Vale Foodbank", "url": "https://www.facebook.com/vale", "timestamp": NOW}]}
    result = export({TOP + "pages/" + name: pages})
    assert list(result.posts["context"]) == ["Vale Foodbank"]
    assert list(result.posts["url"]) == ["https://www.facebook.com/vale"]


def test_a_label_in_another_language_and_an_address_that_is_no_address(export: Maker) -> None:
    row = labelled(
        NOW,
        {"label": "Bericht", "value": "Dankjewel allemaal"},
        {"label": "URL", "value": "x", "href": "javascript:alert(1)"},
    )
    unknown = labelled(NOW + 1, {"label": "Üzenet", "value": "Köszönöm szépen"}, fbid="2")
    result = export({TOP + "posts/posts_on_other_pages_and_profiles.json": damaged([row, unknown])})
    assert texts(result) == ["Dankjewel allemaal", "Köszönöm szépen"]
    assert list(result.posts["url"]) == ["", ""]


def test_a_label_that_is_known_to_be_something_else_is_no_text(export: Maker) -> None:
    photo = {"media": [{"uri": "posts/media/a/1.jpg"}]}
    rows = [
        {**labelled(NOW, {"label": "Target", "value": "Bo Example"}), **photo},
        {**labelled(NOW + 1, {"label": "Nombre", "value": "Bo", "ent_field_name": "name"}, fbid="2"), **photo},
    ]
    result = export({TOP + "posts/posts_on_other_pages_and_profiles.json": rows})
    assert list(result.posts["text"]) == ["", ""]
    assert result.posts["context"][0] == "Bo Example"


def test_a_folder_with_spaces_and_decomposed_names(tmp_path: Path) -> None:
    archive = tmp_path / "export.zip"
    with zipfile.ZipFile(archive, "w") as bundle:
        bundle.writestr("My Facebook (1)/posts/your_posts_1.json", damaged([post("hello")]))
        bundle.writestr("My Facebook (1)/messages/inbox/Zoe\u0308_1/message_1.json", damaged(chat(said("hi"))))
        bundle.writestr("My Facebook (1)/profile_information/profile_information.json", damaged(profile()))
    result = read_exports([archive], messages=True)
    assert sorted(texts(result)) == ["hello", "hi"]
    assert result.posts["source"].str.contains("Zo\u00eb_1").any()


def test_the_whole_tree_below_another_folder(export: Maker) -> None:
    assert texts(export({"x/personal_information/profile_information/" + POSTS: [post("deep")]})) == ["deep"]


def test_another_platforms_export_beside_the_folders_is_left_to_it(export: Maker) -> None:
    result = export({POSTS: [post("mine")], "other/your_instagram_activity/messages/inbox/a_1/message_1.json": chat()})
    assert texts(result) == ["mine"]
    assert not [skipped for skipped in result.coverage.skipped if skipped.known]


# Comments


def test_a_comment_without_data_was_a_sticker_or_photo(export: Maker) -> None:
    row = {"timestamp": NOW, "title": "Kim Invented commented on Bo O'Neil's photo."}
    result = export({COMMENTS: {"comments_v2": [row, comment("words", NOW + 1)]}})
    assert list(result.posts["kind"]) == ["comment", "comment"]
    assert list(result.posts["text"]) == ["", "words"]


def test_a_comment_under_a_former_name_counts_and_one_under_a_strangers_does_not(export: Maker) -> None:
    rows = [comment("a"), comment("b", author="Kim Former"), comment("c", author="Bo Example")]
    members = {
        COMMENTS: {"comments_v2": rows},
        PROFILE: profile(previous_names=[{"name": "Kim Former", "timestamp": 1}]),
    }
    result = export(members)
    assert sorted(texts(result, "comment")) == ["a", "b"]
    assert [problem.lost for problem in result.coverage.problems] == [1]
    assert sorted(texts(export(members, account="Bo Example"), "comment")) == ["a", "b", "c"]


def test_a_group_comment_in_both_files_counts_once(export: Maker) -> None:
    row = comment("in a group", group="Leeds Gardeners")
    result = export(
        {COMMENTS: {"comments_v2": [row]}, TOP + "groups/your_comments_in_groups.json": {"group_comments_v2": [row]}}
    )
    assert len(result.posts) == 1
    assert "Leeds Gardeners" in result.posts["context"][0]


# Reactions


def test_the_same_reaction_in_both_files_counts_once_and_gets_its_link(export: Maker) -> None:
    url = "https://www.facebook.com/permalink.php?story_fbid=pfbid0&id=1"
    classic = [
        {
            "timestamp": NOW,
            "title": "Kim Invented likes a photo.",
            "data": [{"reaction": {"reaction": "LIKE", "actor": ME}}],
        },
        {
            "timestamp": NOW,
            "title": "Kim Invented reacted.",
            "data": [{"reaction": {"reaction": "ANGER", "actor": ME}}],
        },
    ]
    twins = [
        labelled(NOW, {"label": "Reaction", "value": "Angry"}, {"label": "URL", "value": url + "2", "href": url + "2"}),
        labelled(NOW, {"label": "Reaction", "value": "Like"}, {"label": "URL", "value": url, "href": url}, fbid="2"),
        labelled(
            NOW + 9, {"label": "Reaction", "value": "Haha"}, {"label": "URL", "value": url, "href": url}, fbid="3"
        ),
    ]
    folder = TOP + "comments_and_reactions/"
    result = export({folder + "likes_and_reactions_1.json": classic, folder + "likes_and_reactions.json": twins})
    found = dict(zip(result.posts["context"], result.posts["url"], strict=True))
    assert found == {"Kim Invented likes a photo.": url, "Angry: Kim Invented reacted.": url + "2", f"Haha: {url}": url}
    assert set(result.posts["kind"]) == {"like"}
    assert set(result.posts["text"]) == {""}


def test_a_reaction_word_of_another_language_is_the_same_reaction(export: Maker) -> None:
    url = "https://www.facebook.com/boexample/posts/pfbid0"
    classic = [
        {"timestamp": NOW, "title": "A Kim le encanta.", "data": [{"reaction": {"reaction": "LOVE", "actor": ME}}]}
    ]
    twin = labelled(
        NOW,
        {"label": "Reacción", "value": "Me encanta", "ent_field_name": "FeedbackReaction"},
        {"label": "URL", "value": url, "href": url},
        {"label": "Nombre", "value": "Bo", "ent_field_name": "name"},
    )
    folder = TOP + "comments_and_reactions/"
    result = export(
        {folder + "likes_and_reactions_1.json": damaged(classic), folder + "likes_and_reactions.json": damaged([twin])}
    )
    assert list(result.posts["context"]) == ["Love: A Kim le encanta."]
    assert list(result.posts["url"]) == [url]


def test_a_reaction_that_was_taken_back_is_none(export: Maker) -> None:
    rows = [
        {"timestamp": NOW, "title": "Kim Invented reacted.", "data": [{"reaction": {"reaction": word, "actor": ME}}]}
        for word in ("NONE", "WOW")
    ]
    result = export({TOP + "comments_and_reactions/likes_and_reactions_1.json": rows})
    assert list(result.posts["context"]) == ["Wow: Kim Invented reacted."]
    assert not result.coverage.problems


# Groups and profile


def test_joining_and_leaving(export: Maker) -> None:
    rows = [
        {
            "timestamp": NOW,
            "title": "Kim Invented became a member of Leeds Gardeners.",
            "data": [{"name": "Leeds Gardeners"}],
        },
        {"timestamp": NOW + 1, "title": "Kim Invented became a member of No Name Given."},
        {"timestamp": NOW + 2, "title": "Kim dejó de ser miembro de Old Group.", "data": [{"name": "Old Group"}]},
        {"timestamp": NOW + 3, "title": "Kim se ha unido a Vecinos.", "data": [{"name": "Vecinos"}]},
    ]
    result = export({TOP + "groups/your_group_membership_activity.json": {"groups_joined_v2": rows}})
    assert list(result.posts["context"]) == [
        "Leeds Gardeners",
        "No Name Given",
        "Kim dejó de ser miembro de Old Group.",
        "Kim se ha unido a Vecinos.",
    ]


def test_a_group_that_was_left_or_only_asked_is_not_joined(export: Maker) -> None:
    titles = [
        "You joined Leeds.",
        "You left Leeds.",
        "Kim Invented stopped being a member of Old Group.",
        "Kim Invented left Vale.",
        "Kim Invented became a member of Vale.",
        "You requested to join York.",
        "Kim se ha unido a People who left Hull.",
    ]
    rows = [{"timestamp": NOW + place, "title": title} for place, title in enumerate(titles)]
    result = export(
        {PROFILE: profile(), TOP + "groups/your_group_membership_activity.json": {"groups_joined_v2": rows[::-1]}}
    )
    assert list(result.posts["context"]) == ["Vale", "Kim se ha unido a People who left Hull."]
    assert not result.coverage.problems


def test_old_group_file_holds_posts_and_comments(export: Maker) -> None:
    rows = {"group_posts": {"activity_log_data": [post("a post"), comment("a comment", NOW + 1)]}}
    result = export({"groups/your_posts_and_comments_in_groups.json": rows})
    assert list(result.posts["kind"]) == ["post", "comment"]


def test_profile_texts_are_bio(export: Maker) -> None:
    made = profile(
        username="kim.invented",
        intro_bio={"name": "Tea first"},
        work_experiences=[{"employer": "Café", "title": "Porter", "description": "Pans."}],
        emails={"emails": ["kim@example.org"]},
    )
    result = export({PROFILE: damaged(made)})
    assert sorted(texts(result, "bio")) == ["Porter, Café\nPans.", "Tea first", "kim.invented"]
    assert [owner.account for owner in result.owners] == [ME]


def test_what_is_not_live_is_private_and_said(export: Maker) -> None:
    result = export(
        {TOP + "posts/archive.json": [post("old")], TOP + "posts/trash.json": {"trash_v2": [post("bin", NOW + 1)]}}
    )
    assert list(result.posts["audience"]) == ["private", "private"]
    assert any(
        remark.says.startswith("Archived posts") and "bin: 2." in remark.says for remark in result.coverage.remarks
    )


def test_a_shorter_date_range_is_noticed(export: Maker) -> None:
    result = export({POSTS: [post("recent")], PROFILE: profile(registration_timestamp=1262304000)})
    assert any("2010" in remark.says and "2024" in remark.says for remark in result.coverage.remarks)


def test_a_missing_profile_is_said(export: Maker) -> None:
    result = export({POSTS: [post("hello")]})
    assert any("profile_information.json" in remark.says for remark in result.coverage.remarks)


# Messages


def test_twelve_files_of_one_chat_in_natural_order(export: Maker) -> None:
    members: dict[str, Any] = {PROFILE: profile()}
    for number in range(1, 13):
        members[f"{TOP}messages/inbox/boexample_1/message_{number}.json"] = chat(said(f"m{number}", NOW - number))
    result = export(members)
    assert texts(result, "message") == [f"m{number}" for number in range(12, 0, -1)]
    assert set(result.posts["audience"][result.posts["kind"] == "message"]) == {"private"}


def test_two_zips_with_parts_of_one_chat(tmp_path: Path) -> None:
    for number, rows in (
        (1, [said("newer"), said("both", NOW - 5)]),
        (2, [said("both", NOW - 5), said("older", NOW - 9)]),
    ):
        with zipfile.ZipFile(tmp_path / f"facebook-kim-2024-05-05-{number}abcDEF.zip", "w") as bundle:
            bundle.writestr(f"{TOP}messages/inbox/boexample_1/message_{number}.json", damaged(chat(*rows)))
            if number == 2:
                bundle.writestr(PROFILE, damaged(profile()))
    result = read_exports(sorted(tmp_path.glob("*.zip")), messages=True)
    assert texts(result, "message") == ["older", "both", "newer"]
    assert len(result.coverage.inputs) == 1


def test_only_own_messages_and_none_where_two_bear_the_name(export: Maker) -> None:
    result = export(
        {
            PROFILE: profile(),
            TOP + "messages/inbox/a_1/message_1.json": chat(said("mine"), said("theirs", sender="Bo Example")),
            TOP + "messages/inbox/b_2/message_1.json": chat(said("whose?"), people=(ME, ME)),
        }
    )
    assert texts(result, "message") == ["mine"]
    assert any("same name as you" in remark.says for remark in result.coverage.remarks)


def test_what_the_platform_wrote_is_no_message(export: Maker) -> None:
    rows = [
        said("unsent words", is_unsent=True),
        said(None, sticker={"uri": TOP + "messages/stickers_used/1.png"}),
        said("Kim called Bo.", call_duration=5),
        said("Kim called Bo.", type="Call"),
        said("Reacted 👍 to your message "),
        said("Liked a message"),
        said("You sent an attachment."),
        said("Kim Invented sent an attachment."),
        said("You named the group Quiz night."),
        said("Bo sent an attachment. I never opened it, and now I am in trouble"),
        said("real words", NOW + 1),
    ]
    result = export({PROFILE: profile(), TOP + "messages/inbox/a_1/message_1.json": damaged(chat(*rows))})
    assert texts(result, "message") == [
        "Bo sent an attachment. I never opened it, and now I am in trouble",
        "real words",
    ]


def test_a_shared_text_is_somebody_elses(export: Maker) -> None:
    row = said("You sent an attachment.", share={"link": "https://example.org/z", "share_text": "their words"})
    result = export({PROFILE: profile(), TOP + "messages/inbox/a_1/message_1.json": chat(row)})
    assert texts(result) == []
    assert "their words" in result.posts[result.posts["kind"] == "message"]["context"].item()


def test_messages_are_left_out_unless_asked_for(export: Maker) -> None:
    members = {PROFILE: profile(), TOP + "messages/inbox/a_1/message_1.json": chat(said("mine"))}
    assert "message" not in set(export(members, messages=False).posts["kind"])


def test_without_a_profile_the_one_in_most_chats_is_the_person(export: Maker) -> None:
    result = export(
        {
            "messages/inbox/a_1/message_1.json": chat(said("one")),
            "messages/inbox/b_2/message_1.json": chat(said("two", NOW + 1), people=("Ada Example", ME)),
        }
    )
    assert texts(result, "message") == ["one", "two"]


def test_a_name_that_no_chat_knows_gives_way_to_the_one_in_most_chats(export: Maker) -> None:
    result = export(
        {
            PROFILE: profile("Kim Changed"),
            TOP + "messages/inbox/a_1/message_1.json": chat(said("one"), said("theirs", sender="Bo Example")),
            TOP + "messages/inbox/b_2/message_1.json": chat(said("two", NOW + 1), people=("Ada Example", ME)),
        }
    )
    assert texts(result, "message") == ["one", "two"]
    assert any("--account" in remark.says for remark in result.coverage.remarks)


def test_a_name_given_for_another_platform_hides_no_comment(export: Maker) -> None:
    assert texts(export({COMMENTS: {"comments_v2": [comment("mine")]}}, account="kimmie (WhatsApp)")) == ["mine"]


def test_a_part_with_nothing_but_pictures_belongs_to_the_export(tmp_path: Path) -> None:
    for number, name in enumerate((POSTS, PROFILE, TOP + "posts/media/a/1.jpg", "photos_and_videos/b/2.jpg")):
        with zipfile.ZipFile(tmp_path / f"facebook-kim-2024-05-05-{'abcd'[number] * 8}.zip", "w") as bundle:
            bundle.writestr(name, {POSTS: damaged([post("x")]), PROFILE: damaged(profile())}.get(name, "picture"))
    result = read_exports(sorted(tmp_path.glob("*.zip")))
    assert len(result.coverage.inputs) == 1
    assert not result.coverage.problems
    assert not [skipped for skipped in result.coverage.skipped if not skipped.known]


def encrypted(*rows: dict[str, Any], people: tuple[str, ...] = (ME, "Bo Example")) -> str:
    value = {"participants": people, "threadName": "Bo Example_12", "messages": rows}
    return json.dumps(value, ensure_ascii=False)


def sent(text: str, sender: str = ME, at: int = NOW) -> dict[str, Any]:
    return {"senderName": sender, "text": text, "timestamp": at * 1000, "isUnsent": False, "media": []}


def test_encrypted_chats_beside_and_inside_the_folder(tmp_path: Path) -> None:
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "your_posts_1.json").write_text(damaged([post("a post")]))
    (tmp_path / "profile_information").mkdir()
    (tmp_path / "profile_information" / "profile_information.json").write_text(damaged(profile()))
    with zipfile.ZipFile(tmp_path / "messages.zip", "w") as bundle:
        rows = [
            {"senderName": ME, "text": "Café? Ã© on purpose", "timestamp": NOW * 1000, "isUnsent": False, "media": []},
            {"senderName": "Bo Example", "text": "Ten", "timestamp": NOW * 1000 + 1, "isUnsent": False, "media": []},
            {"senderName": ME, "text": "", "timestamp": NOW * 1000, "media": [{"uri": "Failed to download media"}]},
            {"senderName": ME, "text": "", "timestamp": NOW * 1000 + 2, "media": [{"uri": "./media/x.jpg"}]},
        ]
        bundle.writestr("Bo Example_12.json", encrypted(*rows))
        bundle.writestr("media/x.jpg", b"\xff")
    result = read_exports([tmp_path], messages=True)
    assert sorted(texts(result)) == ["Café? Ã© on purpose", "a post"]
    assert [media for media in result.posts["media"] if media] == [("media/x.jpg",)]
    assert len(result.coverage.inputs) == 1
    assert not [skipped for skipped in result.coverage.skipped if not skipped.known]


def test_an_encrypted_chat_of_any_name(export: Maker) -> None:
    assert texts(export({"Somebody.json": encrypted(sent("hello"))})) == ["hello"]


def test_an_encrypted_chat_in_which_the_person_does_not_stand_first(export: Maker) -> None:
    chat = encrypted(sent("mine"), sent("theirs", "Bo Example"), people=("Bo Example", ME))
    assert texts(export({PROFILE: profile(), "Bo Example_12.json": chat}), "message") == ["mine"]


def test_encrypted_chats_alone(export: Maker) -> None:
    result = export({"Bo Example_12.json": encrypted(sent("mine"), sent("theirs", "Bo Example"))})
    assert texts(result) == ["mine"]
    assert [owner.account for owner in result.owners] == [ME]
    (remark,) = result.coverage.remarks
    assert "--account" in remark.says
    assert "zips" not in remark.says


@pytest.mark.parametrize(("people", "account"), [(("Ada Example", ME), ""), (("Ada Example", "Bo Example", ME), ME)])
def test_who_the_person_is_where_encrypted_chats_begin_with_different_people(
    export: Maker, people: tuple[str, ...], account: str
) -> None:
    chats = {
        "Bo Example_12.json": encrypted(sent("mine"), sent("theirs", "Bo Example"), people=("Bo Example", ME)),
        "Ada Example_3.json": encrypted(sent("also mine", at=NOW + 1), people=people),
    }
    result = export(chats, account=account)
    assert texts(result) == ["mine", "also mine"]
    assert [owner.account for owner in result.owners] == [ME]
    assert bool(result.coverage.remarks) == (not account)


def test_encrypted_chats_join_the_export_beside_them_whoever_stands_first(tmp_path: Path) -> None:
    chat = encrypted(sent("mine"), sent("theirs", "Bo Example"), people=("Bo Example", ME))
    for zip_name, name, text in (("a", PROFILE, damaged(profile())), ("b", "Bo Example_12.json", chat)):
        with zipfile.ZipFile(tmp_path / f"{zip_name}.zip", "w") as bundle:
            bundle.writestr(name, text)
    result = read_exports([tmp_path / "a.zip", tmp_path / "b.zip"], messages=True)
    assert texts(result, "message") == ["mine"]


# Bad input


def test_an_empty_file_and_an_empty_category_hide_nothing(export: Maker) -> None:
    result = export(
        {POSTS: [post("hello")], COMMENTS: b"", TOP + "saved_items_and_collections/no-data.txt": "No data."}
    )
    assert texts(result) == ["hello"]
    assert [problem.path for problem in result.coverage.problems] == [COMMENTS]
    assert not [skipped for skipped in result.coverage.skipped if not skipped.known]


def test_rows_before_a_cut_are_kept_and_the_cut_is_counted(export: Maker) -> None:
    whole = damaged({"comments_v2": [comment("first"), comment("second", NOW + 1), comment("third", NOW + 2)]})
    cut = whole[: whole.index("third") - 5]
    result = export({COMMENTS: cut})
    assert texts(result) == ["first", "second"]
    assert [problem.lost for problem in result.coverage.problems] == [1]
    assert "third" not in repr(result.coverage)


def test_a_cut_chat_keeps_its_participants(export: Maker) -> None:
    whole = damaged(chat(said("first"), said("second", NOW + 1)))
    member = TOP + "messages/inbox/a_1/message_1.json"
    result = export({PROFILE: profile(), member: whole[: whole.index("second") + 2]})
    assert texts(result, "message") == ["first"]


def test_a_file_of_another_shape_is_a_problem(export: Maker) -> None:
    result = export({POSTS: "7", COMMENTS: {"comments_v2": 7}, TOP + "reels/your_reels.json": "{}"})
    assert sorted(problem.path for problem in result.coverage.problems) == sorted([POSTS, COMMENTS])


def test_many_posts_in_one_file(export: Maker) -> None:
    result = export({POSTS: damaged([post(f"post {number} 🙂", NOW + number) for number in range(12_000)])})
    assert len(result.posts) == 12_000
    assert result.posts["text"].iloc[-1] == "post 11999 🙂"


SHAPES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                "timestamp data post comment attachments media uri label_values label value href dict vec title name"
                " reaction participants messages sender_name content photos profile_v2 full_name events_joined"
                " note place text event external_context group_answers answers answer description".split()
            )
            | st.text(max_size=4),
            inner,
            max_size=5,
        )
    ),
    max_leaves=25,
)
READ = sorted({pattern.replace("*", "x") for pattern, parse in facebook.MEMBERS.items() if parse})


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=SHAPES, name=st.sampled_from(READ))
def test_any_json_under_any_member_raises_nothing(
    tmp_path_factory: pytest.TempPathFactory, value: Any, name: str
) -> None:
    path = tmp_path_factory.mktemp("any") / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value))
    archive = Archive.open(path.parents[len(Path(name).parts) - 1])
    facebook.identify(archive)
    facebook.owner(archive)
    list(facebook.posts(archive, ReadOptions()))


def test_one_record_in_a_hundred_damaged_loses_only_itself(export: Maker) -> None:
    good = [post(f"p{number}", NOW + number) for number in range(200)]
    bad: list[Any] = [
        "broken",
        7,
        None,
        {"data": 5},
        {"timestamp": 1, "data": [{"post": 9}]},
        {"timestamp": 1, "data": ["x"]},
    ]
    rows: list[Any] = []
    for number, row in enumerate(good):
        rows += [bad[number // 30]] if number % 30 == 0 and number // 30 < len(bad) else []
        rows.append(row)
    result = export({POSTS: rows})
    assert len(result.posts) == 200
    assert sum(problem.lost for problem in result.coverage.problems) == len(bad)
    assert all(isinstance(problem, Problem) and "#" in problem.path for problem in result.coverage.problems)


def test_times_are_utc_and_messages_keep_their_milliseconds(export: Maker) -> None:
    result = export(
        {PROFILE: profile(), TOP + "messages/inbox/a_1/message_1.json": chat(said("x", timestamp_ms=NOW * 1000 + 123))}
    )
    assert result.posts[result.posts["kind"] == "message"]["created_at"].item() == datetime(
        2024, 3, 5, 14, 2, 11, 123000, tzinfo=UTC
    )
