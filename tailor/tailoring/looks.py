"""How documents look: theme, kind, paper and language, as wish, record, profile and posting say."""

from typing import Literal

from tailor import resources
from tailor.errors import ChoiceError, fault
from tailor.model.document import Style
from tailor.model.posting import Facts
from tailor.model.profile import Profile
from tailor.model.record import Record
from tailor.tailoring.wishes import Wish
from tailor.workspace.photos import photo_file

USUAL_THEME = "classic"
USUAL_KIND = "general"

Paper = Literal["letter", "a4"]

_LETTER_COUNTRIES = frozenset({"US", "CA", "MX", "PH", "CO", "CL", "VE", "CR", "GT", "NI", "PA", "SV", "PR", "BZ"})
"""Countries that print on Letter, the Unicode CLDR's list; all others print on A4."""


def style_of(facts: Facts, record: Record | None, profile: Profile, wish: Wish) -> Style:
    """How documents look: what the wish says, else the record, else the profile, else the usual.

    Where the kind has a paper of its own, only the wish and the record have another.
    """
    from tailor.plan import read_kind  # noqa: PLC0415 - heavy imports late

    kind = wish.kind or (record and record.kind) or profile.kind or USUAL_KIND
    paper = wish.paper or (record and record.paper) or read_kind(kind).paper or profile.paper
    return Style(
        theme=wish.theme or (record and record.theme) or profile.theme or USUAL_THEME,
        kind=kind,
        paper=_paper(paper or "", facts, profile),
        lang=asked_language(record, wish) or _regional(profile.lang, facts, profile),
        options=wish.options,
        photo=_photo(record, profile, wish),
    )


def _regional(lang: str, facts: Facts, profile: Profile) -> str:
    """A language without a region in that of the country written to: English outside America is British."""
    from tailor.posting.countries import country_of  # noqa: PLC0415 - heavy imports late

    country = (country_of(facts) or profile.basics.country).upper()
    return f"{lang}-GB" if lang == "en" and country and country not in _LETTER_COUNTRIES else lang


def report_paper(profile: Profile, wish: Wish) -> Paper:
    """The paper of what is about one person and several postings: as wished, else the person's."""
    said = wish.paper or profile.paper or ""
    if said in ("letter", "a4"):
        return "a4" if said == "a4" else "letter"
    return _paper_of(profile.basics.country)


def asked_language(record: Record | None, wish: Wish) -> str | None:
    """The language that the wish, or else the record, asks for; None leaves it to the profile.

    The posting's language is no wish. Raises `ChoiceError` for one that documents are not written in.
    """
    from tailor.render.dates import document_language  # noqa: PLC0415 - heavy imports late

    if wish.lang:
        return document_language(wish.lang)
    if record is None or not record.lang:
        return None
    try:
        return document_language(record.lang)
    except ChoiceError as error:
        raise ChoiceError(f"{record.source}: {error}") from None


def no_letter_because(style: Style, profile: Profile) -> str:
    """Why no letter can be drafted in a language; empty where one can.

    A letter tells what the person wrote, so they have to have written in its language.
    """
    names = resources.document_languages()
    wanted, code = names[style.lang[:2]][0], style.lang[:2]
    if not resources.has_letters(style.lang):
        drafted = " or ".join(names[one][0] for one in names if resources.has_letters(one))
        return f"no letter is drafted in {wanted}, only in {drafted} (--lang en makes an English one)"
    if not profile.written or code in profile.written:
        return ""
    return (
        f"no letter is drafted in {wanted}: nothing in {profile.source} is said to be {wanted} "
        f"(write texts as {{{profile.written[0]}: …, {code}: …}}, or `lang: {code}` where all of it is)"
    )


def _photo(record: Record | None, profile: Profile, wish: Wish) -> str:
    """The picture to print, as the record says, else the profile; InputError where there is none."""
    from tailor.pdf.photo import photo_address  # noqa: PLC0415 - heavy imports late

    asked = profile.photo if record is None or not record.photo else record.photo in ("true", "yes")
    if not asked:
        return ""
    if not profile.basics.image:
        remedy = "write `image: profiles/NAME.jpg` below basics, or `photo: false`"
        raise fault(profile.source, "a photo is asked for, and basics has no image", remedy)
    path = photo_file(profile.basics.image, wish.workspace)
    if path is None:
        problem = f"basics.image: there is no file {profile.basics.image} in the workspace"
        raise fault(profile.source, problem, "a photo is a file below the workspace's folder, named from there")
    return photo_address(path)


def _paper(said: str, facts: Facts, profile: Profile) -> Paper:
    """The paper as somebody says it, else that of the posting's country, else of the profile's, else Letter."""
    from tailor.posting.countries import country_of  # noqa: PLC0415 - heavy imports late

    if said in ("letter", "a4"):
        return "a4" if said == "a4" else "letter"
    return _paper_of(country_of(facts) or profile.basics.country)


def _paper_of(country: str) -> Paper:
    return "letter" if not country or country.upper() in _LETTER_COUNTRIES else "a4"
