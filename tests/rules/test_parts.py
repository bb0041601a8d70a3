"""The named parts of regexes in `rules/`: each is of use where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from audit.rulebook import rules_folder

ROOT = rules_folder()
RULES = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("*/*.yml"))}
SHARED: dict[str, object] = yaml.safe_load((ROOT / "parts.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("part", SHARED)
def test_a_shared_part_is_used(part: str) -> None:
    others = [str(value) for name, value in SHARED.items() if name != part]
    assert any(f"{{{part}}}" in text for text in [*RULES.values(), *others])


@pytest.mark.parametrize("rule", [rule for rule, text in RULES.items() if "\nparts:\n" in text])
def test_a_part_of_a_rule_is_used(rule: str) -> None:
    assert [name for name in yaml.safe_load(RULES[rule])["parts"] if f"{{{name}}}" not in RULES[rule]] == []


def test_rules_are_found() -> None:
    assert Path(ROOT / "parts.yml").is_file()
    assert len(RULES) > 200


@pytest.mark.parametrize("rule", [*RULES, "parts.yml"])
def test_no_line_is_too_long_to_read(rule: str) -> None:
    """A regex of a thousand characters in a row can be neither reviewed nor mended: its parts want names."""
    lines = (ROOT / rule).read_text(encoding="utf-8").splitlines()
    assert [number for number, line in enumerate(lines, 1) if len(line) > 170] == []


@pytest.mark.parametrize("rule", [*RULES, "parts.yml"])
def test_a_file_is_read_without_libyaml_too(rule: str) -> None:
    """PyYAML's own parser, used where libyaml is missing, is stricter: it wants `[tablets?]` in quotation marks."""
    assert yaml.load((ROOT / rule).read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
