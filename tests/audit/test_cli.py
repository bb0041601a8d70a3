"""The front door: what it writes, what it says, and how it fails."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import escape

from audit import cli, closing
from importers import IMPORTERS
from reports.html import render
from tests.reports.result import result

STORY = "Such a lovely lady in bay 3 today, first stroke at 42, singing Abba to us."
QUIET = "First frost on the allotment. The leeks do not mind."


class Ran:
    """Exit code and what was said."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):  # type: ignore[no-untyped-def]
    def runner(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["fit-to-post", *arguments])
        code = 0
        try:
            cli.main()
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return Ran(code, said.out, said.err)

    return runner


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    path = tmp_path / "posts.jsonl"
    rows = [
        {"id": "a", "text": STORY, "created_at": "2014-05-06T10:00:00Z"},
        {"id": "b", "text": QUIET, "created_at": "2016-05-06T10:00:00Z"},
        {"id": "c", "text": QUIET + " Again.", "created_at": "2019-05-06T10:00:00Z"},
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def report(folder: Path) -> dict:  # type: ignore[type-arg]
    made: dict = json.loads((folder / "report.json").read_text(encoding="utf-8"))  # type: ignore[type-arg]
    return made


def test_without_arguments_it_is_a_friendly_guide(run) -> None:  # type: ignore[no-untyped-def]
    for ran in (run(), run("audit")):
        assert ran.code == 0
        assert "fit-to-post platforms" in ran.out


@pytest.mark.parametrize(
    ("called", "shown"),
    [("bin/fit-to-post", "bin/fit-to-post"), ("here/fit-to-post", "fit-to-post"), ("a b/fit-to-post", '"{}"'),
     ("fit-to-post", "fit-to-post"), ("here/fit-to-post.exe", "fit-to-post"), ("audit/cli.py", "fit-to-post")],
)  # fmt: skip
def test_commands_are_shown_as_they_can_be_typed(
    called: str, shown: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "fit-to-post").touch(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path / "here"))
    expected = str(Path(shown.format(Path(called))))
    for arguments in ([], ["audit", "nowhere.zip"], ["rules", "show", "nothing.here"]):
        monkeypatch.setattr(sys, "argv", [called, *arguments])
        with pytest.raises(SystemExit):
            cli.main()
        said = "".join(capsys.readouterr())
        assert f"{expected} " in said
        assert "fit-to-post " not in said.replace(f"{expected} ", "")
    page = render(replace(result(), program=expected))
    assert f"{escape(expected)} audit … --decisions decisions.json" in page
    assert f"{escape(expected)} share FOLDER" in page


@pytest.mark.model
def test_audit_writes_both_reports_and_says_what_it_did(run, posts: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    ran = run("audit", str(posts), "--out", str(tmp_path / "out"), "--profession", "student physiotherapist")
    assert ran.code == 0
    assert "Read Plain list (.jsonl or .csv): 3 items" in ran.out
    assert "report.html" in ran.out
    made = report(tmp_path / "out")
    assert made["profession"] == "physiotherapist"
    assert set(made["standards"]) == {"hcpc-2024", "csp"}
    assert made["summary"]["posts"] == 3
    (post,) = made["posts"]
    assert post["post_id"] == "a"
    assert post["action"] == "delete"
    for span in post["findings"][0]["evidence"]:
        assert post["text"][span["start"] : span["end"]] == span["text"]
    html = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "bay 3" in html
    assert "There is a report" not in ran.out
    again = run("audit", str(posts), "--out", str(tmp_path / "out"))
    assert again.out.startswith(f"There is a report in {tmp_path / 'out'} already.")
    assert "“Save decisions”" in again.out


@pytest.mark.model
def test_options_narrow_what_is_read(run, posts: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    out = str(tmp_path / "out")
    assert (
        run("audit", str(posts), "--out", out, "--since", "2015", "--until", "2016-12-31", "--all-posts", "--quiet").out
        == ""
    )
    made = report(tmp_path / "out")
    assert [post["post_id"] for post in made["posts"]] == ["b"]
    left_out = {"what": "posts outside the days that you chose", "count": 2}
    assert [{**one, "reason": ""} for one in made["coverage"]["not_assessed"]] == [{**left_out, "reason": ""}]
    assert run("audit", str(posts), "--out", out, "--hold", "--standards", "swe").code == 0
    made = report(tmp_path / "out")
    assert made["standards"] == ["swe"]
    assert made["summary"]["delete"] == 0


@pytest.mark.model
def test_what_the_chosen_days_leave_out_is_said(run, posts: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    ran = run("audit", str(posts), "--out", str(tmp_path / "out"), "--since", "2016")
    assert "Looked at 2 posts, 2016 to 2019; 1 post outside the days that you chose." in ran.out
    assert "2014" not in ran.out
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "1 more is outside the days that you chose, and was left out." in page
    assert "The oldest is from May 2016, the newest from May 2019." in page


@pytest.mark.model
def test_a_damaged_export_without_a_post_is_not_called_quiet(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "x" / "data").mkdir(parents=True)
    (tmp_path / "x" / "data" / "tweets.js").write_text('window.YTD.tweets.part0 = [ {"tweet": {"id_str": "1", "full_')
    ran = run("audit", str(tmp_path / "x"), "--out", str(tmp_path / "out"))
    assert ran.code == 0
    assert "nothing was judged" in ran.out
    assert "ask for the export again" in ran.out
    assert "nothing to question" not in ran.out
    assert "data/tweets.js#1: This record is damaged or cut off." in ran.out


@pytest.mark.model
def test_check_explains_one_text(run, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    ran = run("check", STORY)
    assert ran.code == 0
    assert "bay 3" in ran.out
    assert "Why:" in ran.out
    assert "no certificate" in run("check", QUIET).out


@pytest.mark.model
def test_check_reads_what_is_not_utf_8(run, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{STORY} Caf\xe9".encode("latin-1")), "utf-8"))
    ran = run("check")
    assert ran.code == 0
    assert "bay 3" in ran.out


@pytest.mark.model
def test_a_copy_claims_no_more_than_the_program_can_know(run, posts: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    out = tmp_path / "out"
    assert run("audit", str(posts), "--out", str(out), "--quiet").code == 0
    shared = run("share", str(out), "--out", str(tmp_path / "copy.html"))
    assert "as far as the program noticed them; read every line before you hand it over" in " ".join(shared.out.split())


WELSH = [
    "Mae'n ddiwrnod hyfryd heddiw ac rydw i'n mynd i'r traeth gyda fy nheulu.",
    "Penblwydd hapus i fy mam annwyl, diolch am bopeth yr wyt ti'n ei wneud.",
    "Rydyn ni wedi cael penwythnos bendigedig yn Aberystwyth gyda ffrindiau.",
]


@pytest.mark.model
def test_what_was_not_judged_is_not_called_fine(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "posts.jsonl"
    path.write_text(
        "\n".join(json.dumps({"id": str(n), "text": text}) for n, text in enumerate(WELSH)), encoding="utf-8"
    )
    ran = run("audit", str(path), "--out", str(tmp_path / "out"))
    assert "3 we could not judge: they are not in English." in ran.out
    assert "We found nothing" not in ran.out
    assert "can stay" not in ran.out
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "We could not judge any of your 3 posts" in page
    one = run("check", WELSH[0])
    assert "This is in Welsh; we judge English only." in one.out
    assert "nothing to question" not in one.out


def test_the_end_of_an_audit_counts_as_the_page_does() -> None:
    whole = result()
    whole.coverage.inputs[0].posts += 4
    assert "4 came twice and were counted once." in render(whole)
    said = closing.summary(whole, [])
    for line in (
        "4 came twice and were counted once.",
        "26 of 8,123 posts are worth a closer look:",
        "      10  worth removing",
        "      16  to talk over with somebody",
        "8 we could not judge: they are not in English.",
        "The other 8,089 can stay as far as we can tell.",
        "Of those that can stay, 29 deserve a thought about who can see them.",
    ):
        assert line in said.splitlines()


def test_platforms_lists_every_guide(run) -> None:  # type: ignore[no-untyped-def]
    ran = run("platforms")
    assert ran.code == 0
    for importer in IMPORTERS:
        assert importer.GUIDE.name in ran.out
    one = run("platforms", "facebook")
    assert "Facebook" in one.out
    assert "LinkedIn" not in one.out


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["audit", "nowhere.zip"], 1, "There is nothing at nowhere.zip"),
        (["audit", "x.zip", "--profession", "plumber"], 2, "We do not know the profession"),
        (["audit", "x.zip", "--standards", "gmc"], 2, "There is no standard gmc"),
        (["audit", "x.zip", "--since", "yesterday"], 2, "--since needs a day"),
        (["audit", "--nonsense"], 2, "nonsense"),
        (["platforms", "myspace"], 2, "There is no platform myspace"),
        (["rules", "show", "nothing.here"], 2, "There is no rule"),
        (["check", " "], 1, "There is no text"),
    ],
)
def test_mistakes_get_a_sentence(run, arguments: list[str], code: int, words: str) -> None:  # type: ignore[no-untyped-def]
    ran = run(*arguments)
    assert ran.code == code
    assert words in ran.err


@pytest.mark.model
def test_an_unwritable_folder_gets_a_sentence(run, posts: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    ran = run("audit", str(posts), "--out", str(tmp_path / "taken"))
    assert ran.code == 1
    assert "--out" in ran.err


def test_interrupting_leaves_nothing(run, posts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    def stop(*args: object, **more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "read_exports", stop)
    ran = run("audit", str(posts), "--out", str(tmp_path / "out"))
    assert ran.code == 130
    assert "No report was written" in ran.err
    assert not (tmp_path / "out").exists()


def test_rules_can_be_listed_shown_and_tested(run) -> None:  # type: ignore[no-untyped-def]
    assert "confidentiality.kind-patient-story" in run("rules", "list").out
    shown = run("rules", "show", "confidentiality.kind-patient-story")
    assert "hcpc-2024 5.1" in shown.out
    tested = run("rules", "test", "kind-patient-story")
    assert tested.code == 0
    assert "cases hold" in tested.out
