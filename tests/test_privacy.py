"""Nothing leaves the computer: no sockets; no words of a post in logs, errors, reprs or file names."""

from __future__ import annotations

import json
import logging
import socket
import sys
from pathlib import Path

import pytest

from audit import cli
from audit.language import read_text
from importers.posts import Post

SECRET = "Quillfeather"
POSTS = [
    f"Such a lovely lady called {SECRET} in bay 3 today, first stroke at 42, NHS number 943 476 5919, mail {SECRET}@example.com",
    f"{SECRET} told me to ring 07700 900123 or call at LS1 4AP",
    "plain",
]


@pytest.fixture
def no_sockets(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Any attempt is recorded and refused."""
    tried: list[str] = []

    def refuse(*args: object, **more: object) -> None:
        tried.append(repr(args))
        raise OSError("a socket was opened")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    return tried


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["fit-to-post", *arguments])
    with pytest.raises(SystemExit) as leaving:
        cli.main()
    return int(leaving.value.code or 0)


@pytest.mark.model
def test_a_whole_audit_opens_no_socket_and_says_no_words(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    no_sockets: list[str],
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    lines = [json.dumps({"id": str(number), "text": text}) for number, text in enumerate(POSTS)]
    (tmp_path / "posts.jsonl").write_text(
        "\n".join([*lines, f'{{"id": "9", "text": "{SECRET}", "kind": "{SECRET}"}}']), encoding="utf-8"
    )
    assert run(monkeypatch, "audit", str(tmp_path / "posts.jsonl"), "--out", str(tmp_path / "out"), "--all-posts") == 0
    assert no_sockets == []
    said = capfd.readouterr()
    for where in (said.out, said.err, caplog.text, *map(str, (tmp_path / "out").iterdir())):
        assert SECRET not in where
    assert SECRET in (tmp_path / "out" / "report.json").read_text(encoding="utf-8")


def test_reprs_show_no_words() -> None:
    assert SECRET not in repr(Post("1", "x", "post", None, SECRET, SECRET))
    assert SECRET not in repr(read_text(f"Mrs {SECRET} on ward 3"))
