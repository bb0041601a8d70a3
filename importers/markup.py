"""Plain text of the HTML in which some platforms keep what people wrote. Reads only; nothing of it is ever shown as HTML."""

from __future__ import annotations

import html
import re

from lxml import etree

_BLOCKS = frozenset(
    "address article aside blockquote dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li "
    "main nav ol p pre section table td th tr ul".split()
)
_APART = frozenset("p h1 h2 h3 h4 h5 h6 blockquote pre ul ol table".split())  # with a blank line after them
_SILENT = frozenset("script style head template noscript".split())
_PARSER = etree.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)


def plain(markup: str) -> str:
    """The words of a piece of HTML: paragraphs apart, `<br>` as a line break, entities resolved, tags gone.

    Text without any tag only has its entities resolved. Never raises: broken HTML gives what a browser would show.
    """
    if "<" not in markup:
        return html.unescape(markup)
    try:
        root = etree.fromstring(f"<div>{_allowed(markup)}</div>", _PARSER)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        return ""
    pieces: list[str] = []
    kept = 0  # how many <pre> we are in
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            kept += tag == "pre"
            pieces += ["\n"] if tag == "br" or tag in _BLOCKS else []
            if tag in _SILENT:
                walk.skip_subtree()
            else:
                pieces.append(_spaced(element.text, kept))
        else:
            kept -= tag == "pre"
            pieces += ["\n\n"] if tag in _APART else ["\n"] if tag in _BLOCKS else []
            pieces.append(_spaced(element.tail, kept))
    text = re.sub(r"[ \t]*\n[ \t]*", "\n", "".join(pieces)) if "<pre" not in markup else "".join(pieces)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _spaced(text: str | None, kept: int) -> str:
    if not text:
        return ""
    return text if kept else re.sub(r"[ \t\r\n\f]+", " ", text)


def _allowed(markup: str) -> str:
    """Without the characters that no HTML may hold."""
    return re.sub("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff]", "\ufffd", markup)
