"""Mastodon archives: every trap of the format, on archives made on the fly; and tar archives, which only Mastodon made."""

from __future__ import annotations

import io
import json
import tarfile
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importers import Import, mastodon, read_exports
from importers.archive import Archive
from importers.posts import ExportError, Owner, Post, Problem, ReadOptions, Remark
from tests.conftest import ROOT
from tests.importers.conftest import Maker

ME = "https://hill.example/users/ida"
PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
CONTEXT = "https://www.w3.org/ns/activitystreams"
ACTOR = {"@context": [CONTEXT], "id": ME, "preferredUsername": "ida", "name": "Ida", "followers": f"{ME}/followers"}
SAMPLE = ROOT / "sample_exports" / "mastodon" / "2024"


def note(number: int, content: str = "<p>x</p>", to: Any = (PUBLIC,), cc: Any = (), **more: Any) -> dict[str, Any]:
    address = f"{ME}/statuses/{number}"
    thing = {
        "id": address,
        "type": "Note",
        "content": content,
        "to": to,
        "cc": cc,
        "url": f"https://hill.example/@ida/{number}",
    }
    thing |= {"published": "2024-03-01T10:00:00Z"} | more
    return {"id": f"{address}/activity", "type": "Create", "actor": ME, "object": thing}


def boost(number: int, thing: Any, **more: Any) -> dict[str, Any]:
    made = {"id": f"{ME}/statuses/{number}/activity", "type": "Announce", "actor": ME, "object": thing, "to": [PUBLIC]}
    return made | {"published": "2024-03-02T10:00:00Z"} | more


def outbox(*items: Any, **files: Any) -> dict[str, Any]:
    whole = {"@context": CONTEXT, "id": "outbox.json", "type": "OrderedCollection", "orderedItems": list(items)}
    return {"actor.json": ACTOR, "outbox.json": whole} | {f"{name}.json": made for name, made in files.items()}


def rows(result: Import, kind: str = "") -> dict[str, Any]:
    found = (row for row in result.posts.itertuples() if row.kind != "bio" and kind in ("", row.kind))
    return {row.post_id.removeprefix(f"{ME}/statuses/"): row for row in found}


def remarks(result: Import) -> str:
    return "\n".join(remark.says for remark in result.coverage.remarks)


def test_boost_is_an_address_only(export: Maker) -> None:
    row = rows(export(outbox(boost(2, "https://other.example/users/bo/statuses/99"))))["2/activity"]
    assert (row.kind, row.text, row.context) == ("share", "", "https://other.example/users/bo/statuses/99")
    assert row.url == "https://other.example/users/bo/statuses/99"


def test_boost_of_an_own_private_post_embeds_it(export: Maker) -> None:
    own = {"id": f"{ME}/statuses/1", "type": "Note", "attributedTo": ME, "content": "<p>mine</p>"}
    other = own | {
        "id": "https://o.example/1",
        "attributedTo": "https://o.example/users/bo",
        "content": "<p>theirs</p>",
    }
    result = export(outbox(boost(2, own), boost(3, other)))
    assert {(row.text, row.context) for row in rows(result).values()} == {("mine", ""), ("", "theirs")}


@pytest.mark.parametrize(
    ("to", "cc", "kind", "audience"),
    [
        ([PUBLIC], [f"{ME}/followers"], "post", "public"),
        (["as:Public"], [], "post", "public"),
        ([f"{ME}/followers"], ["Public"], "post", "public"),
        ([f"{ME}/followers"], [], "post", "friends"),
        (["https://other.example/users/bo"], [], "message", "private"),
        ("https://www.w3.org/ns/activitystreams#Public", f"{ME}/followers", "post", "public"),
        ("https://other.example/users/bo", None, "message", "private"),
    ],
)
def test_direct_messages_are_not_public_posts(export: Maker, to: Any, cc: Any, kind: str, audience: str) -> None:
    row = rows(export(outbox(note(1, to=to, cc=cc))))["1"]
    assert (row.kind, row.audience) == (kind, audience)


def test_direct_messages_are_left_out_unless_asked_for(export: Maker) -> None:
    files = outbox(note(1, to=["https://other.example/users/bo"]), note(2))
    assert list(rows(export(files, messages=False))) == ["2"]


def test_collections_may_be_empty_and_their_totals_mean_nothing(export: Maker) -> None:
    empty = {"@context": CONTEXT, "id": "likes.json", "type": "OrderedCollection", "totalItems": 12, "orderedItems": []}
    missing = {"@context": CONTEXT, "id": "bookmarks.json", "type": "OrderedCollection", "totalItems": 0}
    result = export(outbox(note(1), likes=empty, bookmarks=missing))
    assert list(rows(result)) == ["1"]
    assert result.coverage.problems == []
    assert "12" not in remarks(result)


def test_reply_keeps_its_mentions_and_own_threads_are_posts(export: Maker) -> None:
    mention = '<p><span class="h-card"><a href="x">@<span>bo</span></a></span> no</p>'
    result = export(outbox(note(1, mention, inReplyTo="https://o.example/1"), note(2, inReplyTo=f"{ME}/statuses/1")))
    assert (rows(result)["1"].kind, rows(result)["1"].text) == ("reply", "@bo no")
    assert rows(result)["2"].kind == "post"


def test_warning_poll_and_descriptions_are_own_words(export: Maker) -> None:
    picture = {
        "type": "Document",
        "url": "/storage/media_attachments/files/1/original/a.png",
        "name": "a ward corridor",
    }
    files: dict[str, Any] = outbox(
        note(1, "<p>Which?</p>", summary="work & moaning", type="Question", anyOf=[{"name": "Rye"}, {"name": "Oat"}]),
        note(2, "<p>Look</p>", attachment=[picture]),
    )
    result = export(files | {"media_attachments/files/1/original/a.png": "x"})
    assert rows(result)["1"].text == "work & moaning\n\nWhich?\n\nRye\nOat"
    assert rows(result)["2"].text == "Look\n\na ward corridor"
    assert rows(result)["2"].media == ("media_attachments/files/1/original/a.png",)


def test_shortened_links_are_read_whole(export: Maker) -> None:
    link = '<a href="https://e.example/a/b"><span class="invisible">https://</span><span class="ellipsis">e.example/a</span>'
    result = export(outbox(note(1, f"<p>see {link}<span class='invisible'>/b</span></a> :loaf:<br>now</p>")))
    assert rows(result)["1"].text == "see https://e.example/a/b :loaf:\nnow"


def test_posts_of_another_account_are_not_read(export: Maker) -> None:
    known = ACTOR | {"alsoKnownAs": ["https://old.example/users/ida"]}
    moved = note(3) | {"actor": "https://old.example/users/ida"}
    strange = note(2) | {"actor": "https://other.example/users/bo"}
    result = export(outbox(note(1), strange, moved) | {"actor.json": known})
    assert sorted(rows(result)) == ["1", "3"]
    assert "1 post(s) belong to another account" in remarks(result)


def test_two_accounts_of_one_person_stay_two(tmp_path: Path) -> None:
    for name, address in (("new", ME), ("old", "https://old.example/users/ida")):
        for member, made in outbox(note(1)).items():
            (tmp_path / name).mkdir(exist_ok=True)
            text = json.dumps(made).replace(ME, address)
            (tmp_path / name / member).write_text(text)
    result = read_exports([tmp_path / "new", tmp_path / "old"])
    assert sorted(entry.account for entry in result.coverage.inputs) == ["@ida@hill.example", "@ida@old.example"]
    assert len(rows(result, "post")) == 2


def test_order_is_by_time(export: Maker) -> None:
    result = export(outbox(note(2, published="2024-03-02T00:00:00+01:00"), note(1, published="2024-03-01T22:00:00Z")))
    assert list(rows(result)) == ["1", "2"]


def test_new_kinds_of_addresses_rely_on_the_page(export: Maker) -> None:
    thing = note(1)
    thing["object"]["id"] = "https://hill.example/ap/users/7/statuses/110000000000000001"
    del thing["object"]["published"]
    row = next(iter(rows(export(outbox(thing))).values()))
    assert row.url == "https://hill.example/@ida/1"
    assert row.created_at.year == 2023


def test_quote_is_context(export: Maker) -> None:
    assert rows(export(outbox(note(1, quoteUri="https://o.example/7"))))["1"].context == "https://o.example/7"


def test_favourites_and_follows(export: Maker) -> None:
    likes = {"@context": CONTEXT, "orderedItems": ["https://o.example/1", {"id": "https://o.example/2"}, 5]}
    table = "Account address,Show boosts\nbo@other.example,true\n,true\n"
    result = export(outbox(likes=likes) | {"following_accounts.csv": table, "blocked_accounts.csv": "x@y.example\n"})
    assert sorted(rows(result, "like")) == ["like-https://o.example/1", "like-https://o.example/2"]
    assert [row.context for row in rows(result, "follow").values()] == ["@bo@other.example"]
    assert [problem.path for problem in result.coverage.problems] == ["following_accounts.csv#2", "likes.json#3"]


def test_profile(export: Maker) -> None:
    about = ACTOR | {
        "summary": "<p>Nurse.<br>Views mine.</p>",
        "attachment": [{"name": "Home", "value": "<a>h.example</a>"}],
    }
    result = export(outbox(note(1)) | {"actor.json": about})
    assert [row.text for row in result.posts.itertuples() if row.kind == "bio"] == [
        "Ida\nNurse.\nViews mine.\nHome: h.example"
    ]


def test_damaged_record_loses_only_itself(export: Maker) -> None:
    text = json.dumps(outbox(*(note(number, f"<p>post {number}</p>") for number in range(1, 6)))["outbox.json"])
    result = export({"actor.json": ACTOR, "outbox.json": text.replace('post 3</p>"', "post 3</p>")})
    assert sorted(rows(result)) == ["1", "2", "4", "5"]
    assert [(problem.path, problem.lost) for problem in result.coverage.problems] == [("outbox.json#3", 1)]
    cut = export({"actor.json": ACTOR, "outbox.json": text[:-200]})
    assert sorted(rows(cut)) == ["1", "2", "3", "4"]
    assert len(cut.coverage.problems) == 1


def tar(target: Path, files: dict[str, bytes], mode: str = "w:gz", prefix: str = "") -> Path:
    with tarfile.open(target, mode) as bundle:  # type: ignore[call-overload]
        for name, raw in files.items():
            entry = tarfile.TarInfo(prefix + name)
            entry.size = len(raw)
            bundle.addfile(entry, io.BytesIO(raw))
    return target


def sample() -> dict[str, bytes]:
    paths = sorted(path for path in SAMPLE.rglob("*") if path.is_file())
    return {path.relative_to(SAMPLE).as_posix(): path.read_bytes() for path in paths}


@pytest.mark.parametrize(
    ("name", "mode", "prefix"),
    [
        ("archive-20230101.tar.gz", "w:gz", ""),
        ("a.tgz", "w:gz", "./"),
        ("a.tar", "w", "top/"),
        ("no-ending", "w:gz", ""),
    ],
)
def test_tar_equals_folder(tmp_path: Path, name: str, mode: str, prefix: str) -> None:
    folder = read_exports([SAMPLE], messages=True)
    packed = read_exports([tar(tmp_path / name, sample(), mode, prefix)], messages=True)
    pd.testing.assert_frame_equal(folder.posts, packed.posts)
    inside = tmp_path / "downloads"
    inside.mkdir()
    tar(inside / "archive.tar.gz", sample())
    pd.testing.assert_frame_equal(folder.posts, read_exports([inside], messages=True).posts)


def test_tar_members_that_point_outside_are_refused_and_links_ignored(tmp_path: Path) -> None:
    for name in ("../evil.json", "/etc/evil.json"):
        with pytest.raises(ExportError, match="points outside"):
            Archive.open(tar(tmp_path / "a.tar.gz", sample() | {name: b"{}"}))
    with tarfile.open(tmp_path / "links.tar", "w") as bundle:
        link = tarfile.TarInfo("likes.json")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        bundle.addfile(link)
        entry = tarfile.TarInfo("avatar.png")
        entry.size = 1
        bundle.addfile(entry, io.BytesIO(b"x"))
    opened = Archive.open(tmp_path / "links.tar")
    assert opened.names() == ["avatar.png"]
    assert opened.read_bytes("avatar.png") == b"x"


def test_damaged_tar_is_answered(tmp_path: Path) -> None:
    whole = tar(tmp_path / "a.tar.gz", sample() | {"media_attachments/a.png": b"\x00\x01" * 100_000}).read_bytes()
    (tmp_path / "cut.tar.gz").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "no.tar.gz").write_bytes(b"\x1f\x8b" + b"no archive at all")
    for name in ("cut.tar.gz", "no.tar.gz"):
        with pytest.raises(ExportError, match="cut off"):
            Archive.open(tmp_path / name)


def test_likes_of_other_platforms_are_not_ours(tmp_path: Path) -> None:
    (tmp_path / "likes.json").write_text('{"likes_media_likes": []}')
    assert not mastodon.identify(Archive.open(tmp_path))


KEYS = st.sampled_from(
    "id type actor object to cc content contentMap summary published url attachment name inReplyTo tag oneOf quote "
    "orderedItems items totalItems alsoKnownAs value attributedTo preferredUsername followers".split()
)
WORDS = st.sampled_from(
    ["Create", "Announce", "Like", "Note", ME, PUBLIC, "https://o.example/1", "http://[", "2024-03-01T10:00:00Z"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=25,
)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(["outbox.json", "likes.json", "actor.json"]), made=VALUES, raw=st.text(max_size=20))
def test_any_json_gives_posts_and_problems(tmp_path: Path, name: str, made: Any, raw: str) -> None:
    for text in (json.dumps(made), json.dumps({"@context": CONTEXT, "orderedItems": made}), f'{{"orderedItems":[{raw}'):
        (tmp_path / name).write_text(text, encoding="utf-8", errors="replace")
        opened = Archive.open(tmp_path)
        mastodon.identify(opened)
        assert isinstance(mastodon.owner(opened), str)
        for item in mastodon.posts(opened, ReadOptions()):
            assert isinstance(item, Post | Problem | Remark | Owner)
    (tmp_path / name).unlink()
