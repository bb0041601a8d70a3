"""The supervisor's copy: the posts that the person chooses to show, without anybody else in them, and the proof that they are gone.

Everything is prepared here, for the command and for the page alike: each post's article with people numbered, and the
strings that must not survive. Putting a copy together means choosing articles, giving letters, and searching the finished
page; `static/share.js` does these three in the browser. A copy says nothing of posts that are withheld: no counts, no gaps.
"""

from __future__ import annotations

import html
import re
import unicodedata
import urllib.parse
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from markupsafe import Markup

from audit.results import ACTIONS, AuditResult, PostResult
from reports import captions, marking, strings
from reports.decisions import decision_key
from reports.page import TEMPLATES, policy, static
from reports.veil import Secret, Veil, letters, season, without_private

SLOT = "<!--articles-->"  # where the articles go in the page
LINE = 12  # code points; shorter lines of a withheld post could stand in any page
MADE, EXPIRES = "\ue002", "\ue003"  # stand for the two dates until a copy is made
MONTHS = 3  # a copy is for one conversation, not for a file
PERSONAL = ("self-disclosure",)  # concerns that are the person's own affair
PERSONAL_NOTES = ("belief", "support")
TALK = ("delete", "review")
MOST = 400  # posts that the page offers; the file has to stay small enough to open
ROOM = 4_000_000  # characters of all these together
_COLOUR = re.compile(r'class="post \w+"')
_SUGGESTIONS = re.compile(r'<p class="(?:suggests|advice)">.*?</p>\n?', re.DOTALL)  # post text is escaped: no tag in it


class ShareError(Exception):
    """A copy cannot be made as it was asked for. The message is for the person and quotes nothing withheld."""


@dataclass(frozen=True, slots=True)
class Shareable:
    """One post, ready to be shown or withheld."""

    key: str  # decision key
    post_key: str  # platform and id, for `--only` and `--except`
    personal: bool  # own views, health, faith, politics, union: never shown unless ticked
    article: str  # HTML, people as numbers between private-use characters
    frame: str  # the same without the post's words: what a copy may hold anyway
    secrets: tuple[Secret, ...]  # must not be in a copy that shows the post
    lines: tuple[str, ...]  # must not be in a copy that withholds it


def prepare(result: AuditResult) -> list[Shareable]:
    """Every post with something to talk over, strongest first."""
    return list(_each(result, ACTIONS))


def _each(result: AuditResult, actions: Collection[str]) -> Iterator[Shareable]:
    """The same for posts with one of these actions, one after the other. Names are gathered from all the posts."""
    posts = [_cleaned(post) for post in result.posts if post.action in TALK or post.findings]
    veil = Veil(posts)
    t = strings.load()
    template = TEMPLATES.get_template("share_article.html")
    for post in posts:
        if post.action not in actions:
            continue
        shown = _shown(post)
        words = {
            "t": t,
            "post": shown,
            "season": season(post),
            "concerns": result.concerns,
            "platforms": result.platforms,
            "packs": {p.id: p for p in result.packs},
        }
        parts = {within: veil.parts(shown, within) for within in ("text", "context")}
        yield Shareable(
            key=decision_key(post),
            post_key=post.key,
            personal=_is_personal(post),
            article=template.render(**words, parts=parts, visible=marking.visible),
            frame=template.render(**words, parts={"text": [], "context": []}, visible=marking.visible),
            secrets=tuple(veil.secrets(post)),
            lines=tuple(_lines(post)),
        )


def choose(
    ready: Sequence[Shareable],
    result: AuditResult,
    only: Collection[str] = (),
    leave_out: Collection[str] = (),
    personal: bool = False,
) -> list[Shareable]:
    """Those named, else those that the person marked to ask about, else all to remove or talk over; never the personal ones unasked.

    Raises ShareError for a key that is in no post, and when nothing is left to show.
    """
    keys = {entry.post_key for entry in ready} | {entry.key for entry in ready}
    if unknown := [key for key in (*only, *leave_out) if key not in keys]:
        raise ShareError(
            f"There is no post {unknown[0]} in this report. Keys look like x:1234567890; they are in report.json."
        )
    actions = {post.key: post.action for post in result.posts}
    asked = {key for key, decision in result.decisions.items() if decision.get("decision") == "ask"}
    if only:
        chosen = [entry for entry in ready if entry.post_key in only or entry.key in only]
    else:
        talk = (
            [entry for entry in ready if entry.key in asked]
            if asked
            else [entry for entry in ready if actions[entry.post_key] in TALK]
        )
        chosen = [entry for entry in talk if personal or not entry.personal]
    chosen = [entry for entry in chosen if entry.post_key not in leave_out and entry.key not in leave_out]
    if not chosen:
        raise ShareError("There is no post to show. Mark posts with “ask” in the report, or name them with --only.")
    return chosen


def shell(result: AuditResult, made: datetime, summary: bool = False, hold: bool = False) -> str:
    """The page around the articles: the cover and its style, with SLOT where the articles go.

    `made` is when the copy is made; with `hold` the cover says that nothing may be changed yet.
    """
    months = strings.load()["pictures"]["months"]
    return _shell(result, strings.day(made, months), expiry(made), summary, hold)


def _shell(result: AuditResult, made: str, expires: str, summary: bool, hold: bool) -> str:
    t = strings.load()
    style = static("share.css")
    return TEMPLATES.get_template("share.html").render(
        t=t,
        policy=policy(style),
        made=made,
        expires=expires,
        packs=result.packs,
        summary=summary,
        hold=hold,
        style=Markup(style),
        slot=Markup(SLOT),
    )


def compose(page: str, chosen: Sequence[Shareable], ready: Iterable[Shareable], hold: bool = False) -> str:
    """The finished copy. Raises ShareError when anything that must be gone is still in it; then nothing may be written.

    With `hold` the copy does not say what to do about a post.
    """
    full = page.replace(SLOT, "".join(_written([entry.article for entry in chosen], hold)))
    bare = page.replace(SLOT, "".join(_written([entry.frame for entry in chosen], hold)))
    if found := survivors(full, bare, _forbidden(chosen, ready)):
        guilty = [entry.post_key for entry in chosen if survivors(entry.article, entry.frame, found)]
        raise ShareError(
            "The copy was not written: something that should be gone is still in it. "
            + (f"Leave out {guilty[0]} and try again: --except {guilty[0]}" if guilty else "Choose other posts.")
        )
    return full


def _written(articles: Sequence[str], hold: bool) -> list[str]:
    """The articles with letters; on hold without what the program suggests, be it in words or in colour."""
    milder = [_SUGGESTIONS.sub("", _COLOUR.sub('class="post"', article)) for article in articles]
    return letters(milder if hold else articles)


def _forbidden(chosen: Sequence[Shareable], ready: Iterable[Shareable]) -> list[Secret]:
    """What was replaced in the chosen posts, and the lines of all others, but for those that a chosen post has as well."""
    shown = {entry.key for entry in chosen}
    own = "\n".join(line for entry in chosen for line in entry.lines).casefold()
    found = [secret for entry in chosen for secret in entry.secrets]
    found += [
        Secret(line) for entry in ready if entry.key not in shown for line in entry.lines if line.casefold() not in own
    ]
    return list(dict.fromkeys(found))


def survivors(full: str, bare: str, forbidden: Iterable[Secret]) -> list[Secret]:
    """Strings that stand in the finished page more often than in the same page without any post's words.

    Searched as written, with entities and percent-signs decoded, and with tags taken out, in NFC and without regard to case.
    """
    views, bases = _views(full), _views(bare)
    folded, folded_bases = [view.casefold() for view in views], [view.casefold() for view in bases]
    found = []
    for secret in forbidden:
        wanted = unicodedata.normalize("NFC", secret.text)
        wanted = wanted if secret.exact else wanted.casefold()
        pattern = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")
        pages = zip(views, bases, strict=True) if secret.exact else zip(folded, folded_bases, strict=True)
        if any(wanted in page and len(pattern.findall(page)) > len(pattern.findall(base)) for page, base in pages):
            found.append(secret)
    return found


def expiry(made: datetime, months: int = MONTHS) -> str:
    """The day until which a copy is meant to be kept, written out."""
    month = made.month - 1 + months
    t = strings.load()
    day = min(made.day, 28)
    return strings.day(
        made.replace(year=made.year + month // 12, month=month % 12 + 1, day=day), t["pictures"]["months"]
    )


def embedded(result: AuditResult) -> dict[str, Any]:
    """What the page's script needs to put a copy together, and how many posts to talk over it has no room for.

    The shells have MADE and EXPIRES for the dates, since a copy can be made long after the report.

    Of the posts to remove or talk over the strongest; a post is a list as `static/share.js` takes it apart.
    """
    posts: list[list[Any]] = []
    room = ROOM
    for entry in _each(result, TALK):
        size = len(entry.article) + len(entry.frame) + sum(map(len, entry.lines))
        if size > room:
            continue
        room -= size
        secrets = [[secret.text, secret.exact] for secret in entry.secrets]
        posts.append([entry.key, entry.personal, entry.article, entry.frame, secrets, list(entry.lines)])
        if len(posts) == MOST:
            break
    return {
        "shells": {
            f"{'summary' if summary else 'full'}{'-hold' if hold else ''}": _shell(result, MADE, EXPIRES, summary, hold)
            for summary in (False, True)
            for hold in (False, True)
        },
        "slot": SLOT,
        "dates": [MADE, EXPIRES],
        "months": MONTHS,
        "posts": posts,
        "more": sum(post.action in TALK for post in result.posts) - len(posts),
    }


def _cleaned(post: PostResult) -> PostResult:
    return replace(post, text=without_private(post.text), context=without_private(post.context))


def _shown(post: PostResult) -> PostResult:
    """Without other people's words, unless they are what was judged; never with what a platform wrote beside the post.

    Beside words of the person's own nobody looked for names in them.
    """
    made = list(captions.captions(post.context, post.account))
    told = any(
        span.within == "context" and not any(start <= span.start and span.end <= end for start, end in made)
        for finding in post.findings
        for span in finding.evidence
    )
    return post if told and not post.text.strip() else replace(post, context="")


def _is_personal(post: PostResult) -> bool:
    concerns: Mapping[str, Any] = {finding.concern: finding for finding in post.findings}
    return any(concern in concerns for concern in PERSONAL) or any(note.kind in PERSONAL_NOTES for note in post.notes)


def _lines(post: PostResult) -> list[str]:
    """What would betray a withheld post: its lines, its links and its id."""
    lines = [line.strip() for words in (post.text, post.context) for line in words.splitlines()]
    found = [line for line in lines if len(line) >= LINE] + [
        post.url,
        post.post_id if len(post.post_id) >= LINE else "",
    ]
    return [line for line in dict.fromkeys(found) if line]


def _views(page: str) -> list[str]:
    decoded = unicodedata.normalize("NFC", html.unescape(page))
    bare = re.sub(r"<[^>]*>", "", page)
    return [
        unicodedata.normalize("NFC", page),
        decoded,
        unicodedata.normalize("NFC", html.unescape(bare)),
        urllib.parse.unquote(decoded),
    ]
