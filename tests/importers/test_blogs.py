"""Blogs: WordPress, Blogger, Medium, Tumblr, and feeds of any other."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importers import Import, articles, read_exports
from tests.importers.conftest import Maker


def texts(result: Import) -> list[str]:
    return list(result.posts["text"])


# WordPress


def item(number: int, body: str = "<p>x</p>", **cells: str) -> str:
    cell = {
        "title": "",
        "creator": "ida",
        "gmt": "2024-02-05 09:00:00",
        "local": "2024-02-05 10:00:00",
        "status": "publish",
        "type": "post",
        "password": "",
        "excerpt": "",
        "more": "",
        "pubDate": "Mon, 05 Feb 2024 09:00:00 +0000",
    } | cells
    return (
        f"<item><title>{cell['title']}</title><link>https://b.example.org/{number}</link><pubDate>{cell['pubDate']}</pubDate>"
        f"<dc:creator><![CDATA[{cell['creator']}]]></dc:creator><content:encoded><![CDATA[{body}]]></content:encoded>"
        f"<excerpt:encoded><![CDATA[{cell['excerpt']}]]></excerpt:encoded><wp:post_id>{number}</wp:post_id>"
        f"<wp:post_date>{cell['local']}</wp:post_date><wp:post_date_gmt>{cell['gmt']}</wp:post_date_gmt>"
        f"<wp:status>{cell['status']}</wp:status><wp:post_type>{cell['type']}</wp:post_type>"
        f"<wp:post_password>{cell['password']}</wp:post_password>{cell['more']}</item>"
    )


def author(number: int, login: str, name: str) -> str:
    return (
        f"<wp:author><wp:author_id>{number}</wp:author_id><wp:author_login>{login}</wp:author_login>"
        f"<wp:author_email>{login}@example.com</wp:author_email><wp:author_display_name><![CDATA[{name}]]>"
        "</wp:author_display_name></wp:author>"
    )


def wxr(*items: str, version: str = "1.2", authors: str = "") -> str:
    spaces = (
        f'xmlns:excerpt="http://wordpress.org/export/{version}/excerpt/" xmlns:wp="http://wordpress.org/export/{version}/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" ?><rss version="2.0" {spaces}><channel><wp:wxr_version>{version}</wp:wxr_version>'
        f"<wp:base_blog_url>https://b.example.org</wp:base_blog_url>{authors or author(2, 'ida', 'Ida Fern')}"
        f"{''.join(items)}</channel></rss>"
    )


def comment(number: int, name: str, **cells: str) -> str:
    cell = {"email": "", "user": "0", "parent": "0", "approved": "1", "type": "comment", "text": f"by {name}"} | cells
    return (
        f"<wp:comment><wp:comment_id>{number}</wp:comment_id><wp:comment_author>{name}</wp:comment_author>"
        f"<wp:comment_author_email>{cell['email']}</wp:comment_author_email><wp:comment_author_IP>192.0.2.7</wp:comment_author_IP>"
        f"<wp:comment_date_gmt>2024-02-06 08:00:00</wp:comment_date_gmt><wp:comment_content>{cell['text']}</wp:comment_content>"
        f"<wp:comment_approved>{cell['approved']}</wp:comment_approved><wp:comment_type>{cell['type']}</wp:comment_type>"
        f"<wp:comment_parent>{cell['parent']}</wp:comment_parent><wp:comment_user_id>{cell['user']}</wp:comment_user_id></wp:comment>"
    )


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2", "1.9"])
def test_wordpress_of_every_version(export: Maker, version: str) -> None:
    row = export({"b.xml": wxr(item(1, title="T"), version=version)}).posts.iloc[0]
    assert (row["text"], row["account"], row["url"]) == ("T\n\nx", "Ida Fern", "https://b.example.org/1")


def test_wordpress_times_of_drafts(export: Maker) -> None:
    draft = item(
        1,
        gmt="0000-00-00 00:00:00",
        local="2024-03-05 10:00:00",
        status="draft",
        pubDate="Mon, 30 Nov -0001 00:00:00 +0000",
    )
    nothing = item(2, gmt="0000-00-00 00:00:00", local="0000-00-00 00:00:00", status="draft")
    result = export({"b.xml": wxr(draft, nothing)})
    assert result.posts["created_at"][0].isoformat() == "2024-03-05T10:00:00+00:00"
    assert result.posts["created_at"].isna().sum() == 1
    assert result.posts["url"][0] == "https://b.example.org/wp-admin/post.php?post=1&action=edit"


@pytest.mark.parametrize(
    ("status", "password", "audience"),
    [("publish", "", "public"), ("publish", "x", "friends")]
    + [(status, "", "private") for status in ("private", "draft", "pending", "future", "trash")],
)
def test_wordpress_audience(export: Maker, status: str, password: str, audience: str) -> None:
    assert list(export({"b.xml": wxr(item(1, status=status, password=password))}).posts["audience"]) == [audience]


def test_wordpress_kinds_of_item(export: Maker) -> None:
    skipped = [
        item(number, type=kind)
        for number, kind in enumerate(("revision", "nav_menu_item", "wp_block", "wp_template", "custom_css"), 10)
    ]
    alternative = "<wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>alt</wp:meta_value></wp:postmeta>"
    picture = item(3, "", type="attachment", status="inherit", title="IMG_1", excerpt="caption", more=alternative)
    result = export(
        {"b.xml": wxr(item(1, type="page"), item(2, type="recipe"), picture, item(4, "", type="attachment"), *skipped)}
    )
    assert texts(result) == ["x", "x", "caption\nalt"]


@pytest.mark.parametrize(
    "kind", ["feedback", "flamingo_contact", "flamingo_inbound", "shop_order", "shop_order_refund"]
)
def test_wordpress_forms_and_orders_are_of_visitors(export: Maker, kind: str) -> None:
    sent = item(2, "My mother is your patient", type=kind, creator="")
    assert texts(export({"b.xml": wxr(item(1), sent)})) == ["x"]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph -->", "a"),
        ('a [gallery ids="1,2"] b [sic] [caption id="x" width="3"]c[/caption]', "a  b [sic] c"),
        ("one\ntwo\n\nthree &amp; four", "one\ntwo\n\nthree & four"),
        ("<p>a ]]]]><![CDATA[> b</p>", "a ]]> b"),
        ("<p>bell\x07 and \x00 more</p>", "bell and more"),
    ],
)
def test_wordpress_bodies(export: Maker, body: str, text: str) -> None:
    made = texts(export({"b.xml": wxr(item(1, body))}))
    assert [" ".join(one.split(" ")).replace("  ", " ") for one in made] == [text.replace("  ", " ")]


def test_wordpress_comments_are_mostly_others(export: Maker) -> None:
    comments = "".join(
        (
            comment(1, "Bo", text="why?", email="bo@example.org"),
            comment(2, "whatever", user="2", parent="1"),
            comment(3, "Ida Fern", user="5"),
            comment(4, "Ida Fern", email="other@example.org"),
            comment(5, "x", email="IDA@example.com"),
            comment(6, "ida fern", approved="0"),
            comment(7, "Ida Fern", type="pingback"),
        )
    )
    rows = export({"b.xml": wxr(item(1, more=comments))}).posts.set_index("text")
    assert set(rows.index) == {"x", "by whatever", "by x", "by ida fern"}
    assert rows.loc["by whatever", "context"] == "why?"
    assert rows.loc["by ida fern", "audience"] == "private"


def test_wordpress_addresses_of_commenters_are_not_kept(export: Maker) -> None:
    result = export({"b.xml": wxr(item(1, more=comment(1, "Bo", email="bo@example.org", user="2")))})
    whole = result.posts.to_csv() + repr(result.coverage) + repr(result.owners)
    assert "bo@example.org" not in whole
    assert "192.0.2.7" not in whole


@pytest.mark.parametrize("account", ["", "ida", "Ida Fern", "ida@example.com", "BO"])
def test_wordpress_with_several_authors_asks(export: Maker, account: str) -> None:
    both = author(2, "ida", "Ida Fern") + author(3, "bo", "Bo Marsh")
    result = export({"b.xml": wxr(item(1, "hers"), item(2, "his", creator="bo"), authors=both)}, account=account)
    assert texts(result) == ({"": [], "BO": ["his"]}.get(account, ["hers"]))
    if not account:
        assert "2 authors" in result.coverage.problems[0].reason
        assert "Ida Fern" in result.coverage.problems[0].reason


def test_wordpress_in_several_files(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "site.zip", "w") as bundle:
        bundle.writestr("site.001.xml", wxr(item(1)))
        bundle.writestr("site.002.xml", wxr(item(2)))
    result = read_exports([tmp_path / "site.zip"])
    assert len(result.posts) == 2
    assert len(result.owners) == 1


def test_a_broken_item_loses_only_itself(export: Maker) -> None:
    items = [item(number, f"<p>{number}</p>") for number in range(1, 101)]
    items[10] = items[10].replace("</title>", "")
    items[20] = items[20].replace("<wp:post_id>21</wp:post_id>", "")
    whole = wxr(*items)
    result = export({"b.xml": whole[: whole.rindex("<wp:post_type>")]})
    assert len(result.posts) == 97
    assert sum(problem.lost for problem in result.coverage.problems) == 3


@pytest.mark.parametrize(
    "attack",
    [
        '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    ],
)
@pytest.mark.parametrize("broken", ["", "<oops>"])
def test_a_document_type_is_refused(export: Maker, attack: str, broken: str) -> None:
    text = (
        wxr(item(1, title="T &x; &b;")).replace("<rss", f"{attack}<rss", 1).replace("</channel>", f"{broken}</channel>")
    )
    result = export({"b.xml": text})
    assert len(result.posts) == 0
    assert "document type" in result.coverage.problems[0].reason


# Blogger

KIND = "http://schemas.google.com/g/2005#kind"
ATOM = "xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0' xmlns:app='http://www.w3.org/2007/app'"


def old(number: int, kind: str, body: str = "b", title: str = "", by: str = "Ida", more: str = "") -> str:
    return (
        f"<entry><id>tag:blogger.com,1999:blog-111.post-{number}</id><published>2012-02-05T10:00:00.001+01:00</published>"
        f"<category scheme='{KIND}' term='http://schemas.google.com/blogger/2008/kind#{kind}'/><title>{title}</title>"
        f"<content type='html'>{body}</content><author><name>{by}</name></author>{more}</entry>"
    )


def new(
    number: int, kind: str, body: str = "b", status: str = "LIVE", by: str = "Ida", more: str = "", trashed: str = ""
) -> str:
    return (
        f"<entry><id>tag:blogger.com,1999:blog-111.post-{number}</id><blogger:type>{kind}</blogger:type>"
        f"<blogger:status>{status}</blogger:status><author><name>{by}</name><blogger:type>BLOGGER</blogger:type></author><title/>"
        f"<content type='html'>{body}</content><published>2024-02-05T09:00:00Z</published>"
        f"<category scheme='x' term='bread\nrye'/><link/><blogger:trashed>{trashed}</blogger:trashed>{more}</entry>"
    )


def feed(*entries: str) -> str:
    return f"<?xml version='1.0'?><feed {ATOM} xmlns:blogger='http://schemas.google.com/blogger/2018'>{''.join(entries)}</feed>"


def test_blogger_old_feed_by_kinds(export: Maker) -> None:
    result = export(
        {
            "blog-01.xml": feed(
                old(1, "settings"),
                old(2, "template"),
                old(
                    3,
                    "post",
                    "&lt;p&gt;a&lt;/p&gt;",
                    "T",
                    more="<link rel='alternate' href='https://b.example.org/a'/>",
                ),
                old(4, "post", "draft", more="<app:control><app:draft>yes</app:draft></app:control>"),
                old(5, "page", "page"),
                old(6, "comment", "theirs", by="Bo"),
                old(7, "comment", "mine", "mine", more="<thr:in-reply-to ref='tag:blogger.com,1999:blog-111.post-6'/>"),
            )
        }
    )
    rows = result.posts.set_index("text")
    assert set(rows.index) == {"T\n\na", "draft", "page", "mine"}
    assert rows.loc["T\n\na", "url"] == "https://b.example.org/a"
    assert rows.loc["draft", "audience"] == "private"
    assert rows.loc["mine", "context"] == "theirs"
    assert str(rows.loc["draft", "created_at"]) == "2012-02-05 09:00:00.001000+00:00"


def test_blogger_content_that_was_escaped_twice(export: Maker) -> None:
    result = export(
        {
            "blog-01.xml": feed(
                old(1, "post", "&amp;lt;p&amp;gt;a&amp;lt;br/&amp;gt;b&amp;lt;/p&amp;gt;"),
                old(2, "post", "1 &amp;lt; 2"),
            )
        }
    )
    assert texts(result) == ["a\nb", "1 < 2"]


def test_blogger_new_feed_by_direct_children(export: Maker) -> None:
    result = export(
        {
            "Takeout/Blogger/Blogs/Bread/feed.atom": feed(
                new(1, "POST", "live"),
                new(2, "POST", "draft", "DRAFT"),
                new(3, "POST", "gone", trashed="2024-03-01T00:00:00Z"),
                new(4, "PAGE", "page"),
                new(5, "COMMENT", "theirs", by="Bo"),
                new(
                    6,
                    "COMMENT",
                    "mine",
                    "PENDING",
                    more="<blogger:inReplyTo>tag:blogger.com,1999:blog-111.post-5</blogger:inReplyTo>",
                ),
                new(7, "COMMENT", "anonymous", by=""),
            ),
            "Takeout/Blogger/Kommentare/Elsewhere/feed.atom": feed(new(8, "COMMENT", "left elsewhere")),
            "Takeout/Blogger/Blogs/Bread/settings.csv": "x\n",
            "Takeout/Blogger/Albums/a/metadata.json": "{}",
        }
    )
    rows = result.posts.set_index("text")
    assert set(rows.index) == {"live", "draft", "gone", "page", "mine", "left elsewhere"}
    assert [rows.loc[text, "audience"] for text in ("live", "draft", "gone", "mine")] == [
        "public",
        "private",
        "private",
        "private",
    ]
    assert rows.loc["live", "url"] == "https://www.blogger.com/blog/post/edit/111/1"
    assert rows.loc["mine", "context"] == "theirs"
    assert [skipped for skipped in result.coverage.skipped if not skipped.known] == []


def test_blogger_comments_alone_are_the_persons(export: Maker) -> None:
    result = export({"Elsewhere/feed.atom": feed(new(8, "COMMENT", "left elsewhere"))})
    assert texts(result) == ["left elsewhere"]


def test_blogger_with_several_authors_asks(export: Maker) -> None:
    members = {"blog-01.xml": feed(old(1, "post", "hers"), old(2, "post", "his", by="Bo"))}
    asked = export(members)
    assert texts(asked) == []
    assert "--account" in asked.coverage.problems[0].reason
    assert texts(export(members, account="bo")) == ["his"]


def test_a_takeout_with_youtube_and_blogger_yields_both(export: Maker) -> None:
    me = "UC" + "inventedinventedinven1"
    csv = f"Channel Id,Channel Url,Channel Title\n{me},http://www.youtube.com/channel/{me},Bread\n"
    members = {
        "Takeout/YouTube and YouTube Music/subscriptions/subscriptions.csv": csv,
        "Takeout/Blogger/Blogs/Bread/feed.atom": feed(new(1, "POST")),
        "Takeout/archive_browser.html": "<html>",
    }
    assert set(export(members).posts["platform"]) == {"youtube", "blogger"}


# Medium


def story(
    body: str,
    title: str = "Bread notes",
    subtitle: str = "",
    foot: bool = True,
    address: str = "https://own.example.org/bread-0a1b2c3d4e5f",
) -> str:
    footer = (
        "<a href='https://medium.com/@ida' class='p-author h-card'>Ida</a><time class='dt-published' datetime='2023-02-05T09:00:00.123Z'>x"
        f"</time><a class='p-canonical' href='{address}'>Canonical link</a>"
    )
    return (
        f"<html><body><article class='h-entry'><h1 class='p-name'>{title}</h1><section data-field='subtitle' class='p-summary'>"
        f"{subtitle}</section><section data-field='body' class='e-content'>{body}</section>"
        f"<footer>{footer if foot else ''}</footer></article></body></html>"
    )


def test_medium_story_with_repeated_title_quotation_and_own_domain(export: Maker) -> None:
    body = (
        "<h3 class='graf graf--h3'>Bread notes</h3><h4 class='graf'>It rises</h4><p class='graf graf--p'>Mine &amp; so.</p>"
        "<blockquote class='graf graf--blockquote'>Theirs</blockquote><figure><img src='https://cdn.example.org/x.jpg'>"
        "<figcaption>A loaf</figcaption></figure>"
    )
    row = export({"posts/2023-02-05_Bread-notes-0a1b2c3d4e5f.html": story(body, subtitle="It rises")}).posts.iloc[0]
    assert row["text"] == "Bread notes\n\nIt rises\n\nMine & so.\n\nA loaf"
    assert row["context"] == "Theirs"
    assert (row["post_id"], row["url"]) == ("0a1b2c3d4e5f", "https://own.example.org/bread-0a1b2c3d4e5f")
    assert row["created_at"].isoformat() == "2023-02-05T09:00:00.123000+00:00"


def test_medium_drafts_have_neither_date_nor_address(export: Maker) -> None:
    row = export({"posts/draft_Not-yet-0a1b2c3d4e61.html": story("<p>half</p>", "Not yet", foot=False)}).posts.iloc[0]
    assert (row["audience"], row["url"], row["kind"]) == (
        "private",
        "https://medium.com/p/0a1b2c3d4e61/edit",
        "article",
    )


@pytest.mark.parametrize("title", ["", "I agree with all"])
def test_medium_responses_are_among_the_stories(export: Maker, title: str) -> None:
    page = story("<p class='graf'>I agree with all of it.</p>", title)
    row = export({"posts/2023-02-05_x-0a1b2c3d4e62.html": page}).posts.iloc[0]
    assert (row["kind"], row["text"]) == ("comment", "I agree with all of it.")


def test_medium_lists(export: Maker) -> None:
    def page(entry: str) -> str:
        return f"<html><body><ul><li class='h-entry'>{entry}</li><li></li></ul></body></html>"

    link = "<a class='h-cite u-like-of' href='https://medium.com/p/0f0f0f0f0f0f'>Their title</a>"
    result = export(
        {
            "claps/claps-0001.html": page(f"+5 — {link} — <time class='dt-published'>2021-03-4 5:06 pm</time>"),
            "claps/claps-0002.html": page(
                f"+1 — {link.replace('0f0f', '0a0a')} — <time class='dt-published'>2021-03-14 12:06 am</time>"
            ),
            "highlights/highlights-0001.html": page("Their sentence"),
            "users-following/users-following-0001.html": page(
                "<a class='u-url' href='https://medium.com/@oven'>oven</a>"
            ),
            "sessions/sessions-0001.html": page("x"),
        }
    )
    assert list(result.posts["text"]) == [""] * 4
    assert sorted(result.posts["context"]) == ["Their sentence", "Their title", "Their title", "oven"]
    assert [str(when) for when in result.posts["created_at"][:2]] == [
        "2021-03-04 17:06:00+00:00",
        "2021-03-14 00:06:00+00:00",
    ]
    assert sum(problem.lost for problem in result.coverage.problems) == 4


def test_medium_damaged_story_loses_only_itself(export: Maker) -> None:
    result = export({"posts/a-0a1b2c3d4e5f.html": story("<p>a</p>"), "posts/b-0a1b2c3d4e60.html": "<html><p>cut"})
    assert len(result.posts) == 1
    assert sum(problem.lost for problem in result.coverage.problems) == 1


# Tumblr


def tumblr(*posts: str) -> str:
    return f'<?xml version="1.0"?><tumblr version="1.0"><posts>{"".join(posts)}</posts></tumblr>'


def escaped(markup: str) -> str:
    return markup.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@pytest.mark.parametrize(
    ("body", "tags", "kind", "text", "context"),
    [
        ("<p>Mine</p>", "", "post", "Mine", ""),
        ("plain\n\ntext", "", "post", "plain\n\ntext", ""),
        (
            "<p><a href='x'>bo</a>:</p><blockquote><p>Theirs</p><blockquote>older</blockquote></blockquote><p>Mine</p>",
            "",
            "post",
            "Mine",
            "Theirs\n\nolder",
        ),
        ("<blockquote>Theirs</blockquote>", "", "share", "", "Theirs"),
        ("<blockquote>Theirs</blockquote>", "so true though", "share", "#so true though", "Theirs"),
    ],
)
def test_tumblr_reblogs_and_tags(export: Maker, body: str, tags: str, kind: str, text: str, context: str) -> None:
    tag = f"<tag>{tags}</tag>" if tags else ""
    post = f'<post id="111111" tumblelog="bread" type="regular" date-gmt="2012-03-01 12:00:00 GMT"><regular-body>{escaped(body)}</regular-body>{tag}</post>'
    row = export({"posts.xml": tumblr(post)}).posts.iloc[0]
    assert (row["kind"], row["text"], row["context"]) == (kind, text, context)
    assert row["url"] == "https://www.tumblr.com/bread/111111"
    assert row["created_at"].isoformat() == "2012-03-01T12:00:00+00:00"


def test_tumblr_quotations_links_and_talks(export: Maker) -> None:
    posts = (
        "<post id='1' type='quote'><quote-text>Theirs</quote-text><quote-source>Bo</quote-source></post>",
        "<post id='2' type='conversation'><conversation-title>T</conversation-title><conversation-text>a: b</conversation-text></post>",
        "<post id='3' type='link'><link-text>L</link-text><link-url>https://x.example</link-url></post>",
        "<post id='4' type='photo'><photo-caption>C</photo-caption></post>",
    )
    rows = export({"posts/posts.xml": tumblr(*posts)}).posts.set_index("post_id")
    assert [rows.loc[number, "text"] for number in "1234"] == ["", "T\n\na: b", "L", "C"]
    assert rows.loc["1", "context"] == "Theirs\n\nBo"
    assert rows.loc["3", "context"] == "https://x.example"


def test_tumblr_forms_that_are_not_known_offer_the_feed(export: Maker) -> None:
    result = export({"posts/html/1234567890.html": "<html>", "media/1.jpg": "x"})
    assert "/rss" in result.coverage.problems[0].reason


# Feeds


def rss(*items: str, head: str = '<?xml version="1.0" encoding="UTF-8"?>') -> str:
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return f'{head}<rss version="2.0" {spaces}><channel><title>B</title><link>https://b.example.org</link>{"".join(items)}</channel></rss>'


def test_feed_body_id_and_date_in_their_order(export: Maker) -> None:
    result = export(
        {
            "feed.xml": rss(
                "<item><title>T</title><link>https://b.example.org/1</link><guid isPermaLink='false'>tag:1</guid><description>short</description>"
                "<content:encoded>&lt;p&gt;whole&lt;/p&gt;</content:encoded><pubDate>Mon, 05 Feb 2024 09:00:00 EST</pubDate></item>",
                "<item><link>https://b.example.org/2</link><description>only this</description><dc:date>2024-02-06T09:00:00Z</dc:date></item>",
                "<item><guid isPermaLink='false'>not-an-address</guid><description>no date</description></item>",
                "<item><description>no id</description></item>",
            )
        }
    )
    rows = result.posts.set_index("text")
    assert list(rows.index) == [
        "T\n\nwhole",
        "only this",
        *sorted(set(rows.index) - {"T\n\nwhole", "only this"}, key=lambda text: rows.loc[text, "post_id"]),
    ]
    assert list(rows["post_id"][:2]) == ["tag:1", "https://b.example.org/2"]
    assert rows.loc["no date", "url"] == ""
    assert len(rows.loc["no id", "post_id"]) == 20
    assert str(rows.loc["T\n\nwhole", "created_at"]) == "2024-02-05 14:00:00+00:00"
    assert set(rows["audience"]) == {"public"}


def test_atom_with_relative_links_and_xhtml(export: Maker) -> None:
    result = export(
        {
            "feed.atom": '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://b.example.org/x/"><title>B</title>'
            '<author><name>Ida</name></author><entry><title>T</title><link href="../y"/><id>urn:1</id><updated>2024-02-05T09:00:00+01:00'
            '</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>a <b>b</b></p></div></content></entry></feed>'
        }
    )
    row = result.posts.iloc[0]
    assert (row["text"], row["url"], row["account"]) == ("T\n\na b", "https://b.example.org/y", "Ida")
    assert row["created_at"].hour == 8


def test_equal_numbers_in_two_feeds_are_two_posts(export: Maker) -> None:
    one = rss("<item><guid isPermaLink='false'>1</guid><description>a</description></item>")
    other = one.replace("b.example.org", "c.example.org").replace("<description>a", "<description>b")
    assert sorted(texts(export({"a.xml": one, "b.xml": other}))) == ["a", "b"]


def test_json_feed(export: Maker) -> None:
    value = {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [
            {"id": 1, "content_html": "<p>a</p>", "authors": [{"name": "Ida"}]},
            {"id": "2", "content_text": "b < c"},
            "damaged",
        ],
    }
    result = export({"feed.json": value})
    assert sorted(texts(result)) == ["a", "b < c"]
    assert sum(problem.lost for problem in result.coverage.problems) == 1


def test_feed_remarks_on_few_entries_and_on_excerpts(export: Maker) -> None:
    result = export(
        {"feed.xml": rss(*(f"<item><guid>{n}</guid><description>begins … […]</description></item>" for n in range(3)))}
    )
    says = " ".join(remark.says for remark in result.coverage.remarks)
    assert "newest only" in says
    assert "beginnings" in says


@pytest.mark.parametrize("declared", ["UTF-8", "ISO-8859-1", "nonsense"])
@pytest.mark.parametrize("real", ["utf-8", "cp1252"])
def test_feed_with_a_wrongly_declared_encoding(export: Maker, declared: str, real: str) -> None:
    text = rss(
        "<item><guid>1</guid><description>café</description></item>",
        head=f'<?xml version="1.0" encoding="{declared}"?>',
    )
    assert texts(export({"feed.xml": text.encode(real)})) == ["café"]


def test_feed_with_several_authors_asks(export: Maker) -> None:
    items = [
        f"<item><guid>{name}</guid><dc:creator>{name}</dc:creator><description>by {name}</description></item>"
        for name in ("Ida", "Bo")
    ]
    assert "--account" in export({"feed.xml": rss(*items)}).coverage.problems[0].reason
    assert texts(export({"feed.xml": rss(*items)}, account="ida")) == ["by Ida"]


def test_feed_with_entities_of_its_own_is_refused_and_a_plain_document_type_is_not(export: Maker) -> None:
    one = "<item><guid>1</guid><description>a &b; c</description></item>"
    attack = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
    assert "entities" in export({"feed.xml": rss(one, head=attack)}).coverage.problems[0].reason
    plain = '<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd">'
    assert texts(export({"feed.xml": rss(one.replace("&b;", "b"), head=plain)})) == ["a b c"]


def test_a_cut_feed_keeps_what_was_whole(export: Maker) -> None:
    whole = rss(*(f"<item><guid>{n}</guid><description>number {n}</description></item>" for n in range(10)))
    result = export({"feed.xml": whole[: whole.index("number 9")]})
    assert {f"number {n}" for n in range(9)} <= set(texts(result))


# All of them

SHAPES = {
    "wxr.xml": lambda piece: wxr(item(1, piece, title=piece, gmt=piece), authors=author(1, "ida", piece)),
    "blog.xml": lambda piece: feed(old(1, "post", piece, piece), f"<entry>{piece}</entry>"),
    "feed.xml": lambda piece: rss(f"<item><title>{piece}</title>{piece}</item>"),
    "feed.json": lambda piece: json.dumps(
        {"version": "https://jsonfeed.org/version/1", "items": [piece, {"id": piece, "author": piece}]}
    ),
    "posts/a-0a1b2c3d4e5f.html": lambda piece: story(piece, piece),
    "claps/claps-0001.html": lambda piece: f"<ul><li class='h-entry u-like-of'>{piece}<time>{piece}</time></li></ul>",
    "posts.xml": lambda piece: tumblr(f"<post date='{piece}'><regular-body>{piece}</regular-body></post>"),
}
marks = st.sampled_from(
    [
        "<",
        ">",
        "&",
        "<p>",
        "</item>",
        "<entry>",
        "]]>",
        "<blockquote>",
        "\x00",
        "&lt;",
        "\ud800",
        "'",
        "0000-00-00",
        "[a b=c]",
    ]
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(sorted(SHAPES)), pieces=st.lists(marks | st.text(max_size=8), max_size=6))
def test_any_content_gives_posts_and_problems(export: Maker, name: str, pieces: list[str]) -> None:
    content: Any = SHAPES[name]("".join(pieces))
    export({name: content.encode("utf-8", "replace"), "x.txt": ""})


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_absurdly_nested_marks_are_no_danger(export: Maker, name: str) -> None:
    export({name: SHAPES[name]("<b>" * 5_000 + "x"), "x.txt": ""})


@settings(max_examples=50)
@given(st.text(max_size=30))
def test_any_text_may_stand_for_a_date(text: str) -> None:
    made = articles.moment(text)
    assert made is None or made.tzinfo is not None
