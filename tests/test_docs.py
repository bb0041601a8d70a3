"""What the documentation says is true: columns, commands, options, files that it names."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from audit.cases import cases, failure
from audit.cli import app
from audit.rulebook import load
from importers import IMPORTERS, posts
from importers.archive import Archive
from importers.posts import COLUMNS, Post, Problem, ReadOptions
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = [
    path
    for path in (
        *ROOT.glob("*.md"),
        *(ROOT / "importers").glob("*.md"),
        *(ROOT / "rules").glob("*.md"),
        *(ROOT / "audit").rglob("*.md"),
    )
    if ".venv" not in path.parts
]


def test_columns_are_documented_as_they_are() -> None:
    rows = re.findall(
        r"^\| `(\w+)` \| `(.+?)` \| (.+) \|$", (ROOT / "importers" / "README.md").read_text(encoding="utf-8"), re.M
    )
    assert [(name, (dtype, meaning)) for name, dtype, meaning in rows] == list(COLUMNS.items())


def test_commands_and_options_in_readme_exist() -> None:
    command = get_command(app)
    known = set(command.commands)  # type: ignore[attr-defined]
    named = set(re.findall(r"fit-to-post (\w+)", README))
    assert named <= known
    assert known <= named
    options = {option for parameter in command.commands["audit"].params for option in parameter.opts}  # type: ignore[attr-defined]
    assert set(re.findall(r"`(--[a-z-]+)", README)) <= options


def test_readme_names_every_platform() -> None:
    for importer in IMPORTERS:
        if importer.platform != "generic":
            assert importer.GUIDE.name.split(" ")[0].split("/")[0].lower() in README.lower(), importer.GUIDE.name


def test_ci_calls_the_readme_test_command() -> None:
    (command,) = re.findall(r"^(python3 -m venv .*pytest)$", README, re.M)
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_model_files_that_the_notice_names_are_those_that_ship() -> None:
    named = re.findall(r"[\w-]+\.(?:onnx|np[yz]|json)\b", (ROOT / "NOTICE").read_text(encoding="utf-8"))
    weights = {path.name for path in (ROOT / "audit" / "judge" / "model").iterdir() if path.suffix != ".json"}
    assert set(named) == weights | {"tokenizer.json"}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path) -> None:  # type: ignore[no-untyped-def]
    for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


def test_the_rule_in_the_documentation_is_sound(tmp_path: Path) -> None:
    text, parts = re.findall(r"```yaml\n(.*?)```", (ROOT / "rules" / "README.md").read_text(encoding="utf-8"), re.S)
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    (tmp_path / "rules" / "confidentiality" / "of-the-readme.yml").write_text(text, encoding="utf-8")
    with_parts = text[: text.index("all:")] + parts + text[text.index("matches:") :]
    (tmp_path / "rules" / "confidentiality" / "with-parts.yml").write_text(with_parts, encoding="utf-8")
    rulebook = load(tmp_path / "rules")
    term, seasons = (m.pattern for m in rulebook.rules["confidentiality.with-parts"].all)
    assert term is not None
    assert term.search("since last exam term")
    assert seasons is not None
    assert seasons.search("all summer")
    tried = list(cases(rulebook.rules["confidentiality.of-the-readme"]))
    assert len(tried) >= 5
    assert [(case.id, reason) for case in tried if (reason := failure(case, rulebook))] == []


def test_the_importer_in_the_documentation_reads(tmp_path: Path) -> None:
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "importers" / "README.md").read_text(encoding="utf-8"), re.S)
    (code,) = [block for block in blocks if "archive.find(" in block]
    lines = [line.removeprefix("   ") for line in code.splitlines()]
    known: dict[str, Any] = {
        **vars(posts),
        "platform": "name",
        "owner": lambda archive: "me",
        "_time": lambda value: None,
    }
    exec("\n".join(lines), known)
    (tmp_path / "data").mkdir()
    member = tmp_path / "data" / "posts.json"
    for content, read, lost in (('[{"text": "one"}, 7, {"text": "two"}]', 2, 1), ("{}", 0, 1), ("[", 0, 1)):
        member.write_text(content, encoding="utf-8")
        found = list(known["posts"](Archive.open(tmp_path), ReadOptions()))
        assert sum(isinstance(item, Post) for item in found) == read
        assert sum(isinstance(item, Problem) for item in found) == lost
