"""What the page's templates ask for while they draw: names, dates, labels, rows of tables, marked text.

No HTML is made here. Everything comes from the result and from the language's strings.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from audit.results import AuditResult, Clause, Finding, PostResult, Span
from reports import captions, marking, pictures, strings
from reports.decisions import decision_key

OWN = ("post", "story", "article", "bio")  # what stands by itself, and answers or takes up nothing
SHORT = 400  # characters of a good post shown on the first screen


def safe_url(url: str) -> str:
    """The address if a link may lead there (http or https, a host, nothing hidden in it), else ""."""
    if len(url) > 2_000 or not url.isascii() or any(not c.isprintable() or c in " \"'<>\\^`{|}" for c in url):
        return ""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:  # a bracket that is no IPv6 address
        return ""
    good = parts.scheme in ("http", "https") and host and not parts.username and not parts.password
    return url if good else ""


class View:
    """One result, in the words of one language."""

    def __init__(self, result: AuditResult, t: dict[str, Any]) -> None:
        self.result = result
        self.t = t
        self.numbers = {post.key: index for index, post in enumerate(result.posts)}
        self.by_id: dict[str, list[str]] = {}
        self.group_sizes: dict[str, int] = {}
        for post in result.posts:
            self.by_id.setdefault(post.post_id, []).append(post.key)
            if post.group:
                self.group_sizes[post.group] = self.group_sizes.get(post.group, 0) + 1
        self.decided_posts = {key.rpartition("#")[0] for key in result.decisions}
        self.packs = {pack.id: pack for pack in result.packs}
        self.consider = result.summary.actions.get("consider", 0)
        self.telling = sum(1 for post in result.posts if tells(post))
        self.supporting = any(note.kind == "support" for post in result.posts for note in post.notes)

    # What the first screen says

    def headline(self, form: str) -> str:
        """The result in one sentence: "neutral" before the four questions are answered, "hold" when nothing may be changed
        (it names no removal), "clear" otherwise."""
        r, n, t = self.result, self.result.summary, self.t["headline"]
        if not n.posts:
            return str(t["nothing"])
        judged = n.posts - r.unjudged
        removals = n.actions.get("delete", 0)
        if not judged:
            parts = [strings.plural(t["all_unjudged"], n.posts)]
        elif not r.look:
            parts = [strings.plural(t["quiet" if form == "clear" else "none"], judged)]
        elif form == "clear":
            # "None of …" speaks of those that were judged, "5 of …" of all
            posts = strings.number(n.posts if removals else judged)
            review = n.actions.get("review", 0)
            parts = [strings.plural(t["delete"], removals, posts=posts), strings.plural(t["review"], review)]
        else:
            parts = [strings.plural(t[form], r.look, posts=strings.number(n.posts))]
        if judged and r.unjudged:
            parts.append(strings.plural(t["unjudged"], r.unjudged))
        if r.look and r.rest:
            parts.append(strings.plural(t["rest"], r.rest))
        return (f"{t['wait']} " if form == "hold" else "") + "; ".join(parts) + "."

    def span(self) -> tuple[str, str] | None:
        """The first and the last month of what was looked at, in words; an export may hold more than the person asked for."""
        months = [month for month in self.result.summary.by_month if month]
        return (self.month(min(months)), self.month(max(months))) if months else None

    # Names and dates

    def day(self, when: datetime | None) -> str:
        return strings.day(when, self.t["pictures"]["months"]) if when else str(self.t["read"]["no_date"])

    def month(self, key: str) -> str:
        return f"{self.t['pictures']['months'][int(key[5:]) - 1]} {key[:4]}"

    def age(self, when: datetime) -> str:
        return strings.age(when, self.result.created_at)

    def platform(self, key: str) -> str:
        info = self.result.platforms.get(key)
        return info.name if info else key

    def concern(self, key: str) -> str:
        info = self.result.concerns.get(key)
        return info.title if info else key

    def platform_names(self) -> dict[str, str]:
        return {key: info.name for key, info in self.result.platforms.items()}

    def concern_names(self) -> dict[str, str]:
        return {key: info.title for key, info in self.result.concerns.items()}

    def action(self, action: str) -> str:
        """The key of an action's label: in hold mode nothing is called worth removing."""
        return "held" if self.result.hold and action == "delete" else action

    def standing(self, post: PostResult) -> str:
        """The key of a post's label: what we cannot judge is not said to be fine."""
        return "unjudged" if post.unjudged else self.action(post.action)

    def title(self, post: PostResult) -> str:
        t = self.t["post"]
        date = self.day(post.created_at) if post.created_at else t["no_date"]
        return str(t["heading"]).format(
            kind=t["kind"].get(post.kind, t["kind"]["post"]), platform=self.platform(post.platform), date=date
        )

    def standard(self, clause: Clause) -> tuple[str, str]:
        """Who issued the standard, and its title, which the list of standards at a printed report's end has too."""
        pack = self.packs.get(clause.standard)
        return (pack.issuer, pack.title) if pack else (clause.standard, "")

    # A post's words

    def marked(self, post: PostResult, within: str) -> list[marking.Piece]:
        """The post's text (or context) in pieces, with all its findings' evidence."""
        spans: list[Span] = [s for f in post.findings for s in f.evidence if s.within == within]
        return marking.pieces(post.context if within == "context" else post.text, spans)

    def long(self, pieces: list[marking.Piece]) -> bool:
        """Whether a text needs a box to scroll in."""
        return sum(len(piece.text) for piece in pieces) > 1_500

    def short(self, post: PostResult) -> str:
        return marking.excerpt(post.text, SHORT)

    def theirs(self, post: PostResult) -> str:
        """What to call the text when it is not the person's own words, else ""."""
        t = self.t["post"]["theirs"]
        return str(t[post.kind]) if post.kind in t and not (post.kind == "share" and post.context) else ""

    def context_label(self, post: PostResult) -> str:
        """What to call other people's words beside a post; those that were judged are not called unjudged."""
        t, theirs = self.t["post"]["context"], self.t["post"]["theirs"]
        if is_caption(post):
            return str(t["caption"])
        judged = not post.text or points_beside(post)
        return str(t.get(post.kind) or theirs.get(post.kind) or t["judged" if judged else "other"])

    def has_context(self, post: PostResult) -> bool:
        """Whether there is something to show beside a post: that one wrote it oneself need not be said."""
        return bool(post.context) and (points_beside(post) or not (post.kind in OWN and is_caption(post)))

    # Where it is

    def link(self, post: PostResult) -> tuple[str, str] | None:
        """The address of the live post, and its host to show; None if there is none to trust."""
        url = safe_url(post.url)
        return (url, urlsplit(url).hostname or "") if url else None

    def way(self, platform: str, kind: str) -> str:
        """The steps to the live item on its platform."""
        info = self.result.platforms.get(platform)
        return (info.find.get(kind) or info.find.get("", "")) if info else ""

    def linked(self, post: PostResult, finding: Finding) -> list[tuple[str, int | None]]:
        """The posts that a finding links: id, and number in the list if it is there. Same platform first."""
        found: list[tuple[str, int | None]] = []
        for post_id in finding.linked_posts:
            keys = sorted(self.by_id.get(post_id, []), key=lambda k: not k.startswith(f"{post.platform}:"))
            found.append((post_id, self.numbers[keys[0]] if keys else None))
        return found

    def is_about_oneself(self, post: PostResult) -> bool:
        """Whether the page's own words on Article 10 stand beside this post already."""
        return any(finding.concern == "self-disclosure" for finding in post.findings)

    def changed(self, post: PostResult) -> bool:
        """Whether an earlier decision was about other words than these."""
        return post.key in self.decided_posts and decision_key(post) not in self.result.decisions

    def standards(self) -> str:
        return "; ".join(f"{pack.issuer}, {pack.title}" for pack in self.result.packs)

    # Tables

    def not_judged(self) -> int:
        return sum(n.count for n in self.result.coverage.not_assessed)

    def lost(self) -> int:
        return sum(p.lost for p in self.result.coverage.problems)

    def gaps(self) -> bool:
        """Whether something could not be read or judged."""
        c = self.result.coverage
        return bool(c.not_assessed or c.problems or self.unknown_files())

    def not_assessed(self) -> list[list[str]]:
        return [[n.what, strings.number(n.count), n.reason] for n in self.result.coverage.not_assessed]

    def unknown_files(self) -> list[list[str]]:
        return [[s.path, s.reason] for s in self.result.coverage.skipped if not s.known]

    def known_files(self) -> list[list[str]]:
        return [[s.path, s.reason] for s in self.result.coverage.skipped if s.known]

    def problems(self) -> list[list[str]]:
        unknown = self.t["read"]["lost_unknown"]
        return [
            [p.path, self.result.called(p.reason), strings.number(p.lost) if p.lost else unknown]
            for p in self.result.coverage.problems
        ]

    def remarks(self) -> list[list[str]]:
        return [[r.path, r.says] for r in self.result.coverage.remarks]

    def inputs(self) -> list[list[str]]:
        return [
            [
                i.path,
                self.platform(i.platform),
                i.account,
                strings.number(i.posts),
                self.day(i.first),
                self.day(i.last),
            ]
            for i in self.result.coverage.inputs
        ]

    def pack_rows(self) -> list[list[str]]:
        return [[pack.title, pack.issuer, pack.in_force, pack.url] for pack in self.result.packs]

    # Pictures and the tables behind them

    def year_bars(self) -> list[pictures.Bar]:
        return pictures.stacked(pictures.years(self.result.summary), {"": self.t["pictures"]["unknown_year"]})

    def platform_bars(self) -> list[pictures.Bar]:
        return pictures.stacked(self.result.summary.by_platform, self.platform_names())

    def concern_bars(self) -> list[pictures.Bar]:
        return pictures.plain(self.result.summary.by_concern, self.concern_names())

    def busiest(self) -> tuple[str, int] | None:
        return pictures.busiest(self.result)

    def picture_columns(self, first: list[str]) -> list[str]:
        return first + [self.t["action"][self.action(action)] for action in pictures.SHOWN]

    def cross_rows(self) -> list[list[str]]:
        unknown = self.t["pictures"]["unknown_year"]
        return [
            [row.year or unknown, self.platform(row.platform), *map(strings.number, row.counts)]
            for row in pictures.crossed(self.result.posts)
        ]

    def concern_rows(self) -> list[list[str]]:
        return [[bar.name, strings.number(bar.total)] for bar in self.concern_bars()]

    def platform_rows(self) -> list[list[str]]:
        return [
            [self.platform(key), *(strings.number(counts.get(a, 0)) for a in (*pictures.SHOWN, "keep"))]
            for key, counts in self.result.summary.by_platform.items()
        ]

    def month_rows(self) -> list[list[str]]:
        months = self.result.summary.by_month
        return [
            [self.month(key), *(strings.number(months[key].get(a, 0)) for a in pictures.SHOWN)]
            for key, n in pictures.months(self.result.summary).items()
            if n
        ]

    # The plan

    def ways(self) -> list[tuple[str, list[list[str]]]]:
        """For each platform with a post in the list: its name, and the way to the live item by kind of post."""
        seen = dict.fromkeys(post.platform for post in self.result.posts if post.action != "keep")
        kinds, other = self.t["post"]["kind"], self.t["plan"]["any_kind"]
        return [
            (
                self.platform(key),
                [
                    [kinds.get(kind, other if len(info.find) > 1 else ""), way]
                    for kind, way in sorted(info.find.items(), key=lambda item: item[0] == "")
                ],
            )
            for key in seen
            if (info := self.result.platforms.get(key)) and info.find
        ]


def is_caption(post: PostResult) -> bool:
    """Whether the words beside a post are one line of the platform's, on what one did."""
    words = post.context.strip()
    return "\n" not in words and captions.tells_of(post.account, words)


def points_beside(post: PostResult) -> bool:
    """Whether a finding marks words beside the post."""
    return any(span.within == "context" for finding in post.findings for span in finding.evidence)


def tells(post: PostResult) -> bool:
    """Whether somebody should be told: strong findings that a service user can be identified."""
    return any(note.kind == "tell-someone" for note in post.notes) or any(
        f.concern in ("confidentiality", "combination") and f.action == "delete" for f in post.findings
    )
