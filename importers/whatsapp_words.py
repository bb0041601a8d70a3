"""What WhatsApp itself writes into exported chats, in the languages that we know: nobody's own words.

Wording as of 2016 to 2025. A phrase that is missing here only means that a harmless placeholder is read as a message.
"""

from __future__ import annotations

import re

_HALVES = {
    "am": ("am", "ص", "上午", "凌晨", "早上", "清晨", "오전", "午前", "पूर्वाह्न", "öö", "πμ", "sa", "de", "قظ", "pg"),
    "pm": ("pm", "م", "下午", "中午", "傍晚", "晚上", "오후", "午後", "अपराह्न", "ös", "μμ", "ch", "du", "بظ", "ptg"),
}

_YOU_DELETED = (
    "you deleted this message",
    "du hast diese nachricht gelöscht",
    "eliminaste este mensaje",
    "has eliminado este mensaje",
    "vous avez supprimé ce message",
    "hai eliminato questo messaggio",
    "você apagou esta mensagem",
    "você apagou essa mensagem",
    "apagaste esta mensagem",
    "je hebt dit bericht verwijderd",
    "u hebt dit bericht verwijderd",
    "bu mesajı sildiniz",
    "вы удалили данное сообщение",
    "du raderade det här meddelandet",
    "du slettede denne besked",
    "du slettet denne meldingen",
    "poistit tämän viestin",
)

_NOTHING_SAID = frozenset(
    (
        *_YOU_DELETED,
        "this message was deleted",
        "diese nachricht wurde gelöscht",
        "se eliminó este mensaje",
        "este mensaje fue eliminado",
        "ce message a été supprimé",
        "questo messaggio è stato eliminato",
        "esta mensagem foi apagada",
        "essa mensagem foi apagada",
        "dit bericht is verwijderd",
        "bu mesaj silindi",
        "данное сообщение удалено",
        "ta wiadomość została usunięta",
        "det här meddelandet har raderats",
        "denne besked blev slettet",
        "denne meldingen ble slettet",
        "tämä viesti poistettiin",
        "waiting for this message. this may take a while",
        "view once voice message omitted",
        "you received a view once message. for added privacy, you can only open it on your phone",
    )
)

_OMITTED = re.compile(
    r"(?:<[^<>\n]{0,30}"
    r"(?:media omitted|medien ausgeschlossen|(?:multimedia|archivo) omitido|médias? omis|fichier omis|media omessi"
    r"|multimediale omess[oi]|mídia (?:oculta|oculto)|de mídia oculto|ficheiro não revelado|media weggelaten"
    r"|pominięto multimedia|multimedia pominięto|medya dahil edilmedi|без медиафайлов|файл пропущен"
    r"|media har utelämnats|utelämnat media|media jätettiin pois|mediefil udeladt|média vynechána|media omis"
    r"|استبعاد الوسائط|המדיה לא נכללה|media tidak disertakan|hiányzó médiafájl|省略多媒体文件|忽略多媒体文件|미디어.{0,8})"
    r"[^<>\n]{0,10}>"
    r"|(?:[^\n]{1,80} • [^\n]{0,30}?)?<?\u200e?(?:view once )?"
    r"(?:image|video|video note|audio|sticker|gif|document|contact card|voice message|photo) omitted>?"
    r"|(?:bild|video|videonotiz|audio|sticker|gif|dokument|kontaktkarte) weggelassen"
    r"|(?:imagen|video|audio|sticker|gif|documento|tarjeta de contacto) omitid[oa]"
    r"|(?:image|vidéo|audio|autocollant|sticker|gif|document|fiche contact) (?:absente?|omise?)"
    r"|(?:immagine|video|audio|sticker|gif|documento|scheda contatto) omess[oai]"
    r"|(?:imagem|vídeo|áudio|figurinha|sticker|gif|documento|cartão do contato) (?:ocultad[oa]|ocult[oa]|omitid[oa])"
    r"|(?:afbeelding|video|audio|sticker|gif|document|contactkaart) weggelaten"
    r"|<view once (?:photo|video|voice message) omitted>)\.?",
    re.IGNORECASE,
)

_CALL = re.compile(
    r"(?:missed (?:group )?(?:voice|video) call|(?:voice|video) call|verpasster (?:sprach|video)anruf|"
    r"(?:sprach|video)anruf)",
    re.IGNORECASE,
)
_CALL_DETAIL = re.compile(
    r"(?:[,. ]|\u200e)*(?:\d+ ?(?:sec|min|hr|s|h|std|sek)\b.*|no answer|keine antwort|tap to call back.*|"
    r"zum zurückrufen.*|answered on other device|silenced.*|canceled|cancelled|\d+ joined)?\.?",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"[^\n:]{3,20} ?: https?://(?:maps\.google\.com|maps\.apple\.com|goo\.gl/maps|foursquare\.com)\S*", re.IGNORECASE
)
_LIVE_PLACE = re.compile(r"(?:live location shared|live-standort wird geteilt|live location)\.?", re.IGNORECASE)
_EDITED = re.compile(
    r"[ \n]?\u200e?<(?:this message was edited|diese nachricht wurde bearbeitet|se editó este mensaje|ce message a été "
    r"modifié|questo messaggio è stato modificato|(?:esta )?mensagem (?:foi )?editada|dit bericht is bewerkt)\.?>\s*$",
    re.IGNORECASE,
)

_ATTACHED = re.compile(
    r"(?:^|[ \n])\u200e?<(?:attached|anhang|angehängt|adjunto|archivo adjunto|pièce jointe|fichier joint|allegato|anexado|"
    r"anexo|bijgevoegd|bijlage)[ \u00a0\u202f]?: ?(?P<new>[^<>\n]+)>\s*$"
    r"|^\u200e?(?P<old>[^<>\n]+?) \u200e?<(?:attached|angehängt|adjunto|allegato|anexado)>\s*$",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"^\u200e?(?P<name>[^\n/\\<>]{1,200}\.\w{2,5}) \((?:file attached|datei angehängt|archivo adjunto|fichier joint|"
    r"file allegato|arquivo anexado|ficheiro anexado|bestand bijgevoegd|dosya ekli|файл добавлен|plik dołączony|"
    r"bifogad fil|vedhæftet fil|vedlagt fil|tiedosto liitetty)\)(?:\n|$)",
    re.IGNORECASE,
)
_PAGES = re.compile(r"^[^\n]+\.\w{2,5} • \u200e?\d+ \w+$")

_POLL = re.compile(r"^\u200e?(?P<poll>[^\W\d_]{3,20}):\n(?P<rest>.*)$", re.DOTALL)
_OPTION = re.compile(r"^\u200e?[^\W\d_]{3,20}: (?P<option>.*) \(\u200e?\d+ [^()]{2,20}\)$")

_ENCRYPTION = re.compile(
    r"end-to-end|ende-zu-ende|de bout en bout|de extremo a extremo|end-to-end-crittograf|crittografi\w* end|ponta a ponta|uçtan uca"
    r"|сквозным шифрованием|kryptowa\w* end",
    re.IGNORECASE,
)
# What WhatsApp writes in groups and communities only; below, in any chat
_IN_GROUPS = (
    r"[^\n]{0,80}\b(?:joined (?:using|from|the group)|was added|were added|created (?:this )?(?:group|community)|left\.?$|"
    r"changed (?:the|this) (?:group|community|subject|icon|description)|removed |added |deleted this group|"
    r"is now an admin|are now an admin|no longer an admin|requested to join)"
    r"|[^\n]{0,80}(?:hat die gruppe|hast die gruppe|hat dich|wurde hinzugefügt|wurdest hinzugefügt|ist der gruppe|hat den gruppen|"
    r"hat das gruppenbild|hat die gruppenbeschreibung|hat \S.{0,60} (?:hinzugefügt|entfernt)"
    r"|a créé (?:le|ce) groupe|avez créé|a ajouté|vous a ajouté|a quitté|a rejoint|a changé (?:l['’]|la |le |ce )"
    r"|creó (?:el|este) grupo|creaste|te añadió|añadió a|salió del grupo|cambió (?:el|la|este) "
    r"|ha creato il gruppo|hai creato|ti ha aggiunto|ha aggiunto|ha abbandonato"
    r"|criou o grupo|criou este grupo|adicionou você|adicionou|saiu do grupo|mudou (?:o|a|este) (?!número)"
    r"|heeft de groep|hebt de groep|heeft je toegevoegd|heeft \S.{0,60} toegevoegd)"
)
_IN_ANY_CHAT = (
    r"messages (?:and calls|to this (?:chat|group)|you send)[^\n]{0,60}end-to-end|[^\n]{0,60}(?:ende-zu-ende-verschlüsselt|"
    r"chiffrés de bout en bout|cifrados? de extremo a extremo|crittografati end-to-end|ponta a ponta|end-to-end versleuteld)"
    r"|[^\n]{0,80}\b(?:changed (?:the|this|their|to)|turned (?:on|off)|pinned a message|your security code|"
    r"security code .{0,60}changed|started a call|blocked this contact|unblocked this contact|is a contact)"
    r"|[^\n]{0,80}(?:sicherheitsnummer|a changé|cambió|mudou)"
)
_GROUP_EVENT = re.compile(_IN_GROUPS, re.IGNORECASE)
_EVENT = re.compile(f"{_IN_GROUPS}|{_IN_ANY_CHAT}", re.IGNORECASE)
_JOINED = re.compile(
    r"(?:you joined|you were added|you created (?:this )?group|[^\n]{1,80} added you(?:$|[ .])"
    r"|du wurdest hinzugefügt|du bist der gruppe|du hast (?:die|diese) gruppe[^\n]{0,110} erstellt|[^\n]{1,80} hat dich hinzugefügt"
    r"|vous avez (?:rejoint|créé)|[^\n]{1,80} vous a ajouté|te uniste|creaste (?:el|este) grupo|[^\n]{1,80} te añadió"
    r"|ti sei unito|hai creato il gruppo|[^\n]{1,80} ti ha aggiunto|você (?:entrou|criou)|[^\n]{1,80} adicionou você"
    r"|je bent toegevoegd|[^\n]{1,80} heeft je toegevoegd)",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"^(?:whatsapp[ -]chat (?:with|mit|met|-|–)|whatsapp chat:?|whatsapp-chat met|chat (?:de )?whatsapp (?:con|avec|-)|"
    r"conversa do whatsapp com|conversa whatsapp com|discussion whatsapp avec|чат whatsapp с|czat whatsapp z|"
    r"whatsapp-chatt med|whatsapp sohbeti) +(?P<title>.+?)(?: ?\(\d+\)| \d{1,2})?$",
    re.IGNORECASE,
)


def half_of_day(word: str) -> str:
    """`am`, `pm`, or "" for a word beside a time that says nothing about the half of the day."""
    plain = "".join(letter for letter in word.lower() if letter not in "., ")
    return next((half for half, forms in _HALVES.items() if plain in forms), "")


def chat_title(name: str) -> str:
    """Whose chat a file, folder or zip says it is; "" if its name is not one that WhatsApp gives."""
    stem = re.sub(r"\.(?:txt|zip)$", "", name.rsplit("/", 1)[-1].rsplit("\\", 1)[-1], flags=re.IGNORECASE)
    match = _TITLE.match(stem)
    return match["title"].strip() if match else ""


def is_deleted_by_me(body: str) -> bool:
    """Whether this is the wording that only the exporter's own deleted messages get."""
    return _bare(body) in _YOU_DELETED


def is_encryption_notice(body: str) -> bool:
    """Whether this is the notice that opens every chat; on iOS it is written in the chat's own name."""
    return body.startswith("\u200e") and _ENCRYPTION.search(body) is not None


def is_event(body: str) -> bool:
    """Whether this may be a line about the group or the chat, written by WhatsApp."""
    return _EVENT.match(body.lstrip("\u200e")) is not None


def is_group_event(body: str) -> bool:
    """Whether this is a line about a group or a community, which no chat of two has."""
    return _GROUP_EVENT.match(body.replace("\u200e", "")) is not None or is_joining(body)


def is_joining(body: str) -> bool:
    """Whether this line says that the exporter came into a group."""
    return _JOINED.match(body.lstrip("\u200e").replace("\u200e", "")) is not None


def attached(body: str) -> str:
    """The name of the file that a message carries, "" if none is named."""
    match = _ATTACHED.search(body) or _BESIDE.match(body)
    if match is None:
        return ""
    return next(value for value in match.groups() if value).strip()


def is_omitted(body: str) -> bool:
    """Whether the message stands for a picture, recording or file that was left out of the export."""
    return _OMITTED.fullmatch(body.strip().lstrip("\u200e").strip()) is not None


def own_words(body: str, android: bool) -> str:
    """The words of a message without the parts that WhatsApp writes: placeholders, file names, marks, poll counts."""
    text = _EDITED.sub("", body)
    carried = attached(text)
    if carried:
        text = _BESIDE.sub("", text, count=1)
        text = _ATTACHED.sub("", text).strip("\u200e")
        if _PAGES.match(text) or text.strip() == carried:
            text = ""
    if is_omitted(text) or _bare(text) in _NOTHING_SAID or (android and text.strip() == "null"):
        return ""
    plain = text.strip().lstrip("\u200e")
    if _is_call(plain, text.startswith("\u200e")) or _PLACE.fullmatch(plain) or _LIVE_PLACE.fullmatch(plain):
        return ""
    return _poll(text)


def _is_call(plain: str, marked: bool) -> bool:
    match = _CALL.match(plain)
    if match is None:
        return False
    rest = plain[match.end() :]
    return _CALL_DETAIL.fullmatch(rest) is not None and (marked or plain[0].isupper())


def _poll(text: str) -> str:
    match = _POLL.match(text)
    if match is None or match["poll"] != match["poll"].upper():
        return text
    lines = match["rest"].split("\n")
    options = [_OPTION.match(line) for line in lines]
    if not any(options):
        return text
    return "\n".join(
        option["option"] if option else line.lstrip("\u200e") for line, option in zip(lines, options, strict=True)
    )


def _bare(text: str) -> str:
    return text.strip().strip("\u200e.").strip().lower()
