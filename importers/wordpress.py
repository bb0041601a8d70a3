"""Reads WordPress exports (WXR, an RSS 2.0 with additions): posts, pages, captions and the person's comments there.

Comments on a blog are mostly other people's: one is the person's own if it is signed with their user number, or with the
name or e-mail address of the author that they are. Addresses of commenters are compared and never kept. Times are UTC;
drafts without one have the site's time, whose zone the file does not say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from importers import articles
from importers.archive import Archive
from importers.articles import children, value
from importers.markup import plain
from importers.posts import Guide, Item, Owner, Post, Problem, ReadOptions, Unreadable

platform = "wordpress"
HEAD = 32_768  # bytes in which a file says what it is, and of which site

GUIDE = Guide(
    name="WordPress",
    address="https://wordpress.com/export",
    ask=(
        "Sign in to your site's dashboard. Its address is your site's with /wp-admin behind it.",
        "Choose Tools, Export, All content, then Download Export File.",
        "On WordPress.com a large site comes as a zip by e-mail.",
        "If the site has several authors, run with --account and the name under which you write there.",
    ),
    wait="At once; for large sites on WordPress.com up to a few hours.",
    contains="All posts, pages, drafts, captions and comments of one site, by all its authors.",
    lacks="Comments that you left on other people's sites, and spam.",
    find={
        "article": "Follow the link while you are signed in and choose Edit, then Move to bin (or Trash). Drafts open directly "
        "in the editor. Copies may stay in search engines and feed readers for a while.",
        "post": "Open Media in the dashboard, choose the file, and change its caption.",
        "comment": "Open Comments in the dashboard, look for the date, and choose Bin.",
        "": "Open the dashboard and look under Posts, Pages, Media or Comments.",
    },
)

# Kinds of item that hold no article. As of WordPress 6.8; the last line is what visitors send through the forms and shops
# of plugins (Jetpack, Flamingo, WooCommerce). It names no author, so that it would be taken for the person's own.
_NO_ARTICLE = frozenset(
    "revision nav_menu_item wp_block wp_template wp_template_part wp_global_styles wp_navigation custom_css "
    "customize_changeset oembed_cache user_request wp_font_family wp_font_face "
    "feedback flamingo_contact flamingo_inbound shop_order shop_order_refund".split()
)
_SHORTCODE = re.compile(
    r"\[/?(?:gallery|caption|embed|audio|video|playlist|sourcecode|code|wpvideo|youtube|googlemaps|more)(?:\s[^\]\[]*)?\]"
    r"|\[[a-z][\w-]*(?:\s+[\w-]+=(?:\"[^\"\]]*\"|'[^'\]]*'|[^\s\]\[\"']+))+\s*/?\]|\[/[a-z][\w-]*\]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Author:
    """A user of the site."""

    number: str
    login: str
    shown: str
    address: str = field(repr=False)


@dataclass(slots=True)
class _Site:
    """One file: the site, its users, and who of them the person is."""

    name: str  # member
    address: str
    authors: dict[str, _Author] = field(default_factory=dict)  # by login
    me: _Author | None = None


def identify(archive: Archive) -> bool:
    """An XML file at the root that says it is WordPress's."""
    return any(_is_ours(archive, name) for name in archive.find("*.xml"))


def owner(archive: Archive) -> str:
    """The address of the site."""
    return next((_address(archive, name) for name in archive.find("*.xml") if _is_ours(archive, name)), "")


def posts(archive: Archive, options: ReadOptions) -> Iterator[Item]:
    """What the person wrote in every file of the site; large ones come in several."""
    told = False
    for name in archive.find("*.xml"):
        if not _is_ours(archive, name):
            continue
        try:
            found = list(articles.records(name, text := articles.read_xml(archive, name), "item"))
        except Unreadable as error:
            yield Problem(name, f"{error.what} {error.hint}".strip(), 0)
            continue
        site = _Site(name, _address(archive, name), _authors(text))
        yield from (item for item in found if isinstance(item, Problem))
        items = [item for item in found if not isinstance(item, Problem)]
        writers = Counter(
            who for _, item in items if _type(item) not in _NO_ARTICLE and (who := value(item, "creator").strip())
        )
        login = _login(site, writers, options.accounts)
        if login is None:
            yield articles.who_are_you(name, Counter({_shown(site, who): count for who, count in writers.items()}))
            continue
        site.me = site.authors.get(login) or _Author("", login, login, "")
        if not told:
            yield Owner(platform, site.me.shown or login, tuple(dict.fromkeys((site.me.shown, login))))
            told = True
        for position, item in items:
            yield from _item(f"{name}#{position}", item, site, login)


def _is_ours(archive: Archive, name: str) -> bool:
    try:
        head = archive.read_text(name, HEAD) or ""
    except Unreadable:
        return False
    return "wordpress.org/export/" in head or "<wp:wxr_version>" in head


def _address(archive: Archive, name: str) -> str:
    head = archive.read_text(name, HEAD) or ""
    found = re.search(r"<wp:base_blog_url>\s*(?:<!\[CDATA\[)?([^<\]\s]+)", head) or re.search(r"<link>([^<\s]+)", head)
    return found[1].rstrip("/") if found else ""


def _authors(text: str) -> dict[str, _Author]:
    """The users that a file lists ahead of its items."""
    made: dict[str, _Author] = {}
    for piece in re.findall(r"<wp:author>(.*?)</wp:author>", text, re.DOTALL):
        cells = dict(
            re.findall(r"<wp:author_(\w+)>\s*(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?\s*</wp:author_\1>", piece, re.DOTALL)
        )
        login = cells.get("login", "")
        made[login] = _Author(
            cells.get("id", ""), login, plain(cells.get("display_name", "")) or login, cells.get("email", "")
        )
    return made


def _shown(site: _Site, login: str) -> str:
    return site.authors[login].shown if login in site.authors else login


def _login(site: _Site, writers: Counter[str], accounts: tuple[str, ...]) -> str | None:
    """The person's login: named by login, name or e-mail address; else the only one who wrote."""
    given = {account.strip().casefold() for account in accounts}
    for author in site.authors.values():
        if {author.login.casefold(), author.shown.casefold(), author.address.casefold()} & given - {""}:
            return author.login
    return articles.chosen(writers, accounts)


def _type(item: etree._Element) -> str:
    return value(item, "post_type").strip()


def _item(source: str, item: etree._Element, site: _Site, login: str) -> Iterator[Item]:
    kind, identity = _type(item), value(item, "post_id").strip()
    if not identity.isdecimal():
        yield Problem(source, "This item has no number, so it was not read.")
        return
    link = value(item, "link").strip()
    if kind not in _NO_ARTICLE and value(item, "creator").strip() in ("", login):
        yield from _article(source, item, site, kind, identity, link)
    for comment in children(item, "comment"):
        yield from _comment(source, comment, item, site, link)


def _article(source: str, item: etree._Element, site: _Site, kind: str, identity: str, link: str) -> Iterator[Post]:
    excerpt = plain(value(item, "encoded", "excerpt").strip())
    body = _body(value(item, "encoded", "content"))
    title = plain(value(item, "title"))
    if kind == "attachment":
        alternative = next(
            (
                value(meta, "meta_value")
                for meta in children(item, "postmeta")
                if value(meta, "meta_key") == "_wp_attachment_image_alt"
            ),
            "",
        )
        text = "\n".join(dict.fromkeys(piece for piece in (excerpt, plain(alternative), body) if piece))
        if not text:
            return  # a picture without words
    else:
        text = articles.article(title, body)
        text = f"{text}\n\n{excerpt}".strip() if excerpt and excerpt not in text else text
    status, locked = value(item, "status").strip(), value(item, "post_password").strip()
    public = status in ("publish", "inherit", "")
    edit = f"{site.address}/wp-admin/post.php?post={identity}&action=edit"
    yield Post(
        f"{_host(site)}:{identity}",
        platform,
        "post" if kind == "attachment" else "article",
        articles.moment(value(item, "post_date_gmt")) or articles.moment(value(item, "post_date")),
        text,
        account=site.me.shown if site.me else "",
        audience="friends" if public and locked else "public" if public else "private",
        url=link if public and link.startswith("http") else edit if site.address.startswith("http") else "",
        source=source,
    )


def _body(markup: str) -> str:
    """Plain text of a body. Classic content (before 2018, and still) has line breaks in place of paragraphs."""
    markup = _SHORTCODE.sub("", markup)
    if "<!-- wp:" not in markup and not re.search(r"<(?:p|pre)[\s>]", markup, re.IGNORECASE):
        markup = markup.replace("\r\n", "\n").replace("\n", "<br>")
    return plain(markup)


def _comment(source: str, comment: etree._Element, item: etree._Element, site: _Site, link: str) -> Iterator[Item]:
    number, kind = value(comment, "comment_id").strip(), value(comment, "comment_type").strip()
    if kind in ("pingback", "trackback") or not _is_mine(comment, site):
        return
    text = plain(value(comment, "comment_content").replace("\n", "<br>\n"))
    if not number:
        yield Problem(source, "A comment here has no number, so it was not read.")
        return
    approved = value(comment, "comment_approved").strip() == "1"
    edit = (
        f"{site.address}/wp-admin/comment.php?action=editcomment&c={number}" if site.address.startswith("http") else ""
    )
    parent = value(comment, "comment_parent").strip()
    answered = next(
        (other for other in children(item, "comment") if value(other, "comment_id").strip() == parent), None
    )
    yield Post(
        f"{_host(site)}:comment:{number}",
        platform,
        "comment",
        articles.moment(value(comment, "comment_date_gmt")) or articles.moment(value(comment, "comment_date")),
        text,
        plain(value(answered, "comment_content")) if answered is not None else "",
        site.me.shown if site.me else "",
        "public" if approved else "private",
        f"{link}#comment-{number}" if approved and link.startswith("http") else edit,
        source=source,
    )


def _is_mine(comment: etree._Element, site: _Site) -> bool:
    if site.me is None:
        return False
    user = value(comment, "comment_user_id").strip()
    if user not in ("", "0") and site.me.number:
        return user == site.me.number
    address = value(comment, "comment_author_email").strip().casefold()
    if address and site.me.address:
        return address == site.me.address.casefold()
    return value(comment, "comment_author").strip().casefold() in {
        site.me.shown.casefold(),
        site.me.login.casefold(),
    } - {""}


def _host(site: _Site) -> str:
    return re.sub(r"^https?://", "", site.address) or "site"


MEMBERS = {"*.xml": _item}
