"""Ids of word pieces: exactly the tokenizer's own, however they were come by."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from audit.judge.judge import MODEL
from audit.judge.pieces import Pieces
from audit.judge.words import prepare

_TOKENIZER = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
_TOKENIZER.no_truncation()
_TOKENIZER.no_padding()
_PIECES = Pieces(MODEL / "tokenizer.json")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "such a lovely lady in bay 3 today, first stroke at 42",
        "don't, can't; won't... 50% off!!! link example.org_now",
        "tabs\tand\nlines\r\nand\x0bothers\x1c",
        "a\x00b\x7fc",
        "[SEP] [cls] ##ing [unk]",
        "Capitals Stay Out",
        "x" * 500,
        "café £5 – “quoted” 日本 \ufffd",
    ],
)
def test_ids_are_the_tokenizers(text: str) -> None:
    assert _PIECES.ids(text) == _TOKENIZER.encode(text).ids


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(max_codepoint=127)) | st.text())
def test_ids_of_any_text_are_the_tokenizers(text: str) -> None:
    for given_ in (text, prepare(text)):
        assert _PIECES.ids(given_) == _TOKENIZER.encode(given_).ids
