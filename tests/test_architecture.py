"""Who may import whom. Read from the source, so that a forbidden import fails before it runs."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.conftest import ROOT

ROOMS = ("importers", "audit", "reports", "rules")
HEAVY = {
    "spacy": "audit/language",
    "presidio_analyzer": "audit/language",
    "tldextract": "audit/language",
    "onnxruntime": "audit/judge",
    "tokenizers": "audit/judge",
}
# What could send or fetch something; urllib.parse only takes addresses apart
NETWORK = (
    "socket",
    "ssl",
    "http",
    "urllib.request",
    "urllib.error",
    "ftplib",
    "smtplib",
    "requests",
    "httpx",
    "aiohttp",
)
CLOCKS = ("now", "utcnow", "today", "time", "monotonic", "perf_counter")
DOORS = ("open", "read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "glob", "rglob")
FILES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py") if "training" not in path.parts)


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Every imported module, and whether it is imported at the top of the file. `from audit import text` is `audit.text`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    top = {id(node) for node in tree.body}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, id(node) in top) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.module, f"{path}:{node.lineno} imports by dots: write the whole name"
            assert node.level == 0, f"{path}:{node.lineno} imports by dots: write the whole name"
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield (whole if module_exists(whole) else node.module), id(node) in top


def module_exists(name: str) -> bool:
    return (ROOT / Path(*name.split("."))).with_suffix(".py").is_file()


def room(path: Path) -> str:
    return path.relative_to(ROOT).parts[0]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_keep_to_the_house(path: Path) -> None:
    here = path.relative_to(ROOT).as_posix()
    for module, at_top in imports(path):
        first = module.split(".")[0]
        if room(path) == "importers":
            assert first not in ("audit", "reports", "rules"), f"{here} imports {module}: importers know nobody"
        if room(path) == "audit" and here not in ("audit/cli.py",):
            assert first != "reports", f"{here} imports {module}: only the command line knows reports"
            assert module != "audit.cli", f"{here} imports {module}: nobody imports the command line"
            assert module == "importers.posts" or first != "importers" or here == "audit/pipeline.py", (
                f"{here} imports {module}: audit knows the posts frame, not who reads it"
            )
        if here.startswith("audit/judge/"):
            assert first not in ROOMS or module.startswith(("audit.judge.", "audit.masks", "audit.models")), (
                f"{here} imports {module}: the judge knows nothing of rules, and nothing but a text, its kind and platform"
            )
        assert not any(module == name or module.startswith(f"{name}.") for name in NETWORK), (
            f"{here} imports {module}: nothing leaves the computer"
        )
        if room(path) == "reports":
            assert first not in ("rules", "pandas", "spacy", "presidio_analyzer"), f"{here} imports {module}"
            if first in ("audit", "importers"):
                assert module in ("audit.results", "importers.posts"), (
                    f"{here} imports {module}: reports know results only"
                )
        if first in HEAVY:
            assert here.startswith(HEAVY[first]), f"{here} imports {module}: only {HEAVY[first]} may"
            assert not at_top, f"{here} imports {module} at the top: import it inside the function that needs it"


def test_every_library_that_is_imported_is_declared_and_the_other_way_round() -> None:
    used = {module.split(".")[0] for path in FILES for module, _ in imports(path)} - {*ROOMS, *sys.stdlib_module_names}
    known = packages_distributions()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[^\w.-]", line)[0].lower() for line in project["dependencies"]}
    assert {known[name][0].lower().replace("_", "-") for name in used} == declared


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_blanket_exceptions_and_no_prints(path: Path) -> None:
    here = path.relative_to(ROOT).as_posix()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            names = (
                {child.id for child in ast.walk(node.type) if isinstance(child, ast.Name)}
                if node.type
                else {"Exception"}
            )
            assert not names & {"Exception", "BaseException"}, f"{here}:{node.lineno} swallows every error"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
            assert here == "audit/progress.py", f"{here}:{node.lineno} prints; only the command line speaks"


@pytest.mark.parametrize(
    "path", [path for path in FILES if room(path) == "reports"], ids=lambda path: str(path.relative_to(ROOT))
)
def test_reports_read_no_clock_and_no_files(path: Path) -> None:
    """But for what ships beside them, under `STATIC`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            assert name not in CLOCKS, f"{path.name}:{node.lineno} reads the clock: the time is in the result"
            assert name not in DOORS or "STATIC" in ast.unparse(node), (
                f"{path.name}:{node.lineno} reads or writes a file"
            )


def test_no_import_is_for_the_type_checker_alone() -> None:
    assert [str(path) for path in FILES if "TYPE_CHECKING" in path.read_text(encoding="utf-8")] == []


def test_rules_hold_no_code() -> None:
    code = [path for path in (ROOT / "rules").rglob("*.py") if path.read_text(encoding="utf-8").strip()]
    assert code == []


def test_no_circles() -> None:
    graph: dict[str, set[str]] = {}
    for path in FILES:
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        # Those inside functions count too: an import that is put off to avoid a circle shows a thing in the wrong room
        graph[name] = {m for m, _ in imports(path) if m.split(".")[0] in ROOMS and m != name}

    def walk(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, f"import circle: {' -> '.join((*way, name))}"
        for after in graph.get(name, ()):
            walk(after, (*way, name))

    for name in graph:
        walk(name, ())
