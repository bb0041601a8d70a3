"""YouTube: tables in any language and generation, comments that are pieces of JSON, the older HTML."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importers import read_exports, youtube_tables
from tests.importers.conftest import Maker

ME = "UC" + "inventedinventedinven1"
BREAD = "UC" + "breadbreadbreadbreadb1"


def table(*rows: list[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


COMMENTS = [
    "Comment ID",
    "Channel ID",
    "Comment Create Timestamp",
    "Price",
    "Parent Comment ID",
    "Post ID",
    "Video ID",
    "Comment Text",
    "Top-Level Comment ID",
]


def comment(identity: str, text: str, **cells: str) -> list[str]:
    row = {
        "Comment ID": identity,
        "Channel ID": ME,
        "Comment Create Timestamp": "2026-01-05T09:10:11.12345+00:00",
        "Price": "0",
        "Video ID": "abcdEFGH123",
        "Comment Text": json.dumps({"text": text}),
        **cells,
    }
    return [row.get(column, "") for column in COMMENTS]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('{"takeoutSegments":[{"text":"a"},{"text":"b"}]}', "ab"),
        ('{"text":"@bo","mention":{"channelId":"UCx"}},{"text":" I agree"}', "@bo I agree"),
        ('{"text":"a raw\nline"},{"text":"."}', "a raw\nline."),
        ('{"text":"see "},{"link":{"linkUrl":"https://example.org"}}', "see https://example.org"),
        ("plain text", "plain text"),
        ("{smile} all", "{smile} all"),
        ('{"text":"cut o', None),
        ('{"text":"a"},{"text":"cut', None),
        ("", ""),
    ],
)
def test_segments_are_joined_without_blanks_and_with_raw_line_breaks(cell: str, text: str | None) -> None:
    assert youtube_tables.words(cell) == text


def test_newlines_and_doubled_quotes_in_csv_fields(export: Maker) -> None:
    text = 'He said "so".\n\nThen, more'
    result = export({"comments/comments.csv": table(COMMENTS, comment("Ugz1a", text))})
    assert list(result.posts["text"]) == [text]


def test_headers_in_an_unknown_language_are_known_by_their_cells(export: Maker) -> None:
    odd = [f"Столбец\u2011{number}" for number in range(len(COMMENTS))]
    result = export({"комментарии/комментарии.csv": table(odd, comment("Ugz1a.9b", "hello"), comment("Ugz1c", "bye"))})
    assert list(result.posts["post_id"]) == ["Ugz1a.9b", "Ugz1c"]
    assert result.posts["url"][0] == "https://www.youtube.com/watch?v=abcdEFGH123&lc=Ugz1a.9b"


def test_dutch_headers_and_changed_capitals(export: Maker) -> None:
    dutch = ["Reactie-ID", "Kanaal-ID", "Aanmaaktijdstempel reactie", "Prijs", "ID van bovenliggende reactie"]
    members = {
        "reacties.csv": table(
            [*dutch, "Video-ID", "Reactietekst"],
            ["UgNL1", ME, "2024-01-01T00:00:00Z", "0", "", "abcdEFGH123", '{"text":"ja"}'],
        )
    }
    assert list(export(members).posts["text"]) == ["ja"]


def test_second_generation_has_another_order_of_columns(export: Maker) -> None:
    members = {
        "comments/comments.csv": table(
            [
                "Channel ID",
                "Comment ID",
                "Comment create timestamp",
                "Price",
                "Parent comment ID",
                "Video ID",
                "Comment text",
            ],
            [ME, "Ug2.9x", "2024-08-01T12:00:00.1+00:00", "0", "Ug2", "abcdEFGH123", '{"text":"a"},{"text":"b"}'],
        )
    }
    row = export(members).posts.iloc[0]
    assert (row["post_id"], row["text"], row["kind"], row["account"]) == ("Ug2.9x", "ab", "reply", ME)


def test_comments_without_video_are_kept(export: Maker) -> None:
    result = export(
        {
            "comments/comments.csv": table(
                COMMENTS,
                comment("Ugz1a", "on a post", **{"Video ID": "", "Post ID": "UgkxPOST1"}),
                comment("Ugz1b", "video deleted", **{"Video ID": ""}),
            )
        }
    )
    assert list(result.posts["url"]) == ["https://www.youtube.com/post/UgkxPOST1?lc=Ugz1a", ""]


def test_split_files_and_trailing_blank_rows(export: Maker) -> None:
    result = export(
        {
            "comments/comments.csv": "\ufeff" + table(COMMENTS, comment("Ugz1a", "one"), [""] * 9) + "\n\n",
            "comments/comments(1).csv": table(COMMENTS, comment("Ugz1b", "two")),
        }
    )
    assert sorted(result.posts["text"]) == ["one", "two"]
    assert result.coverage.problems == []


def test_price_is_neither_a_count_nor_in_the_way(export: Maker) -> None:
    headers = [
        "Live Chat ID",
        "Channel ID",
        "Live Chat Create Timestamp",
        "Price",
        "Currency code",
        "Video ID",
        "Live Chat Text",
    ]
    row = ["LCC.a", ME, "2025-12-24T18:00:01+00:00", "2000000", "GBP", "liveEFGH123", '{"text":"for the oven"}']
    result = export({"live chats/live chats.csv": table(headers, row)})
    assert list(result.posts["text"]) == ["for the oven"]
    assert list(result.posts["kind"]) == ["comment"]


def test_live_chats_in_an_unknown_language_and_order(export: Maker) -> None:
    rows = [
        [ME, "2025-12-24T18:00:01+00:00", "0", f"LCC.{number}", "liveEFGH123", json.dumps({"text": f"hello {number}"})]
        for number in range(3)
    ]
    result = export({"ライブ/ライブ.csv": table([f"列{number}" for number in range(6)], *rows)})
    assert list(result.posts["post_id"]) == ["LCC.0", "LCC.1", "LCC.2"]
    assert list(result.posts["text"]) == ["hello 0", "hello 1", "hello 2"]


def test_html_comments_and_the_same_ones_in_a_table_are_one(export: Maker) -> None:
    page = (
        "<html><body><ul><li>You added a comment on a <a href='http://www.youtube.com/watch?v=abcdEFGH123'>video</a> "
        "at 2026-01-05 09:10:11 UTC.<br/>hello<br>you</li>"
        "<li>You added a comment on a <a href='http://www.youtube.com/watch?v=abcdEFGH124'>video</a> "
        "at 2017-02-03T04:05:06Z.<br/>only &lt;here&gt; é</li></ul></body></html>"
    )
    members: dict[str, Any] = {"my-comments/my-comments.html": page}
    assert list(export(members).posts["text"]) == ["only <here> é", "hello\nyou"]
    members["comments/comments.csv"] = table(COMMENTS, comment("Ugz1a", "hello\nyou"))
    both = export(members).posts
    assert sorted(both["text"]) == ["hello\nyou", "only <here> é"]
    assert "Ugz1a" in set(both["post_id"])


def test_absurdly_nested_marks_are_no_danger(export: Maker) -> None:
    item = "<li>on a <a href='http://www.youtube.com/watch?v=abcdEFGH123'>video</a> at 2026-01-05 09:10:11 UTC.<br/>"
    result = export({"my-comments/my-comments.html": f"<ul>{item}{'<b>' * 5_000}deep</li></ul>"})
    assert list(result.posts["text"]) == ["deep"]


def test_equal_comments_at_one_second_are_two(export: Maker) -> None:
    result = export({"comments/comments.csv": table(COMMENTS, comment("Ugz1a", "+1"), comment("Ugz1b", "+1"))})
    assert len(result.posts) == 2


VIDEOS = [
    "Video ID",
    "Approx Duration (ms)",
    "Video Audio Language",
    "Video Category",
    "Video Description (Original)",
    "Video Title (Original) Language",
    "Channel ID",
    "Tag 1",
    "Video Title (Original)",
    "Privacy",
    "Video State",
    "Video Create Timestamp",
    "Video Publish Timestamp",
]


def video(identity: str, title: str, privacy: str = "Public") -> list[str]:
    times = ["2024-03-01T10:00:00+00:00", "2024-03-02T10:00:00+00:00"]
    return [identity, "61000", "en", "Howto", "About it", "en", ME, "tag", title, privacy, "Processed", *times]


def test_videos_with_privacy_publication_file_and_further_texts(export: Maker) -> None:
    result = export(
        {
            "video metadata/videos.csv": table(
                VIDEOS,
                video("ownvidEF123", "Bread: day 1"),
                video("ownvidEF124", "b", "Unlisted"),
                video("ownvidEF125", "b", "Private"),
            ),
            "video metadata/video texts.csv": table(
                ["Video ID", "Video Description (Original) 2", "Video Description (Original) 10"],
                ["ownvidEF123", " B", " C"],
            ),
            "videos/Bread_ day 1.mp4": "x",
            "videos/b.mp4": "x",
            "videos/b(1).mp4": "x",
        }
    )
    rows = result.posts.set_index("post_id")
    assert rows.loc["ownvidEF123", "text"] == "Bread: day 1\n\nAbout it B C\n\ntag"
    assert rows.loc["ownvidEF123", "media"] == ("videos/Bread_ day 1.mp4",)
    assert list(rows["audience"]) == ["public", "unknown", "private"]
    assert rows.loc["ownvidEF123", "created_at"].day == 2


@pytest.mark.parametrize("word", ["Public", "Öffentlich", "Publique", "Openbaar", "Público"])
def test_public_in_other_languages(export: Maker, word: str) -> None:
    result = export({"v/videos.csv": table(VIDEOS, video("ownvidEF123", "b", word))})
    assert list(result.posts["audience"]) == ["public"]


def test_video_columns_in_an_unknown_language_are_known_by_their_order(export: Maker) -> None:
    odd = [f"Столбец {number}" for number in range(len(VIDEOS) - 1)]
    row = video("ownvidEF123", "Title")
    del row[5]
    result = export({"в/в.csv": table(odd, row)})
    assert result.posts["text"][0] == "Title\n\nAbout it"


def test_playlists_are_not_taken_for_videos(export: Maker) -> None:
    result = export(
        {
            "comments/comments.csv": table(COMMENTS, comment("Ugz1a", "one")),
            "playlists/Liked videos-videos.csv": table(
                ["Video ID", "Playlist Video Creation Timestamp"], ["abcdEFGH123", "2023-01-02T00:00:00+00:00"]
            ),
            "playlists/old.csv": 'Playlist Id,Channel Id\nPLx,UCy\n\nVideo ID,Time Added\nabcdEFGH123,"2020-01-01 00:00:00 UTC"\n',
        }
    )
    assert list(result.posts["text"]) == ["one"]
    assert result.coverage.remarks == []


def test_subscriptions_get_their_dates_from_the_activity(export: Maker) -> None:
    result = export(
        {
            "Takeout/YouTube and YouTube Music/subscriptions/subscriptions.csv": table(
                ["Channel Id", "Channel Url", "Channel Title"],
                [BREAD, f"http://www.youtube.com/channel/{BREAD}", "Bread"],
            ),
            "Takeout/My Activity/YouTube/MyActivity.json": [
                {
                    "header": "YouTube",
                    "title": "Subscribed to Bread",
                    "titleUrl": f"https://www.youtube.com/channel/{BREAD}",
                    "time": "2025-02-03T04:06:06.789Z",
                    "products": ["YouTube"],
                }
            ],
        }
    )
    row = result.posts.iloc[0]
    assert len(result.posts) == 1
    assert (row["kind"], row["context"], row["text"], row["created_at"].year) == ("follow", "Bread", "", 2025)


def test_adverts_searches_and_watching_are_passed_over_and_old_wrappers_read(export: Maker) -> None:
    liked = {
        "header": "YouTube",
        "title": "Liked loaf",
        "titleUrl": "https://www.youtube.com/watch?v=abcdEFGH123",
        "products": [],
    }
    result = export(
        {
            "MyActivity.json": [
                liked | {"time": "2025-02-03T04:05:06.789Z"},
                liked
                | {"title": "Liked advert", "titleUrl": "https://x.example", "details": [{"name": "From Google Ads"}]},
                liked | {"title": "Watched loaf"},
                {"snippet": {"title": "Liked old loaf", "publishedAt": "2016-02-03T04:05:06Z"}},
                "damaged",
            ]
        }
    )
    assert list(result.posts["context"]) == ["old loaf", "loaf"]
    assert sum(problem.lost for problem in result.coverage.problems) == 1


def test_activity_as_html_or_in_another_language_is_said(export: Maker, tmp_path: Path) -> None:
    page = '<html><div class="mdl-grid"><div class="content-cell">YouTube</div></div></html>'
    assert "JSON" in export({"MyActivity.html": page}).coverage.problems[0].reason
    other = tmp_path / "MyActivity.json"
    other.write_text(
        json.dumps([{"header": "YouTube", "title": "Brot mag ich", "titleUrl": "x", "products": ["YouTube"]}])
    )
    assert any("language" in remark.says for remark in read_exports([other]).coverage.remarks)


def test_parts_of_a_takeout_belong_together(tmp_path: Path) -> None:
    for number, name, content in (
        (1, "Takeout/YouTube and YouTube Music/comments/comments.csv", table(COMMENTS, comment("Ugz1a", "one"))),
        (
            2,
            "Takeout/YouTube and YouTube Music/channels/channel.csv",
            table(["Channel ID", "Channel Title (Original)"], [ME, "Ida"]),
        ),
        (3, "Takeout/YouTube and YouTube Music/videos/film.mp4", "x"),
        (4, "Takeout/archive_browser.html", "<html>"),
    ):
        with zipfile.ZipFile(tmp_path / f"takeout-20260101T000000Z-{number}-001.zip", "w") as bundle:
            bundle.writestr(name, content)
    result = read_exports(sorted(tmp_path.glob("*.zip")))
    assert list(result.posts["account"]) == ["Ida"]
    assert len(result.coverage.inputs) == 1
    assert result.coverage.problems == []
    assert [skipped for skipped in result.coverage.skipped if not skipped.known] == []


def test_damaged_rows_lose_only_themselves(export: Maker) -> None:
    lines = table(COMMENTS, *(comment(f"Ug{number}x", f'text "{number}"') for number in range(100))).split("\n")
    lines[50] = lines[50][:90]
    lines[70] = lines[70].replace("Ug69x", "")
    result = export({"comments/comments.csv": "\n".join(lines)})
    assert len(result.posts) == 98
    assert sum(problem.lost for problem in result.coverage.problems) == 2


def test_an_unknown_table_is_said(export: Maker) -> None:
    result = export(
        {"comments/comments.csv": table(COMMENTS, comment("Ugz1a", "one")), "new/new.csv": "x,y,z,a\n1,2,3,4\n"}
    )
    assert [remark.path for remark in result.coverage.remarks] == ["new/new.csv"]


cells = st.sampled_from(
    [
        "",
        "0",
        ME,
        "Ugz1a",
        "UgkxPOST1",
        "abcdEFGH123",
        "2024-01-01T00:00:00Z",
        '{"text":"a"}',
        '{"text":',
        "Video Title",
    ]
)
grid = st.lists(st.lists(cells | st.text(max_size=10), max_size=9), max_size=6)
loose = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=8)
    | st.sampled_from(["Liked x", "snippet", "resourceId"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["snippet", "title", "time", "details", "resourceId", "contentDetails", "videoId"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=grid, value=loose, page=st.text(max_size=60))
def test_any_shape_gives_posts_and_problems(export: Maker, rows: list[list[str]], value: Any, page: str) -> None:
    export(
        {
            "comments/comments.csv": table(COMMENTS, comment("Ugz1a", "one")),
            "any/any.csv": table(*rows).encode("utf-8", "replace"),
            "any/any.json": json.dumps(value),
            "my-comments/my-comments.html": f"<ul><li>{page}<br>{page}</li>".encode("utf-8", "replace"),
        }
    )
