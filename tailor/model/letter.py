"""Values of a letter: sentences with their sources."""

from dataclasses import dataclass

from tailor.model.record import HintOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence and what it rests on: paths of the profile, the record or the posting.

    `sources` look like "profile:work[0].highlights[3]", "record:connection[1]", "posting:120-180" or
    "pattern:opening[2]" for connecting words that claim nothing.
    """

    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Sentences that stand together; `move` is opening, evidence, company, gap or closing."""

    move: str
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """The paragraph as it is printed."""
        return " ".join(sentence.text for sentence in self.sentences)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A drafted letter. `unfinished` lists in plain words what only the person can add.

    `recipient_sources` say where the posting names the person to write to; empty where it names none. `ending` is
    what the person wrote below the signature, in place of the usual line for `enclosures`. `lang` is the language
    it is written in, with its region if it has one.
    """

    date: str
    recipient: tuple[str, ...]
    subject: str
    salutation: str
    paragraphs: tuple[Paragraph, ...]
    closing: str
    signature: str
    recipient_sources: tuple[str, ...] = ()
    enclosures: tuple[str, ...] = ()
    ending: str = ""
    lang: str = ""
    unfinished: tuple[str, ...] = ()
    hints: tuple[HintOutcome, ...] = ()

    @property
    def words(self) -> int:
        """Words of the paragraphs, as a reader counts them."""
        return sum(len(paragraph.text.split()) for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A letter's draft that the person edited: the file as messages call it, and its bytes.

    `base` is the draft as it was generated, before it was edited; empty where that is not known.
    """

    file: str
    content: bytes
    base: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedLetter:
    """A letter as read from an edited draft; `changed` are the sentences without a source, each with its line."""

    letter: Letter
    changed: tuple[tuple[int, str], ...] = ()
