"""Results are written whole or not at all, for their owner only."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from audit.files import write_all
from importers.posts import ExportError


def test_owner_only(tmp_path: Path) -> None:
    (path,) = write_all(tmp_path / "new" / "report", {"report.json": "{}"})
    assert path.read_text(encoding="utf-8") == "{}"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_file_in_the_way_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "report").write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError, match="cannot be written") as caught:
        write_all(tmp_path / "report", {"report.json": "{}"})
    assert "--out" in caught.value.hint
    assert (tmp_path / "report").read_text(encoding="utf-8") == "mine"


def test_a_full_disk_leaves_the_old_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_all(tmp_path, {"report.html": "old", "report.json": "old"})
    calls = []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match="No space left"):
        write_all(tmp_path, {"report.html": "new", "report.json": "new"})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report.html", "report.json"]
    assert (tmp_path / "report.html").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("before", [{}, {"report.html": "old"}])
def test_what_was_moved_already_is_put_back_when_a_later_file_cannot_be(tmp_path: Path, before: dict[str, str]) -> None:
    write_all(tmp_path, before)
    (tmp_path / "report.json").mkdir()
    with pytest.raises(ExportError, match="cannot be written") as caught:
        write_all(tmp_path, {"report.html": "new", "report.json": "new"})
    assert "Nothing was changed" in caught.value.hint
    assert (tmp_path / "report.json").is_dir()
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir() if path.is_file()} == before


def test_a_new_report_leaves_nothing_of_the_old_one(tmp_path: Path) -> None:
    for text in ("old", "new"):
        write_all(tmp_path, {"report.html": text, "report.json": text})
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {
        "report.html": "new",
        "report.json": "new",
    }


def test_interruption_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        write_all(tmp_path, {"report.html": "new"})
    assert list(tmp_path.iterdir()) == []
