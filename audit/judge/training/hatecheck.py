"""The whole tool on HateCheck (Röttger et al. 2021): functional tests for the finding of hate, CC BY 4.0, for checking only.

    python -m audit.judge.training.hatecheck test_suite_cases.csv

The file is in the repository paul-rottger/hatecheck-data and never enters this one; nothing is trained on it or tuned to it. HateCheck asks
whether a text is hateful, the tool what a reviewer would want to look at; so a case counts as found in two ways: as flagged (`review` or
`delete`), which is also right for some of its "non-hateful" abuse of persons, and as flagged with `discrimination`, which leaves out slurs
and threats that the tool names otherwise.
"""

from __future__ import annotations

import argparse
import csv
import pathlib
from collections import defaultdict

from audit.judge.judge import Judge
from audit.judge.training.whole import opinions


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cases", type=pathlib.Path)
    with parser.parse_args().cases.open(encoding="utf-8", newline="") as lines:
        cases = list(csv.DictReader(lines))
    found = opinions([{"text": case["test_case"]} for case in cases], Judge.load())
    right: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for case, (action, named) in zip(cases, found, strict=True):
        hateful, flagged = case["label_gold"] == "hateful", action in ("review", "delete")
        right[case["functionality"]].append((flagged == hateful, (flagged and "discrimination" in named) == hateful))
    everything = [one for rows in right.values() for one in rows]
    for name, rows in [*right.items(), ("all", everything)]:
        by_flag, by_concern = (sum(column) / len(rows) for column in zip(*rows, strict=True))
        print(f"{name:22} {len(rows):5}  right by flag {by_flag:.3f}  by discrimination {by_concern:.3f}")


if __name__ == "__main__":
    main()
