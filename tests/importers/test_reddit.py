"""Reddit data requests: every trap of the format, on exports made on the fly."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importers import Import, reddit
from importers.archive import Archive
from importers.posts import Owner, Post, Problem, ReadOptions, Remark
from tests.importers.conftest import Maker

THREAD = "https://www.reddit.com/r/breadtalk/comments/1inv01/my_first_loaf/"
POSTS = "id,permalink,date,ip,subreddit,gildings,title,url,body\n"
COMMENTS = "id,permalink,date,ip,subreddit,gildings,link,parent,body,media\n"
MAIL = "id,permalink,thread_id,date,ip,from,to,subject,body\n"
CHAT = (
    "message_id,created_at,updated_at,username,message,thread_parent_message_id,channel_url,subreddit,channel_name,"
    "conversation_type\n"
)
VOTES = "id,permalink,direction\n"
ME = "statistic,value\naccount name,Ida_Invented\n"


def post(identity: str, title: str, body: str = "", url: str = "", date: str = "2025-02-03 04:05:06 UTC") -> str:
    return f"{identity},/r/breadtalk/comments/{identity}/slug/,{date},,breadtalk,0,{title},{url},{body}\n"


def comment(identity: str, body: str, parent: str = "", date: str = "2025-02-03 04:05:06 UTC") -> str:
    return f"{identity},{THREAD}{identity}/,{date},,breadtalk,0,{THREAD},{parent},{body},\n"


def rows(result: Import) -> dict[str, Any]:
    return {row.post_id: row for row in result.posts.itertuples()}


def remarks(result: Import) -> str:
    return "\n".join(remark.says for remark in result.coverage.remarks)


def test_headers_files_double_nothing(export: Maker) -> None:
    headers = "id,permalink,date,ip,subreddit,gildings,url\na,x,2025-02-03 04:05:06 UTC,,breadtalk,0,\n"
    result = export({"posts.csv": POSTS + post("a", "one"), "post_headers.csv": headers})
    assert list(rows(result)) == ["t3_a"]
    alone = export({"comment_headers.csv": COMMENTS.replace("body,media", "x"), "comments.csv": b""})
    assert len(alone.posts) == 1


def test_headers_alone_are_said_to_lack_the_texts(export: Maker) -> None:
    headers = "id,permalink,date,ip,subreddit,gildings,url\na,x,2025-02-03 04:05:06 UTC,,breadtalk,0,\n"
    assert "texts are missing" in remarks(export({"post_headers.csv": headers, "statistics.csv": ME}))


@pytest.mark.parametrize("name", ["messages.csv", "messages_archive.csv"])
def test_messages_under_either_name(export: Maker, name: str) -> None:
    mail = MAIL + "m1,,m1,2025-03-01 10:00:00 UTC,,ida_invented,mara,Hello,there\n"
    mail += "m2,,m1,2025-03-01 11:00:00 UTC,,mara,Ida_Invented,re: Hello,theirs\n"
    mail += "m3,,m1,2025-03-01 12:00:00 UTC,,IDA_INVENTED,mara,re: Hello,again\n"
    result = export({name: mail, "statistics.csv": ME})
    assert sorted(result.posts["text"]) == ["Hello\n\nthere", "again"]
    assert set(result.posts["audience"]) == {"private"}
    assert rows(result)["t4_m1"].url == "https://www.reddit.com/message/messages/m1"


def test_bodies_with_line_breaks_quotation_marks_and_odd_characters(export: Maker) -> None:
    body = '"one, ""two""\n\nthree \u2028 \u200b👩🏾\u200d🍳 C:\\new\\table \\u00e9"'
    result = export({"comments.csv": COMMENTS + comment("a", body) + comment("b", "last")})
    assert rows(result)["t1_a"].text == 'one, "two"\n\nthree \u2028 \u200b👩🏾\u200d🍳 C:\\new\\table \\u00e9'
    assert rows(result)["t1_b"].text == "last"


def test_votes_taken_back_and_downvotes_are_no_likes(export: Maker) -> None:
    votes = f"{VOTES}a,{THREAD},up\nb,{THREAD},down\nc,{THREAD},none\n"
    result = export({"post_votes_1.csv": votes, "post_votes_2.csv": VOTES + f"d,{THREAD},up\n"})
    assert list(rows(result)) == ["like-t3_a", "like-t3_d"]
    assert set(result.posts["context"]) == {"r/breadtalk: my first loaf"}
    assert result.posts["created_at"].isna().all()


def test_malformed_ids_are_counted(export: Maker) -> None:
    votes = f"{VOTES}a.b,{THREAD},up\n,{THREAD},up\nd,{THREAD},up\n"
    result = export({"comment_votes.csv": votes, "statistics.csv": ME})
    assert list(rows(result)) == ["like-t1_d"]
    assert [problem.path for problem in result.coverage.problems] == ["comment_votes.csv#1", "comment_votes.csv#2"]


def test_blank_rows_in_empty_tables_are_dropped(export: Maker) -> None:
    files = {
        "post_votes.csv": f"{VOTES},,\n",
        "comments.csv": COMMENTS + ",,,,,,,,,\n",
        "posts.csv": POSTS + post("a", "t"),
    }
    result = export(files)
    assert list(rows(result)) == ["t3_a"]
    assert result.coverage.problems == []


def test_address_of_a_text_post_is_not_a_shared_link(export: Maker) -> None:
    table = post("a", "relative", "body", "/r/breadtalk/comments/a/slug/")
    table += post("b", "absolute", "body", "https://www.reddit.com/r/breadtalk/comments/b/slug/")
    table += post("c", "link", "", "https://news.example/x")
    result = export({"posts.csv": POSTS + table})
    assert {key: (row.kind, row.context) for key, row in rows(result).items()} == {
        "t3_a": ("post", ""),
        "t3_b": ("post", ""),
        "t3_c": ("post", "https://news.example/x"),
    }
    assert rows(result)["t3_a"].text == "relative\n\nbody"
    assert rows(result)["t3_a"].url == "https://www.reddit.com/r/breadtalk/comments/a/slug/"


def test_date_may_be_empty(export: Maker) -> None:
    result = export({"comments.csv": COMMENTS + comment("a", "undated", date="") + comment("b", "dated")})
    assert str(rows(result)["t1_a"].created_at) == "NaT"
    assert rows(result)["t1_b"].created_at.isoformat() == "2025-02-03T04:05:06+00:00"


def test_deleted_items_that_stayed_are_counted(export: Maker) -> None:
    result = export({"comments.csv": COMMENTS + comment("a", "[deleted]") + comment("b", "I was [removed] once")})
    assert list(rows(result)) == ["t1_b"]
    assert "1 post(s) or comment(s) are deleted already" in remarks(result)


def test_crosspost_is_shared(export: Maker) -> None:
    row = rows(export({"posts.csv": POSTS + post("a", "Same title", "", "/r/other/comments/zz/same_title/")}))["t3_a"]
    assert (row.kind, row.context) == ("share", "https://www.reddit.com/r/other/comments/zz/same_title/")


def test_quoted_lines_are_another_persons_words(export: Maker) -> None:
    table = comment("a", '"> you are wrong\n&gt; very wrong\n\nNo &amp; no."', parent="z") + comment("b", ">!spoiler!<")
    table += comment("c", "> only a quotation")
    result = export({"comments.csv": COMMENTS + table})
    assert (rows(result)["t1_a"].text, rows(result)["t1_a"].kind) == ("No & no.", "reply")
    assert rows(result)["t1_a"].context == "r/breadtalk: my first loaf\nyou are wrong\nvery wrong"
    assert rows(result)["t1_b"].text == ">!spoiler!<"
    assert rows(result)["t1_c"].text == "> only a quotation"


def test_name_that_occurs_in_every_conversation_is_the_person(export: Maker) -> None:
    chat = (
        CHAT
        + "1,2025-06-01 10:00:00 UTC,,ida,mine,,#a,,x,direct\n2,2025-06-01 10:00:00 UTC,,mara,theirs,,#a,,x,direct\n"
    )
    one = export({"chat_history.csv": chat})
    assert len(one.posts) == 0
    assert "--account" in remarks(one)
    more = "3,2025-06-01 10:00:00 UTC,,ida,also mine,,#b,,x,group\n4,2025-06-01 10:00:00 UTC,,bo,theirs,,#b,,x,group\n"
    assert sorted(export({"chat_history.csv": chat + more}).posts["text"]) == ["also mine", "mine"]
    assert list(export({"chat_history.csv": chat}, account="u/Mara").posts["text"]) == ["theirs"]


def test_name_from_the_persons_own_page(export: Maker) -> None:
    table = POSTS + "a,https://www.reddit.com/user/ida/comments/a/hello/,,,u_ida,0,Hello,,\n"
    chat = CHAT + "1,2025-06-01 10:00:00 UTC,,ida,mine,,#a,,x,direct\n"
    result = export({"posts.csv": table, "chat_history.csv": chat})
    assert sorted(result.posts["text"]) == ["Hello", "mine"]
    assert result.coverage.inputs[0].account == "u/ida"


def test_older_chat_without_the_thread_column(export: Maker) -> None:
    header = CHAT.replace("thread_parent_message_id,", "")
    chat = header + "1,2025-06-01 10:00:00 UTC,,ida_invented,mine,#a,,x,direct\n"
    assert list(export({"chat_history.csv": chat, "statistics.csv": ME}).posts["text"]) == ["mine"]


def test_drafts_friends_and_feeds(export: Maker) -> None:
    drafts = "id,title,body,kind,created,is_public_link\nd1,Title,Body,markdown,2025-05-01 00:00:00 UTC,false\n"
    feeds = "id,display_name,date,description,privacy,subreddits,is_owner\n1,Loaves,,Bread,public,a,true\n2,Theirs,,x,public,a,false\n"
    result = export(
        {
            "statistics.csv": ME,
            "drafts.csv": drafts,
            "friends.csv": "username,note\nmara,kind\n",
            "multireddits.csv": feeds,
            "moderated_subreddits.csv": "subreddit\nr/breadtalk\n",
        }
    )
    assert {(row.kind, row.text, row.context, row.audience) for row in rows(result).values()} == {
        ("post", "Title\n\nBody", "", "private"),
        ("follow", "kind", "u/mara", "private"),
        ("post", "Loaves\nBread", "a", "public"),
        ("join", "", "moderator of r/breadtalk", "unknown"),
    }


def test_returns_to_the_police_have_other_columns_and_are_answered(export: Maker) -> None:
    result = export({"posts.csv": POSTS + post("a", "t"), "comments.csv": "comment id,text\n1,hello\n"})
    assert [problem.path for problem in result.coverage.problems] == ["comments.csv"]
    assert list(rows(result)) == ["t3_a"]


def test_files_are_checked_against_reddits_list(export: Maker) -> None:
    table = POSTS + post("a", "t")
    listed = [("posts.csv", table), ("comments.csv", "other"), ("gone.csv", "x")]
    checks = "filename,sha256\n" + "".join(
        f"{name},{hashlib.sha256(text.encode()).hexdigest()}\n" for name, text in listed
    )
    result = export({"posts.csv": table, "comments.csv": COMMENTS, "checkfile.csv": checks})
    assert [remark.path for remark in result.coverage.remarks] == ["comments.csv", "gone.csv"]


def test_comments_of_other_platforms_are_not_ours(tmp_path: Path) -> None:
    (tmp_path / "comments.csv").write_text("Date,Link,Message\na,b,c\n")
    (tmp_path / "posts.csv").write_text("id,text\na,b\n")
    assert not reddit.identify(Archive.open(tmp_path))


HEADERS = [POSTS, COMMENTS, MAIL, CHAT, VOTES, "subreddit\n", "statistic,value\n", "title,body\n", ""]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from([name for name in reddit.MEMBERS if "*" not in name]),
    header=st.sampled_from(HEADERS),
    body=st.text(alphabet=st.sampled_from('",\n\\ab=0>&;/é\x00\ud800'), max_size=60) | st.binary(max_size=40),
)
def test_any_text_gives_posts_and_problems(tmp_path: Path, name: str, header: str, body: Any) -> None:
    path = tmp_path / "any" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(header.encode() + (body if isinstance(body, bytes) else body.encode("utf-8", "surrogatepass")))
    opened = Archive.open(tmp_path / "any")
    reddit.identify(opened)
    assert isinstance(reddit.owner(opened), str)
    for item in reddit.posts(opened, ReadOptions()):
        assert isinstance(item, Post | Problem | Remark | Owner)
    path.unlink()
