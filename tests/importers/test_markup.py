"""HTML to plain text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.markup import plain


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("", ""),
        ("no tags &amp; none &lt;b&gt;", "no tags & none <b>"),
        ("<p>One</p><p>Two<br>lines</p>", "One\n\nTwo\nlines"),
        ("<p>One<br/>two</p>", "One\ntwo"),
        ("a<b>bold</b>er  \n word", "abolder word"),
        ("<ul><li>one</li><li>two</li></ul>after", "one\n\ntwo\n\nafter"),
        (
            '<a href="https://e.example"><span class="invisible">https://</span><span>e.example</span></a>',
            "https://e.example",
        ),
        ("<p>it&#39;s &amp;lt;</p>", "it's &lt;"),
        ("<script>alert(1)</script><style>b{}</style>kept<!-- not -->", "kept"),
        ("<p>open <b>never closed", "open never closed"),
        ("5 < 6 and 7 > 2", "5 < 6 and 7 > 2"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("<p>\U0001f469\U0001f3fe\u200d\u2695\ufe0f</p>", "\U0001f469\U0001f3fe\u200d\u2695\ufe0f"),
        ("<?xml version='1.0' encoding='utf-16'?><p>x</p>", "x"),
        ("<![CDATA[a]]>b", "b"),
    ],
)
def test_plain(markup: str, text: str) -> None:
    assert plain(markup) == text


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet=st.sampled_from("<>/!-[]&;#p br='\"\x00\ud800é\n"), max_size=60))
def test_any_text_has_some_plain_text(markup: str) -> None:
    assert "\x00" not in plain("<p>" + markup)


def test_deep_nesting_does_not_exhaust_anything() -> None:
    assert "end" in plain("<b>" * 200 + "end")
    assert isinstance(plain("<div>" * 100_000 + "end"), str)
