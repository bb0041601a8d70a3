"""Small exports made on the fly."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from importers import Import, read_exports
from importers.posts import ReadOptions

Maker = Callable[..., Import]


@pytest.fixture
def export(tmp_path: Path) -> Maker:
    """`export({"data/tweets.js": "…"}, account="…")` writes the members and reads them; lists and dicts become JSON."""

    def make(members: dict[str, Any], *, account: str = "", messages: bool = True) -> Import:
        root = tmp_path / "export"
        for name, content in members.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, bytes):
                path.write_bytes(content)
            else:
                text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
                path.write_text(text, encoding="utf-8")
        return read_exports([root], ReadOptions((account,) if account else ()), messages=messages)

    return make
