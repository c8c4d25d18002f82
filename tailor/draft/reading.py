"""An edited draft into a letter: tolerant of all that a person does to a text; what cannot be read is told."""

from collections.abc import Sequence

from tailor.draft.lines import read_blocks, read_text
from tailor.draft.parts import Parts, parts_of
from tailor.draft.sentences import Found, known_sentences, marked_sentences, sentences_of
from tailor.draft.signs import plain
from tailor.errors import Fault, InputError
from tailor.model.letter import Draft, EditedLetter, Letter, Paragraph


def read_draft(draft: Draft, usual: Letter, *, enclosed: str) -> EditedLetter:
    """An edited draft into its letter and the sentences that have no source.

    A sentence keeps its sources as long as its words are those of the draft that was edited, or of `usual`, the
    letter as it would be generated now; `enclosed` is that letter's line of enclosures. Raises `InputError`, with
    the line, for a file that holds no letter.
    """
    blocks = read_blocks(read_text(draft.content, draft.file), draft.file)
    parts = parts_of(blocks, usual)
    if not parts.paragraphs:
        raise _empty(draft.file)
    base = marked_sentences(read_blocks(draft.base, draft.file)) if draft.base else ()
    own = [sentence for paragraph in usual.paragraphs for sentence in paragraph.sentences]
    known = known_sentences([*own, *base])
    found = [sentences_of(unit.lines, known) for unit in parts.paragraphs]
    loose = [(each.line, each.sentence.text) for sentences in found for each in sentences if not each.known]
    letter = _letter(parts, tuple(_paragraph(sentences, usual) for sentences in found), usual, enclosed)
    if letter.subject not in ("", usual.subject):
        loose.append((parts.named["subject"][0].number, letter.subject))
    return EditedLetter(letter=letter, changed=tuple(sorted(loose)))


def _letter(parts: Parts, paragraphs: tuple[Paragraph, ...], usual: Letter, enclosed: str) -> Letter:
    signed = [plain(line.text) for line in parts.named.get("signature", ())]
    below = [*signed[1:], parts.text("enclosures"), parts.text("ending")]
    ending = " ".join(text for text in below if text)
    recipient = tuple(text for line in parts.named.get("recipient", ()) if (text := plain(line.text)))
    return Letter(
        date=parts.text("date"),
        recipient=recipient,
        recipient_sources=usual.recipient_sources if recipient == usual.recipient else (),
        subject=_subject(parts),
        salutation=parts.text("salutation"),
        paragraphs=paragraphs,
        closing=parts.text("closing"),
        signature=signed[0] if signed else "",
        enclosures=usual.enclosures if ending == " ".join(enclosed.split()) else (),
        ending="" if ending == " ".join(enclosed.split()) else ending,
        hints=usual.hints,
    )


def _subject(parts: Parts) -> str:
    lines = [" ".join(piece.text for piece in line.pieces) for line in parts.named.get("subject", ())]
    return plain(" ".join(lines).removeprefix("**").removesuffix("**"))


def _paragraph(sentences: Sequence[Found], usual: Letter) -> Paragraph:
    """Sentences as a paragraph, of the move that the first known one is told in."""
    moves = {each.text: one.move for one in usual.paragraphs for each in one.sentences}
    move = next((moves[each.sentence.text] for each in sentences if each.sentence.text in moves), "")
    return Paragraph(move=move, sentences=tuple(each.sentence for each in sentences))


def _empty(name: str) -> InputError:
    remedy = "write a paragraph, or delete the file to get the generated letter back"
    return InputError([Fault(file=name, line=1, problem="there is no letter in this draft", remedy=remedy)])
