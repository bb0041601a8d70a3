"""The whole tool's opinion of labelled posts, beside the judge's alone: rules, excuses, judge, and the table that combines them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from audit import pipeline
from audit.judge.judge import Judge
from audit.judge.training.evaluate_judge import Opinion
from audit.judge.training.split import Post as Labelled
from audit.rulebook import load
from importers import Import
from importers.posts import Coverage, Post, to_frame


def opinions(posts: Sequence[Labelled], judge: Judge) -> list[Opinion]:
    """Action and concerns of each post, as the posts of one history."""
    history = [
        Post(
            str(i),
            post.get("platform", "x"),
            post.get("kind", "post"),
            datetime.fromisoformat(post["created_at"]) if post.get("created_at") else None,
            post["text"],
        )
        for i, post in enumerate(posts)
    ]
    imported = Import(to_frame(history), Coverage(), ())
    result = pipeline.audit(
        imported, load(), judge, pipeline.Person(all_posts=True), version="", now=datetime.now(UTC), platforms={}
    )
    found = {int(post.post_id): post for post in result.posts}
    return [(found[i].action, [finding.concern for finding in found[i].findings]) for i in range(len(posts))]
