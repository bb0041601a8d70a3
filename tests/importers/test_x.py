"""X archives: every trap of the format, on archives made on the fly."""

from __future__ import annotations

import json
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importers import Import, read_exports, x
from importers.archive import Archive
from importers.posts import Owner, Post, Problem, ReadOptions, Remark
from tests.importers.conftest import Maker

ME = "4200000001"
ACCOUNT = {"account": {"username": "kim_invented", "accountId": ME, "accountDisplayName": "Kim Invented"}}


def ytd(kind: str, rows: Any, part: int = 0) -> str:
    return f"window.YTD.{kind}.part{part} = {json.dumps(rows, ensure_ascii=False)}"


def tweet(identity: str, text: str, at: str = "Tue Mar 05 14:02:11 +0000 2024", **more: Any) -> dict[str, Any]:
    return {"tweet": {"id_str": identity, "id": identity, "created_at": at, "full_text": text, "entities": {}, **more}}


def mention(handle: str, identity: str, at: int) -> dict[str, Any]:
    return {"user_mentions": [{"screen_name": handle, "id_str": identity, "indices": [str(at), str(at + len(handle))]}]}


def archive(*tweets: Any, **files: Any) -> dict[str, str]:
    made = {"data/account.js": ytd("account", [ACCOUNT]), "data/tweets.js": ytd("tweets", list(tweets))}
    return made | {f"data/{name.replace('_', '-')}.js": ytd(name, rows) for name, rows in files.items()}


def rows(result: Import, kind: str = "") -> dict[str, Any]:
    frame = result.posts[result.posts["kind"] == kind] if kind else result.posts
    return {row.post_id: row for row in frame.itertuples()}


def remarks(result: Import) -> str:
    return "\n".join(remark.says for remark in result.coverage.remarks)


def manifest(**counts: int) -> str:
    types = {name: {"files": [{"fileName": f"data/{name}.js", "count": str(count)}]} for name, count in counts.items()}
    return "window.__THAR_CONFIG = " + json.dumps({"userInfo": {"accountId": ME}, "dataTypes": types})


def test_parts_mixed_in_time_are_sorted_and_counted_against_the_manifest(export: Maker) -> None:
    files = archive(tweet("3000000000000", "new", "Tue Mar 05 14:02:11 +0000 2024"), tweet("31", "x", "bad"))
    files["data/tweets-part1.js"] = ytd("tweets", [tweet("32", "old", "Tue Mar 05 14:02:11 +0000 2013")], 1)
    listed = [{"fileName": "data/tweets.js", "count": "2"}, {"fileName": "data/tweets-part1.js", "count": "7"}]
    listed.append({"fileName": "data/tweets-part2.js", "count": "5"})
    config = {"userInfo": {"accountId": ME}, "dataTypes": {"tweets": {"files": listed}}}
    files["data/manifest.js"] = "window.__THAR_CONFIG = " + json.dumps(config)
    result = export(files)
    assert list(result.posts["text"]) == ["old", "new", "x"]
    said = {remark.path: remark.says for remark in result.coverage.remarks}
    assert "7 record(s) in this file; we found 1" in said["data/tweets-part1.js"]
    assert "not in the archive" in said["data/tweets-part2.js"]
    assert "data/tweets.js" not in said


def test_the_data_folder_alone_is_counted_against_the_manifest(export: Maker) -> None:
    files = archive(tweet("1", "a")) | {"data/manifest.js": manifest(tweets=1, like=2)}
    result = export({name.removeprefix("data/"): text for name, text in files.items()})
    assert [remark.path for remark in result.coverage.remarks if "not in the archive" in remark.says] == [
        "data/like.js"
    ]


def test_other_files_are_not_taken_for_parts_of_tweets(export: Maker) -> None:
    files = archive(tweet("1", "live"))
    for name in ("deleted-tweets", "tweet-headers", "note-tweet", "community-tweet"):
        files[f"data/{name}.js"] = ytd(name.replace("-", "_"), [])
    assert list(export(files).posts["text"]) == ["live"]


def test_old_archive_with_unwrapped_rows_in_the_root(export: Maker) -> None:
    files = {
        "tweet.js": ytd("tweet", [tweet("1262000000", "hello", "Sun Mar 01 12:00:00 +0000 2009")["tweet"]]),
        "account.js": ytd("account", [ACCOUNT]),
    }
    result = export(files)
    assert rows(result)["1262000000"].text == "hello"
    assert result.coverage.inputs[0].account == "@kim_invented"


def note(identity: str, text: str, at: str = "2024-03-05T14:02:11.000Z", urls: Any = ()) -> dict[str, Any]:
    return {"noteTweet": {"noteTweetId": identity, "createdAt": at, "core": {"text": text, "urls": list(urls)}}}


def test_two_tweets_in_one_second_and_one_note_that_goes_to_the_right_one(export: Maker) -> None:
    words = "The first thing that they never tell you about night shifts is how loud the fridge is, and then"
    result = export(
        archive(
            tweet("101", "Unrelated, same second"),
            tweet(
                "102", f"@otter_example {words} …  https://t.co/mm", entities={"media": [{"url": "https://t.co/mm"}]}
            ),
            tweet("103", "The first"),
            note_tweet=[note("99", words + " the quiet of the corridor")],
        )
    )
    assert rows(result)["102"].text == words + " the quiet of the corridor"
    assert rows(result)["101"].text == "Unrelated, same second"
    assert rows(result)["103"].text == "The first"
    assert len(result.posts) == 3


def test_note_that_begins_with_a_mention_is_joined(export: Maker) -> None:
    words = "@otter_example has asked me what a night shift is like"
    result = export(archive(tweet("101", words[:40] + "…"), note_tweet=[note("99", words)]))
    assert [(row.post_id, row.text) for row in rows(result).values()] == [("101", words)]


def test_note_in_another_second_is_a_post_of_its_own(export: Maker) -> None:
    late = note("99", "Same words, later", "2024-03-05T14:02:12.000Z")
    result = export(archive(tweet("101", "Same words…"), note_tweet=[late]))
    assert rows(result)["101"].text == "Same words…"
    assert rows(result)["note-99"].text == "Same words, later"
    assert "could not be matched" in remarks(result)


def test_notes_of_an_edited_post_leave_one_live(export: Maker) -> None:
    first, second = edited("201", "The long anounced…", first=True), edited("202", "The long announced…", first=False)
    second["tweet"]["created_at"] = "Tue Mar 05 14:12:11 +0000 2024"
    late = note("98", "The long announced news")
    late["noteTweet"]["updatedAt"] = "2024-03-05T14:12:11.000Z"
    result = export(archive(first, second, note_tweet=[note("97", "The long anounced news"), late]))
    assert [(row.post_id, row.text) for row in rows(result).values()] == [("202", "The long announced news")]


def test_bold_note_shorter_than_280_characters_is_joined(export: Maker) -> None:
    result = export(archive(tweet("101", "Bold move"), note_tweet=[note("99", "Bold move")]))
    assert list(result.posts["post_id"]) == ["101"]
    assert "could not be matched" not in remarks(result)


def test_note_with_literal_entity_and_links(export: Maker) -> None:
    links = [{"shortUrl": "https://t.co/zz", "expandedUrl": "https://e.example/a"}]
    text = "Write &lt;b&gt; & <i> like so https://t.co/zz"
    cut = tweet("101", "Write &amp;lt;b&amp;gt; &amp; &lt;i&gt; like so https://t.co/yy")
    cut["tweet"]["entities"] = {"urls": [{"url": "https://t.co/yy", "expanded_url": "https://e.example/a"}]}
    result = export(archive(cut, note_tweet=[note("99", text, urls=links)]))
    assert list(result.posts["text"]) == ["Write &lt;b&gt; & <i> like so https://e.example/a"]


def test_one_unescape_only(export: Maker) -> None:
    assert list(export(archive(tweet("1", "a &amp;lt; b &amp;amp; c"))).posts["text"]) == ["a &lt; b &amp; c"]


def test_addresses_are_not_unescaped(export: Maker) -> None:
    links = {"urls": [{"url": "https://t.co/a", "expanded_url": "https://e.example/?a=1&copy=2"}]}
    result = export(archive(tweet("1", "a &amp; b https://t.co/a https://t.co/ab", entities=links)))
    assert list(result.posts["text"]) == ["a & b https://e.example/?a=1&copy=2 https://t.co/ab"]


def test_repost_typed_by_hand_stays_authored_and_is_remarked_upon(export: Maker) -> None:
    result = export(
        archive(
            tweet("1", "RT @a: no mention of it"),
            tweet("2", "RT @a no colon", entities=mention("a", "7", 3)),
            tweet("3", "Well, RT @a: said", entities=mention("a", "7", 9)),
        )
    )
    assert set(result.posts["kind"]) == {"post"}
    assert rows(result)["1"].text == "RT @a: no mention of it"
    assert "1 post(s) begin with “RT @…”" in remarks(result)


def test_repost_is_a_share_without_own_words(export: Maker) -> None:
    shared = tweet("1", "RT @a: words &amp; more…", entities=mention("a", "7", 3), retweeted=False)
    files = archive(shared) | {"data/tweets_media/1-F.jpg": "x"}
    post = rows(export(files))["1"]
    assert (post.kind, post.text, post.context, post.media) == ("share", "", "@a: words & more…", ())


def test_repost_of_oneself_is_own_words_also_under_a_former_handle(export: Maker) -> None:
    change = {"screenNameChange": {"accountId": ME, "screenNameChange": {"changedFrom": "kim_the_student"}}}
    result = export(
        archive(
            tweet("1", "RT @kim_invented: mine", entities=mention("kim_invented", ME, 3)),
            tweet("2", "RT @Kim_The_Student: mine too", entities=mention("Kim_The_Student", "", 3)),
            screen_name_change=[change],
        )
    )
    assert [(row.kind, row.text, row.context) for row in rows(result).values()] == [
        ("share", "mine", ""),
        ("share", "mine too", ""),
    ]
    assert "kim_the_student" in result.owners[0].names


def test_reply_to_a_deleted_account_and_a_post_that_only_begins_with_a_handle(export: Maker) -> None:
    result = export(
        archive(
            tweet("1", "you were kind", in_reply_to_status_id_str="5", in_reply_to_user_id_str="9"),
            tweet("2", "@x hello", in_reply_to_user_id_str="9", in_reply_to_screen_name="x"),
            tweet("3", "and another thing", in_reply_to_status_id_str="1", in_reply_to_user_id_str=ME),
        )
    )
    assert {key: row.kind for key, row in rows(result).items()} == {"1": "reply", "2": "post", "3": "post"}


def test_quote_without_words_is_a_share_and_with_words_a_post(export: Maker) -> None:
    links = {"urls": [{"url": "https://t.co/q", "expanded_url": "https://mobile.twitter.com/a/status/12"}]}
    result = export(
        archive(tweet("1", "https://t.co/q", entities=links), tweet("2", "https://t.co/q rubbish", entities=links))
    )
    bare, worded = rows(result)["1"], rows(result)["2"]
    assert (bare.kind, bare.text, bare.context) == ("share", "", "https://mobile.twitter.com/a/status/12")
    assert (worded.kind, worded.text) == ("post", "https://mobile.twitter.com/a/status/12 rubbish")


def edited(identity: str, text: str, *, first: bool) -> dict[str, Any]:
    control = {"editTweetIds": ["201", "202"], "editsRemaining": "4"}
    info = {"initial": control} if first else {"edit": {"initialTweetId": "201", "editControlInitial": control}}
    return tweet(identity, text, edit_info=info)


def test_edited_tweet_two_ids_one_live(export: Maker) -> None:
    result = export(archive(edited("202", "annouce", first=False), edited("201", "anounce", first=True)))
    assert list(result.posts["post_id"]) == ["202"]
    assert "earlier version" in remarks(result)


def test_only_version_left_of_an_edited_tweet_is_read_unless_a_version_was_deleted(export: Maker) -> None:
    assert list(export(archive(edited("201", "a", first=True))).posts["post_id"]) == ["201"]
    gone = export(archive(edited("201", "a", first=True), tweet("7", "b"), deleted_tweets=[tweet("202", "c")]))
    assert list(gone.posts["post_id"]) == ["7"]


def test_impossible_dates(export: Maker) -> None:
    result = export(
        archive(
            tweet("1765014949458870373", "from the number", "Sat Feb 01 00:00:00 +0000 1997"),
            tweet("1262000000", "number too old to tell", "Sat Feb 01 00:00:00 +0000 1997"),
            tweet("1262000001", "fine", "Sun Mar 01 12:00:00 +0000 2009"),
        )
    )
    times = {key: row.created_at for key, row in rows(result).items()}
    assert times["1765014949458870373"].isoformat() == "2024-03-05T14:02:11+00:00"
    assert str(times["1262000000"]) == "NaT"
    assert times["1262000001"].year == 2009
    assert "2 post(s) carried an impossible date" in remarks(result)


def test_like_without_text_and_block_with_its_own_key(export: Maker) -> None:
    likes = [{"like": {"tweetId": "1765014949458870373"}}, {"like": {"tweetId": "5", "fullText": "a &gt; b"}}]
    result = export(archive(tweet("5", "own"), like=likes, block=[{"blocking": {"accountId": "9"}}]))
    assert rows(result)["like-1765014949458870373"].context == ""
    assert rows(result)["like-1765014949458870373"].created_at.year == 2024
    assert rows(result)["like-5"].context == "a > b"
    assert rows(result)["5"].text == "own"
    assert len(result.posts) == 3
    assert [entry.path for entry in result.coverage.skipped if not entry.known] == []
    assert "date of the post that you liked" in remarks(result)


def test_emoji_and_joined_sequences_before_a_link(export: Maker) -> None:
    text = "👩🏾‍⚕️👇🏽🇬🇧 https://t.co/a end"
    at = text.index("https")
    links = {
        "urls": [{"url": "https://t.co/a", "expanded_url": "https://e.example", "indices": [str(at), str(at + 14)]}]
    }
    assert list(export(archive(tweet("1", text, entities=links))).posts["text"]) == [
        "👩🏾‍⚕️👇🏽🇬🇧 https://e.example end"
    ]


@pytest.mark.parametrize("tail", [";", ";\r\n", "\n\n", ""])
@pytest.mark.parametrize("head", ["", "\ufeff"])
def test_files_that_were_saved_again(export: Maker, head: str, tail: str) -> None:
    files = archive(tweet("1", "here"))
    files["data/tweets.js"] = head + files["data/tweets.js"].replace(", ", ",\r\n") + tail
    files["data/like.js"] = "window.YTD.like.part0 = [ ]"
    result = export(files)
    assert list(result.posts["text"]) == ["here"]
    assert result.coverage.problems == []


def test_text_after_the_list_is_an_error_and_not_run(export: Maker) -> None:
    files = archive(tweet("1", "here"))
    files["data/tweets.js"] += "; alert(1)"
    result = export(files)
    assert [problem.path for problem in result.coverage.problems] == ["data/tweets.js"]
    assert "goes on after" in result.coverage.problems[0].reason


def test_without_account_the_person_is_asked(export: Maker) -> None:
    dm = {"messageCreate": {"id": "5", "senderId": ME, "text": "hi"}}
    talk = [{"dmConversation": {"conversationId": f"1-{ME}", "messages": [dm]}}]
    files = archive(tweet("1", "here"), direct_messages=talk)
    del files["data/account.js"]
    result = export(files)
    assert list(result.posts["text"]) == ["here"]
    assert "--account" in remarks(result)
    assert "1 private message(s) were not read" in remarks(result)
    told = export(files, account=ME)
    assert sorted(told.posts["text"]) == ["here", "hi"]


def test_account_said_by_the_person_makes_reposts_of_oneself_own_words(export: Maker) -> None:
    files = archive(tweet("1", "RT @Kim_Invented: mine", entities=mention("Kim_Invented", "", 3)))
    del files["data/account.js"]
    assert list(export(files, account="@kim_invented").posts["text"]) == ["mine"]


def test_deleted_tweets_are_recognised_and_never_live(export: Maker) -> None:
    gone = tweet("2", "regret", deleted_at="Thu Mar 07 08:00:00 +0000 2024")
    headers = [{"tweet": {"tweet_id": "3", "user_id": ME, "deleted_at": "Thu Mar 07 08:00:00 +0000 2024"}}]
    files = archive(tweet("1", "live"), tweet("3", "in an older part"), deleted_tweets=[gone])
    files["data/deleted-tweet-headers.js"] = ytd("deleted_tweet_headers", headers)
    files["data/deleted_tweets_media/1-a.jpg"] = "x"
    result = export(files)
    assert [(row.text, row.media) for row in rows(result).values()] == [("live", ())]
    assert "2 post(s) that you had deleted" in remarks(result)


def test_headers_count_what_is_missing(export: Maker) -> None:
    listed = [{"tweet": {"tweet_id": number}} for number in ("1", "2", "3")]
    assert "lists 2 post(s) more" in remarks(export(archive(tweet("1", "a"), tweet_headers=listed)))


def test_partial_archive_is_said(export: Maker) -> None:
    files = archive(tweet("1", "a"))
    files["data/manifest.js"] = "window.__THAR_CONFIG = " + json.dumps({"archiveInfo": {"isPartialArchive": True}})
    assert "only a part" in remarks(export(files))


def test_zip_that_points_outside_or_explodes_is_refused(tmp_path: Path) -> None:
    good = archive(tweet("1", "good"))
    for name, extra in (("outside.zip", ("../data/like.js", "x")), ("bomb.zip", ("data/like.js", "0" * 3_000_000))):
        with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as bundle:
            for member, text in [*good.items(), extra]:
                bundle.writestr(member, text)
    with zipfile.ZipFile(tmp_path / "fine.zip", "w") as bundle:
        for member, text in good.items():
            bundle.writestr(member, text)
    with zipfile.ZipFile(tmp_path / "twins.zip", "w") as bundle:
        for member in ("data/tweets.js", "data/Tweets.js"):
            bundle.writestr(member, good["data/tweets.js"])
    names = ("outside.zip", "bomb.zip", "fine.zip")
    result = read_exports([tmp_path / name for name in names])
    assert list(result.posts["text"]) == ["good"]
    reasons = [problem.reason for problem in result.coverage.problems]
    assert [word in reason for word, reason in zip(("outside", "absurd"), reasons, strict=True)] == [True, True]
    twins = read_exports([tmp_path / "twins.zip"])
    assert "twice" in twins.coverage.problems[0].reason
    assert len(twins.posts) == 0


def test_messages_only_own_words(export: Maker) -> None:
    talk = [
        {"messageCreate": {"id": "3", "senderId": ME, "createdAt": "2024-01-20T21:42:09.068Z", "text": "a &amp; b"}},
        {"messageCreate": {"id": "2", "senderId": "9", "text": "theirs"}},
        {"participantsJoin": {"userIds": ["9"]}},
        {"welcomeMessageCreate": {"id": "1", "senderId": "9", "text": "shop"}},
    ]
    group = [{"dmConversation": {"conversationId": "77", "messages": talk}}]
    result = export(archive(direct_messages_group=group))
    assert [(row.text, row.kind, row.audience) for row in rows(result).values()] == [("a & b", "message", "private")]
    assert result.coverage.problems == []


def test_encrypted_chat_is_counted(export: Maker) -> None:
    events = [{"messageEvent": {"messageId": "1", "senderId": ME, "detail": "AAAA"}}]
    assert "1 chat message(s) of yours are encrypted" in remarks(export(archive(tweet("1", "a"), message_event=events)))


def test_protected_account_and_circle(export: Maker) -> None:
    history = [
        {"protectedHistory": {"protectedAt": "2024-01-02T00:00:00.000Z", "action": "Protect"}},
        {"protectedHistory": {"protectedAt": "2024-01-01T00:00:00.000Z", "action": "Unprotect"}},
    ]
    result = export(archive(tweet("1", "a"), protected_history=history))
    assert list(result.posts["audience"]) == ["friends"]
    circle = export(archive(tweet("1", "a"), protected_history=[], twitter_circle_tweet=[tweet("2", "b")]))
    assert {key: row.audience for key, row in rows(circle).items()} == {"1": "public", "2": "friends"}


def test_reply_prompts_and_questions_to_grok_are_private(export: Maker) -> None:
    prompt = {"replyPrompt": {"prompt": {"proposedTweetText": "angry draft", "createdAt": "2024-01-01T00:00:00.000Z"}}}
    chat = [
        {"grokChatItem": {"message": "asked", "sender": {"name": "User"}}},
        {"grokChatItem": {"message": "answered", "sender": {"name": "Agent"}}},
    ]
    result = export(archive(reply_prompt=[prompt], grok_chat_item=chat))
    assert {(row.text, row.audience) for row in rows(result).values()} == {
        ("angry draft", "private"),
        ("asked", "private"),
    }


def test_community_note_moment_and_lists(export: Maker) -> None:
    result = export(
        archive(
            community_note=[{"communityNote": {"noteId": "1", "tweetId": "5", "summary": "It was a drill."}}],
            community_note_rating=[{"communityNoteRating": {"noteId": "1", "suggestions": "Cite it."}}],
            moment=[{"moment": {"momentId": "2", "title": "Placement", "description": "The best bits"}}],
            lists_subscribed=[{"userListInfo": {"url": "https://twitter.com/a/lists/night-owls"}}],
        )
    )
    assert {(row.kind, row.text, row.context) for row in rows(result).values()} == {
        ("comment", "It was a drill.", ""),
        ("comment", "Cite it.", ""),
        ("post", "Placement\nThe best bits", ""),
        ("join", "", "night owls"),
    }


def test_article_of_unknown_shape_gives_all_its_strings_and_drafts_are_counted(export: Maker) -> None:
    articles = [
        {"article": {"id": "1", "title": "T", "content": {"blocks": [{"words": "one"}, ["two"]]}}},
        {"article": {"id": "2", "title": "D", "content": "draft"}},
    ]
    about = [{"articleMetadata": {"id": "2", "lifecycleState": "Draft"}}]
    result = export(archive(article=articles, article_metadata=about))
    assert list(result.posts["text"]) == ["T\n\none\n\ntwo"]
    assert "1 draft" in remarks(result)


def test_file_cut_off_in_a_record_gives_what_came_before(export: Maker) -> None:
    files = archive(*(tweet(str(number), f"post {number}") for number in range(1, 6)))
    files["data/tweets.js"] = files["data/tweets.js"][:-30]
    result = export(files)
    assert len(result.posts) == 4
    assert [(problem.path, problem.lost) for problem in result.coverage.problems] == [("data/tweets.js#5", 1)]


def test_damaged_record_loses_only_itself(export: Maker) -> None:
    files = archive(*(tweet(str(number), f"post {number}") for number in range(1, 6)))
    files["data/tweets.js"] = files["data/tweets.js"].replace('"post 3"', '"post 3', 1)
    files["data/tweets-part1.js"] = ytd("tweets", [tweet("", "no id"), tweet("9", "last"), 7, {"tweet": {"id": "8"}}])
    result = export(files)
    assert sorted(result.posts["text"]) == ["last", "post 1", "post 2", "post 4", "post 5"]
    assert sorted(problem.path for problem in result.coverage.problems) == [
        "data/tweets-part1.js#1",
        "data/tweets-part1.js#3",
        "data/tweets-part1.js#4",
        "data/tweets.js#3",
    ]
    assert not any("post 3" in repr(problem) for problem in result.coverage.problems)


def test_two_archives_of_one_account_are_one(tmp_path: Path) -> None:
    for year, tweets in (
        ("2022", [tweet("1", "a"), tweet("2", "b")]),
        ("2024", [tweet("2", "b"), tweet("3", "c c c")]),
    ):
        for name, text in (archive(*tweets) | {"data/manifest.js": manifest(tweets=2)}).items():
            path = tmp_path / year / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    result = read_exports([tmp_path / "2022", tmp_path / "2024"])
    assert list(result.posts["post_id"]) == ["1", "2", "3"]
    assert len(result.coverage.inputs) == 1
    assert [entry.path for entry in result.coverage.skipped if not entry.known] == []
    assert "X counts" not in remarks(result)


def test_grailbird_share_is_whole_and_table_adds_only_what_is_missing(export: Maker) -> None:
    user = {"screen_name": "robin_invented", "id_str": "42", "protected": True, "name": "Robin"}
    original = {"text": "the whole of it", "user": {"screen_name": "pine_example", "id_str": "7"}}
    row = {"id": 218408534012854373, "text": "RT @pine_example: the wh…", "created_at": "2012-06-28 18:20:27 +0000"}
    month = [{**row, "user": user, "retweeted_status": original}]
    table = 'tweet_id,timestamp,text,retweeted_status_id\n218408534012854373,2012-06-28 18:20:27 +0000,"RT",5\n'
    files = {
        "data/js/tweets/2012_06.js": "Grailbird.data.tweets_2012_06 = \n " + json.dumps(month),
        "data/js/tweet_index.js": 'var tweet_index = [{"file_name":"data/js/tweets/2012_06.js","tweet_count":2}]',
        "tweets.csv": table + '77,2012-06-27 18:20:27 +0000,"only ""here""\nsecond line",\n78,bad\n79,a,b,c,d\n',
    }
    result = export(files)
    made = rows(result)
    assert made["218408534012854373"].context == "@pine_example: the whole of it"
    assert made["218408534012854373"].audience == "friends"
    assert made["77"].text == 'only "here"\nsecond line'
    assert made["77"].created_at.isoformat() == "2012-06-27T18:20:27+00:00"
    assert result.coverage.inputs[0].account == "@robin_invented"
    assert [problem.path for problem in result.coverage.problems] == ["tweets.csv#3", "tweets.csv#4"]
    assert "X counts 2 record(s)" in remarks(result)


def test_viewer_without_data_is_answered(export: Maker) -> None:
    result = export({"Your archive.html": "<html>"})
    assert "whole zip" in result.coverage.problems[0].reason


def test_bare_tweets_file(tmp_path: Path) -> None:
    (tmp_path / "tweets.js").write_text(ytd("tweets", [tweet("1", "bare")]))
    assert list(read_exports([tmp_path / "tweets.js"]).posts["text"]) == ["bare"]


def test_lists_of_other_programs_are_not_taken_for_x(tmp_path: Path) -> None:
    (tmp_path / "like.js").write_text("export const like = 1;")
    (tmp_path / "account.js").write_text("module.exports = {}")
    assert not x.identify(Archive.open(tmp_path))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=12,
)
BASES = sorted(
    {pattern[5:-3] for pattern in x.MEMBERS if pattern.startswith("data/") and pattern.endswith(".js")} - {""}
)
KEYS = st.sampled_from(
    "tweet id id_str full_text created_at entities urls user_mentions indices edit_info initial editTweetIds noteTweet "
    "noteTweetId core text createdAt like tweetId dmConversation messages messageCreate senderId account accountId "
    "profile description userInfo dataTypes files screenNameChange following retweeted_status user".split()
)
LIKELY = st.recursive(
    JSON, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=20
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(base=st.sampled_from([base for base in BASES if "*" not in base]), made=LIKELY, raw=st.text(max_size=30))
def test_any_json_and_any_text_gives_posts_and_problems(tmp_path: Path, base: str, made: Any, raw: str) -> None:
    root = tmp_path / "any"
    for name, text in {
        f"data/{base}.js": ytd(base, made),
        f"data/{base}-part1.js": "window.YTD.x.part1 = [" + json.dumps(made) + "]",
        f"data/{base}-part2.js": raw,
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8", errors="replace")
    opened = Archive.open(root)
    x.identify(opened)
    assert isinstance(x.owner(opened), str)
    for item in x.posts(opened, ReadOptions()):
        assert isinstance(item, Post | Problem | Remark | Owner)
        assert not isinstance(item, Post) or item.created_at is None or isinstance(item.created_at, datetime)
