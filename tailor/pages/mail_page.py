"""An e-mail file -> a page: the message's HTML or text, without signature and the heads of quoted messages."""

import re
from collections.abc import Iterator, Sequence
from email import message_from_bytes, policy
from email.message import EmailMessage

from tailor.errors import fault
from tailor.model.text import Page
from tailor.pages.blocks import Piece, lay_out, to_blocks
from tailor.pages.decoding import clean, unescape
from tailor.pages.lines import unwrap
from tailor.pages.markup import looks_like_html, parse, text_to_pieces, to_pieces

_HEADER = re.compile(
    rb"(?i)\A(?:from|to|cc|subject|date|received|return-path|mime-version|message-id|delivered-to|reply-to|x-[\w-]+"
    rb"|dkim-signature|content-type|authentication-results|arc-[\w-]+):[ \t]?"
)
_SURE = re.compile(rb"(?im)^(?:message-id|mime-version|received|content-transfer-encoding|return-path):[ \t]")
# "Re:", "Fwd:", "AW:", "WG:", "TR:", "RV:" and lists' marks: what mail programs put before a subject.
_REPLY = re.compile(
    r"\A(?:(?:re|fwd?|aw|wg|tr|rv|i|antw|sv|vs)\s*(?:\[\d+\])?:\s*|\[[^\]]{1,30}\]\s*)+", re.IGNORECASE
)
_SIGNATURE = re.compile(r"(?m)^--[ ]?$")
_QUOTED = re.compile(r"(?m)^[ \t]*(?:>[ \t]?)+")
# The names of header lines that mail programs repeat above a forwarded message have this form; at least so many.
_FORWARDED = re.compile(r"[^\W\d_][\w -]{1,14}:\s+\S.*")
_FEWEST_FORWARDED = 3
_RULER = re.compile(r"[-_=*]{5,}.*")
_MOST_QUOTED = 0.5


def is_mail(data: bytes) -> bool:
    """Whether bytes are an e-mail: header lines first, one of them such as only mail programs write."""
    head = data[:65_536].lstrip()
    return bool(_HEADER.match(head)) and bool(_SURE.search(re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]))


def read_mail(data: bytes, name: str) -> tuple[Page, ...]:
    """An e-mail into its page: the subject, then the message. Raises InputError for one without a text."""
    message = message_from_bytes(data, policy=policy.default)
    subject = _REPLY.sub("", clean(str(message.get("subject") or "")).strip())
    body = _body(message)
    pieces = _message(body)
    attached = _attached(message)
    if not pieces:
        remedy = (
            f"give the attachment {attached[0]} as a file" if attached else "copy the posting into a .txt file"
        )
        raise fault(name, "this e-mail holds no text", remedy)
    first = (Piece(text=" ".join(subject.split()), kind="heading", level=1),) if subject else ()
    text, lines = lay_out((*first, *pieces))
    left = f"; attachments not read: {', '.join(attached)}" if attached else ""
    return (
        Page(
            source=name,
            format="e-mail",
            decided=f"the subject and the message, without signature and quoted headers{left}",
            text=text,
            blocks=to_blocks(lines),
        ),
    )


def _body(message: EmailMessage) -> str:
    """The message's text: HTML, which keeps lists, where there is some; else the plain text."""
    part = message.get_body(preferencelist=("html", "plain"))
    if part is None:
        return ""
    try:
        return clean(str(part.get_content()))
    except (LookupError, UnicodeError, KeyError):  # a charset that nobody knows, or a part of no text
        payload = part.get_payload(decode=True)
        return clean(payload.decode("utf-8", "replace")) if isinstance(payload, bytes) else ""


def _message(body: str) -> tuple[Piece, ...]:
    if looks_like_html(body):
        pieces: Sequence[Piece] = to_pieces(parse(unescape(body)))
        ends = [index for index, piece in enumerate(pieces) if piece.text in {"--", "-- "}]
        return tuple(_without_heads(pieces[: ends[0]] if ends and ends[0] else pieces))
    if end := _SIGNATURE.search(body):
        body = body[: end.start()] if body[: end.start()].strip() else body
    rows = [row for row in body.split("\n") if row.strip()]
    if sum(bool(_QUOTED.match(row)) for row in rows) > _MOST_QUOTED * len(rows):
        body = _QUOTED.sub("", body)
    return tuple(_without_heads(text_to_pieces(unwrap(body))))


def _without_heads(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Pieces without the header lines of a forwarded message, which stand together behind a ruler or first."""
    at = 0
    while at < len(pieces):
        end = at
        while end < len(pieces) and _FORWARDED.fullmatch(pieces[end].text) and "@" not in pieces[end].text[:3]:
            end += 1
        run = pieces[at:end]
        if len(run) >= _FEWEST_FORWARDED and any("@" in piece.text for piece in run):
            at = end
        elif end > at:
            yield from run
            at = end
        else:
            if not _RULER.fullmatch(pieces[at].text):
                yield pieces[at]
            at += 1


def _attached(message: EmailMessage) -> list[str]:
    names = [clean(str(part.get_filename() or part.get_content_type())) for part in message.iter_attachments()]
    return [" ".join(name.split())[:80] for name in names]
