"""What holds for every importer and every sample: `sample_exports/<platform>/<layout>/` and its golden."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from importers import IMPORTERS, Import, read_exports
from importers.posts import COLUMNS, KINDS
from tests.conftest import ROOT

SAMPLES = sorted(
    layout
    for platform in (ROOT / "sample_exports").iterdir()
    if platform.is_dir() and platform.name != "student"
    for layout in platform.iterdir()
    if layout.is_dir()
)
GOLDENS = ROOT / "tests" / "importers" / "goldens"
NAMES = [f"{sample.parent.name}-{sample.name}" for sample in SAMPLES]


def zipped(folder: Path, target: Path, top: str = "") -> Path:
    """The folder as a zip, its members below `top`."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bundle:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                bundle.write(path, top + path.relative_to(folder).as_posix())
    return target


def table(frame: pd.DataFrame) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in frame.itertuples(index=False):
        cells = row._asdict()
        moment = cells["created_at"]
        cells["created_at"] = "" if pd.isna(moment) else moment.isoformat().replace("+00:00", "Z")
        cells["media"] = " ".join(cells["media"])
        cells = {name: value.replace("\r", "\\r").replace("\n", "\\n") for name, value in cells.items()}
        writer.writerow([cells[name] for name in COLUMNS])
    return out.getvalue()


def read(*paths: Path) -> Import:
    return read_exports(paths, messages=True)


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_sample_equals_its_golden(sample: Path, update_golden: bool) -> None:
    golden = GOLDENS / sample.parent.name / f"{sample.name}.csv"
    made = table(read(sample).posts)
    if update_golden:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_sample_is_known_to_one_importer_and_to_the_last_file(sample: Path) -> None:
    result = read(sample)
    platforms = {entry.platform for entry in result.coverage.inputs}
    assert sample.parent.name in platforms
    # An importer that took the export for its own and then read nothing
    assert [entry.platform for entry in result.coverage.inputs if not entry.posts] == []
    assert [skipped.path for skipped in result.coverage.skipped if not skipped.known] == []
    assert len(result.posts) > 0


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_every_way_of_packing_gives_the_same_frame(sample: Path, tmp_path: Path) -> None:
    folder = read(sample).posts
    packed = read(zipped(sample, tmp_path / "export.zip")).posts
    wrapped = read(zipped(sample, tmp_path / "again.zip", "My export (1)/")).posts
    pd.testing.assert_frame_equal(folder, packed)
    pd.testing.assert_frame_equal(folder, wrapped)


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_an_export_split_over_two_zips_gives_the_same_frame(sample: Path, tmp_path: Path) -> None:
    files = sorted(path for path in sample.rglob("*") if path.is_file())
    for number in (0, 1):
        with zipfile.ZipFile(tmp_path / f"export-00{number + 1}.zip", "w") as bundle:
            for path in files[number::2] or files[:1]:
                bundle.write(path, path.relative_to(sample).as_posix())
    whole = read(sample).posts.drop(columns="source")
    parts = read(tmp_path / "export-001.zip", tmp_path / "export-002.zip").posts.drop(columns="source")
    pd.testing.assert_frame_equal(whole, parts)


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_reading_twice_or_the_same_export_twice_changes_nothing(sample: Path, tmp_path: Path) -> None:
    once = read(sample).posts
    pd.testing.assert_frame_equal(once, read(sample).posts)
    twice = read(sample, zipped(sample, tmp_path / "copy.zip")).posts
    assert list(twice["post_id"]) == list(once["post_id"])


def test_every_module_is_in_the_list() -> None:
    shared = {
        "__init__",
        "articles",
        "archive",
        "fields",
        "posts",
        "repair",
        "tables",
        "markup",
        "arrays",
        "tarballs",
        "meta",
        "meta_messages",
        "meta_html",
        "meta_members",
    }
    modules = {path.stem for path in (ROOT / "importers").glob("*.py")} - shared
    listed = {importer.__name__.rsplit(".", 1)[-1] for importer in IMPORTERS}  # type: ignore[attr-defined]
    private = {module for module in modules if "_" in module and module.split("_")[0] in listed}
    assert modules - private == listed


@pytest.mark.parametrize("importer", IMPORTERS, ids=lambda importer: importer.platform)
def test_guide_answers_every_question(importer) -> None:  # type: ignore[no-untyped-def]
    guide = importer.GUIDE
    assert guide.name
    assert guide.ask
    assert guide.wait
    assert guide.contains
    assert guide.lacks
    assert guide.find[""]
    assert set(guide.find) <= {"", *KINDS}
    assert all(step.endswith((".", "?")) for step in guide.ask)
