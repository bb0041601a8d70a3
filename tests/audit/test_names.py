"""The shipped name model: that it is the one that was shipped, and that it finds people in the way they are written of."""

import json
from pathlib import Path

import pytest

from audit import language, naming
from audit.language import every_entity, plain_reading, read_text
from audit.models import ModelError

NAMES = Path(language.__file__).parent / "names"


def people(text: str) -> list[str]:
    return [text[e.start : e.end] for e in read_text(text).entities if e.label == "PERSON"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("my patient mary sang abba all morning", ["mary"]),
        ("saw john smith in clinic today", ["john smith"]),
        ("MY CLIENT DEBBIE IS DRIVING ME MAD", ["DEBBIE"]),
        ("Lovely Mrs Oyelaran on ward 3", ["Mrs Oyelaran"]),
        ("Miss Jones has gone home", ["Miss Jones"]),
        ("Dr O’Brien's clinic, Mrs Ashdown-Price's hip", ["Dr O’Brien", "Mrs Ashdown-Price"]),
        ("@jo_lane what a shift, thanks Priya", ["Priya"]),
        ("Poor wee Orla came to the clinic", ["Orla"]),
        ("Dua please for Sakina aunty, she is on my ward", ["Sakina aunty"]),
        ("so glad I held your mum's hand on the ward, Janine", ["Janine"]),
    ],
)
def test_finds_people(text: str, names: list[str]) -> None:
    assert people(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Parkinson's clinic was busy today",
        "Bobath course, then a ward round",
        "Glasgow Coma Scale of 15 on the ward",
        "Christmas on the ward again",
        "The HCPC and the NHS ward should talk",
        "Marie Curie nurses are wonderful",
        "Physio students assemble, placement is over",
        "miss you all on the ward",
        "Dr Who on the telly after my shift",
        "She has MS. Lovely handwriting on the ward though",
        "MMR has nothing to do with it, said the clinic, nor has the NG tube",
        "A patient patient is a blessing",
        "I will mark my students in may",
    ],
)
def test_finds_nobody(text: str) -> None:
    assert people(text) == []


def test_finds_places() -> None:
    text = "my patient moved from leeds to Merthyr Tydfil"
    places = [(text[e.start : e.end], e.sure) for e in read_text(text).entities if e.label == "PLACE"]
    assert places == [("leeds", True), ("Merthyr Tydfil", True)]


def test_sure_names_have_a_title_a_surname_or_are_on_the_list() -> None:
    def sure(text: str) -> list[bool]:
        return [entity.sure for entity in read_text(text).entities if entity.label == "PERSON"]

    assert sure("my patient mary sang") == [True]
    assert sure("Mrs Oyelaran on the ward") == [True]
    assert sure("client Grace was late") in ([False], [])  # a name that is a word as well


def test_the_authors_own_name_is_nobodys() -> None:
    text = "Priya Raman here, my patient Debbie sang today"
    reading = read_text(text, own_names=["Priya Raman"])
    assert [text[e.start : e.end] for e in reading.entities if e.label == "PERSON"] == ["Debbie"]


def test_every_entity_looks_where_a_reading_does_not() -> None:
    text = "pizza with Debbie Lane tonight"
    assert read_text(text).entities == ()
    assert [text[e.start : e.end] for e in next(every_entity([plain_reading(text)]))] == ["Debbie Lane"]


def test_a_text_that_no_file_can_hold_is_read() -> None:
    assert people("my patient Debbie \ud83d sang") == ["Debbie"]


def test_the_hashes_are_those_of_all_files_of_the_model() -> None:
    hashes = json.loads((NAMES / "hashes.json").read_text(encoding="utf-8"))
    files = {path.relative_to(NAMES / "model").as_posix() for path in (NAMES / "model").rglob("*") if path.is_file()}
    assert set(hashes) == files
    assert sum(path.stat().st_size for path in NAMES.rglob("*") if path.is_file()) < 10_000_000


def test_a_changed_model_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "config.cfg").write_text("changed", encoding="utf-8")
    (tmp_path / "hashes.json").write_text(json.dumps({"config.cfg": "0" * 64}), encoding="utf-8")
    monkeypatch.setattr(language, "_NAMES", tmp_path / "model")
    language._name_model.cache_clear()
    try:
        with pytest.raises(ModelError, match=r"config\.cfg"):
            read_text("my patient Debbie sang")
    finally:
        monkeypatch.undo()
        language._name_model.cache_clear()


def test_the_lists_are_folded_words() -> None:
    for name in ("first_names.txt", "surnames.txt", "places.txt"):
        words = naming.listed(name)
        assert len(words) > 400
        assert all(word == word.lower() for word in words)
