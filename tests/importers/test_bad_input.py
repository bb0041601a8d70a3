"""Bad input: one clear sentence with what to do next; everything readable is still read; no content in any message."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from importers import read_exports
from importers.archive import Archive, matches
from importers.posts import ExportError
from tests.importers.conftest import Maker

SECRET = "Kestrel under the pylon"
GOOD = json.dumps({"id": "1", "text": SECRET}) + "\n"


def refusal(*paths: Path) -> str:
    with pytest.raises(ExportError) as caught:
        read_exports(paths)
    message = f"{caught.value.what} {caught.value.hint}"
    assert SECRET not in message
    assert "Traceback" not in message
    return message


def test_missing_path(tmp_path: Path) -> None:
    message = refusal(tmp_path / "nowhere.zip")
    assert "There is nothing at" in message
    assert message.count("nowhere.zip") == 1


def test_empty_file(tmp_path: Path) -> None:
    (tmp_path / "export.zip").touch()
    assert "0 bytes" in refusal(tmp_path / "export.zip")


def test_empty_zip(tmp_path: Path) -> None:
    zipfile.ZipFile(tmp_path / "export.zip", "w").close()
    assert "empty zip" in refusal(tmp_path / "export.zip")


def test_truncated_zip(tmp_path: Path) -> None:
    whole = tmp_path / "whole.zip"
    with zipfile.ZipFile(whole, "w") as bundle:
        bundle.writestr("posts.jsonl", GOOD * 50)
    (tmp_path / "cut.zip").write_bytes(whole.read_bytes()[:-40])
    assert "download it again" in refusal(tmp_path / "cut.zip")


def test_damaged_member_loses_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as bundle:
        bundle.writestr("a.jsonl", GOOD)
        bundle.writestr("b.jsonl", json.dumps({"id": "2", "text": "fine"}) + "\n")
    raw = bytearray(path.read_bytes())
    at = raw.index(b"Kestrel")
    raw[at : at + 7] = b"Sparrow"  # the checksum no longer holds
    path.write_bytes(bytes(raw))
    result = read_exports([path])
    assert list(result.posts["post_id"]) == ["2"]
    assert any("a.jsonl" in problem.path for problem in result.coverage.problems)


def test_password_protected_zip(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as bundle:
        bundle.writestr("posts.jsonl", GOOD)
    raw = bytearray(path.read_bytes())
    for header, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):  # the flag that says: encrypted
        raw[raw.index(header) + offset] |= 1
    path.write_bytes(bytes(raw))
    assert "password" in refusal(path)


def test_zip_of_photographs(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "holiday.zip", "w") as bundle:
        bundle.writestr("IMG_0001.jpg", b"\xff\xd8\xff")
    message = refusal(tmp_path / "holiday.zip")
    assert "not an export that we know" in message
    assert "fit-to-post platforms" in message


def test_unknown_input_beside_a_known_one_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text(SECRET, encoding="utf-8")
    (tmp_path / "posts.jsonl").write_text(GOOD, encoding="utf-8")
    result = read_exports([tmp_path / "notes.txt", tmp_path / "posts.jsonl"])
    assert len(result.posts) == 1
    assert [Path(problem.path).name for problem in result.coverage.problems] == ["notes.txt"]


def test_what_lies_beside_an_export_is_named(export: Maker) -> None:
    result = export(
        {"mine/posts.jsonl": GOOD, "holiday/IMG_1.jpg": b"\xff\xd8", "letter.docx": b"PK", "readme.txt": SECRET}
    )
    assert len(result.posts) == 1
    unknown = {Path(skipped.path).name for skipped in result.coverage.skipped if not skipped.known}
    assert unknown == {"holiday", "letter.docx", "readme.txt"}


def test_path_traversal_and_bombs_are_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "evil.zip", "w") as bundle:
        bundle.writestr("../outside.jsonl", GOOD)
    assert "points outside" in refusal(tmp_path / "evil.zip")
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as bundle:
        bundle.writestr("posts.jsonl", b" " * 40_000_000)
    assert "absurd size" in refusal(tmp_path / "bomb.zip")


def test_invalid_utf8_is_shown_and_said(export: Maker) -> None:
    result = export({"posts.jsonl": b'{"id": "1", "text": "caf\xe9"}\n'})
    assert list(result.posts["text"]) == ["caf\ufffd"]
    assert any("UTF-8" in remark.says for remark in result.coverage.remarks)


def test_ragged_rows_and_odd_records_are_counted(export: Maker) -> None:
    result = export(
        {
            "posts.csv": f"id,text\n1,{SECRET}\n2,one,two,three\n3\n,no id\n",
            "more.jsonl": GOOD
            + '{"id": "9"}\n[1]\nnot json\n{"id": "8", "text": 7}\n{"id": "7", "text": "x", "kind": "rant"}\n',
        }
    )
    assert sorted(result.posts["post_id"]) == ["1"]
    problems = {problem.path for problem in result.coverage.problems}
    assert {
        "posts.csv#3",
        "posts.csv#4",
        "posts.csv#5",
        "more.jsonl#2",
        "more.jsonl#3",
        "more.jsonl#4",
        "more.jsonl#5",
        "more.jsonl#6",
    } == problems
    assert all(SECRET not in problem.reason for problem in result.coverage.problems)


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("0001-01-01T00:00:00+05:00", None),
        ("9999-12-31T23:59:59-05:00", None),
        ("long ago", None),
        (7, None),
        (" 2014-05-01T10:00:00+01:00 ", "2014-05-01T09:00:00+00:00"),
        ("2014-05-01", "2014-05-01T00:00:00+00:00"),
    ],
)
def test_an_absurd_date_loses_nothing_but_itself(export: Maker, given: object, read: str | None) -> None:
    result = export({"posts.jsonl": json.dumps({"id": "1", "text": SECRET, "created_at": given}) + "\n"})
    (at,) = result.posts["created_at"]
    assert (None if pd.isna(at) else at.isoformat()) == read
    assert list(result.posts["text"]) == [SECRET]


def test_half_a_surrogate_pair_does_not_break_the_frame(export: Maker) -> None:
    result = export({"posts.jsonl": '{"id": "1", "text": "cut \\ud83d"}\n'})
    assert list(result.posts["text"]) == ["cut ?"]


def test_two_copies_of_one_export_are_merged(tmp_path: Path) -> None:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "posts.jsonl").write_text(GOOD, encoding="utf-8")
    assert len(read_exports([tmp_path / "old", tmp_path / "new"]).posts) == 1


def dated(folder: Path, name: str, *years: int) -> Path:
    """A list of our own with posts of these years, sixty of the first."""
    rows = [
        {"id": f"{name}{number}", "text": "Rain", "created_at": f"{year}-05-01"}
        for number, year in enumerate(years[:1] * 59 + years)
    ]
    path = folder / f"{name}.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_years_without_posts_are_named_as_ranges(tmp_path: Path) -> None:
    result = read_exports([dated(tmp_path, "a", 2015, 2024, 2017, 2099)])
    assert [remark.says.split(".")[0] for remark in result.coverage.remarks] == [
        "There are no posts from 2016, 2018 to 2023, 2025 to 2098"
    ]


def test_each_input_answers_for_its_own_years(tmp_path: Path) -> None:
    (tmp_path / "b.jsonl").write_text(
        "".join(
            json.dumps({"id": f"b{day}", "text": "Sun", "created_at": f"2024-05-0{day}"}) + "\n" for day in (1, 2, 3)
        ),
        encoding="utf-8",
    )
    assert read_exports([dated(tmp_path, "a", 2015), tmp_path / "b.jsonl"]).coverage.remarks == []


def test_nested_zips_one_level_deep(tmp_path: Path) -> None:
    inner = tmp_path / "inner.zip"
    with zipfile.ZipFile(inner, "w") as bundle:
        bundle.writestr("posts.jsonl", GOOD)
    middle = tmp_path / "middle.zip"
    with zipfile.ZipFile(middle, "w") as bundle:
        bundle.write(inner, "inner.zip")
    assert len(read_exports([middle]).posts) == 1
    with zipfile.ZipFile(tmp_path / "outer.zip", "w") as bundle:
        bundle.write(middle, "middle.zip")
    assert "not an export that we know" in refusal(tmp_path / "outer.zip")


def test_the_original_is_never_changed(tmp_path: Path) -> None:
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "posts.jsonl").write_text(GOOD, encoding="utf-8")
    before = sorted((path, path.stat().st_mtime_ns) for path in folder.rglob("*"))
    read_exports([folder])
    assert sorted((path, path.stat().st_mtime_ns) for path in folder.rglob("*")) == before


def test_messages_are_left_out_and_counted_unless_asked_for(export: Maker) -> None:
    row = json.dumps({"id": "m", "text": SECRET, "kind": "message", "audience": "private"}) + "\n"
    assert len(export({"posts.jsonl": row}, messages=True).posts) == 1
    result = export({"posts.jsonl": row}, messages=False)
    assert len(result.posts) == 0
    assert [(item.what, item.count) for item in result.coverage.not_assessed] == [("private messages", 1)]


def test_links_out_of_a_folder_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.jsonl").write_text(GOOD, encoding="utf-8")
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "mine.jsonl").write_text('{"id": "2", "text": "mine"}\n', encoding="utf-8")
    (folder / "posts.jsonl").symlink_to(tmp_path / "secret.jsonl")
    assert list(read_exports([folder]).posts["post_id"]) == ["2"]


@pytest.mark.parametrize(
    ("name", "pattern", "expected"),
    [
        ("data/tweets.js", "data/tweets.js", True),
        ("Data/Tweets.js", "data/tweets.js", True),
        ("data/deleted-tweets.js", "data/tweets*.js", False),
        ("data/tweets-part1.js", "data/tweets-part*.js", True),
        ("data/sub/tweets.js", "data/*.js", False),
        ("comments.csv", "**/comments.csv", True),
        ("Takeout/YouTube/comments/comments.csv", "**/comments.csv", True),
        ("my-comments.csv", "**/comments.csv", False),
        ("cafe\u0301.txt", "café.txt", False),  # names are in NFC before they are compared
        ("café.txt", "cafe\u0301.txt", True),
    ],
)
def test_patterns_are_anchored(name: str, pattern: str, expected: bool) -> None:
    assert matches(name, pattern) is expected


def test_names_come_in_natural_order_and_nfc(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as bundle:
        for name in ("message_10.json", "message_2.json", "cafe\u0301.json", "__MACOSX/._x"):
            bundle.writestr(name, "{}")
    assert Archive.open(tmp_path / "export.zip").names() == ["café.json", "message_2.json", "message_10.json"]


def test_decompression_stops_at_the_bound(tmp_path: Path) -> None:
    (tmp_path / "posts.jsonl").write_text(GOOD * 5, encoding="utf-8")
    assert Archive.open(tmp_path).read_text("posts.jsonl", 10) == GOOD[:10]


def test_with_several_exports_a_problem_says_in_which(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "posts.jsonl").write_text(GOOD.replace('"1"', f'"{name}"') + "not json\n", "utf-8")
    both = read_exports([tmp_path / "one", tmp_path / "two"])
    assert [problem.path for problem in both.coverage.problems] == [
        f"{tmp_path / 'one'}: posts.jsonl#2",
        f"{tmp_path / 'two'}: posts.jsonl#2",
    ]
    files = read_exports([tmp_path / "one" / "posts.jsonl", tmp_path / "two" / "posts.jsonl"])
    assert [problem.path for problem in files.coverage.problems] == [
        f"{tmp_path / 'one' / 'posts.jsonl'}#2",
        f"{tmp_path / 'two' / 'posts.jsonl'}#2",
    ]
    alone = read_exports([tmp_path / "one"])
    assert [problem.path for problem in alone.coverage.problems] == ["posts.jsonl#2"]
