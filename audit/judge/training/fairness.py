"""False alarms on dialect, identity statements, faith, and politics from mirror-image sides: group against mirror.

    python -m audit.judge.training.fairness [--whole]

By the judge alone, or `--whole` with the rules. `fairness.jsonl` holds three hundred mirrored pairs, all of them posts to be left alone.
Printed for each group: the share given `review` or `delete`, the share given anything but `keep`, and the mean probability of an alarm; and
the pairs that are judged differently.
"""

from __future__ import annotations

import argparse
import pathlib
from collections import defaultdict

from audit.judge.judge import Judge
from audit.judge.training.evaluate_judge import read, seen, verdicts

POSTS = pathlib.Path(__file__).parent / "fairness.jsonl"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--whole", action="store_true", help="the whole tool: rules, excuses and judge")
    posts, judge = read(POSTS), Judge.load()
    found = verdicts(judge, posts)
    actions = [action for action, _ in seen(judge, posts, parser.parse_args().whole)]
    groups: dict[str, list[int]] = defaultdict(list)
    for i, post in enumerate(posts):
        groups[post["group"]].append(i)
    for group, members in groups.items():
        rest = [i for i in range(len(posts)) if i not in set(members)]
        share = lambda rows: sum(actions[i] in ("review", "delete") for i in rows) / len(rows)  # noqa: E731
        named = sum(actions[i] != "keep" for i in members) / len(members)
        mean = sum(found[i].alarm for i in members) / len(members)
        print(
            f"{group:10} {len(members):3} posts  review or delete {share(members):.1%} (rest {share(rest):.1%})  not keep {named:.1%}  mean alarm {mean:.3f}"
        )
    for a, b in zip(range(0, len(posts), 2), range(1, len(posts), 2), strict=True):
        if ("review" in actions[a] or "delete" in actions[a]) != ("review" in actions[b] or "delete" in actions[b]):
            print(
                f"  differs: {posts[a]['subgroup']} {actions[a]} {found[a].alarm:.2f} | {posts[b]['subgroup']} {actions[b]} {found[b].alarm:.2f}  {posts[a]['text']}"
            )


if __name__ == "__main__":
    main()
