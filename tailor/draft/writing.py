"""A letter into its draft: a Markdown file that reads as the letter, with the sources as hidden marks."""

from collections.abc import Iterator

from tailor.draft.signs import draft_words, escaped
from tailor.model.letter import Letter, Paragraph


def write_draft(letter: Letter, *, enclosed: str) -> str:
    """A letter into the text of `letter.md`; `enclosed` is the line that lists its enclosures, as it is printed.

    Each sentence stands on a line of its own with its sources behind it, each part with its name.
    """
    blocks = [_head(letter), *(block for block in _blocks(letter, enclosed) if block)]
    return "\n\n".join(blocks) + "\n"


def mark(sources: tuple[str, ...]) -> str:
    """Sources as a mark that is not printed."""
    return f"<!-- {', '.join(sources)} -->"


def _head(letter: Letter) -> str:
    words = draft_words("en")
    said = [words["head"].rstrip()]
    if letter.unfinished:
        said += ["", words["unfinished"], *(f"- {line}" for line in letter.unfinished)]
    return "<!--\n" + "\n".join(said).replace("-->", "->").replace("<!--", "<-") + "\n-->"


def _blocks(letter: Letter, enclosed: str) -> Iterator[str]:
    yield _part("date", letter.date)
    yield _recipient(letter)
    yield _part("subject", letter.subject, pattern="**{}**")
    yield _part("salutation", letter.salutation)
    yield from (_paragraph(paragraph) for paragraph in letter.paragraphs)
    yield _part("closing", letter.closing)
    yield _part("signature", letter.signature)
    yield _part("enclosures", letter.ending or enclosed)


def _part(name: str, text: str, *, pattern: str = "{}") -> str:
    written = escaped(text)
    return f"{pattern.format(written)} {mark((f'letter:{name}',))}" if written else ""


def _recipient(letter: Letter) -> str:
    lines = [written for line in letter.recipient if (written := escaped(line))]
    if not lines:
        return ""
    return "\n".join([f"{lines[0]} {mark(('letter:recipient', *letter.recipient_sources))}", *lines[1:]])


def _paragraph(paragraph: Paragraph) -> str:
    said = [(escaped(sentence.text), sentence.sources) for sentence in paragraph.sentences]
    return "\n".join(f"{text} {mark(sources)}" if sources else text for text, sources in said if text)
