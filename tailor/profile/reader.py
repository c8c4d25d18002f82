"""A profile's bytes into a Profile, every fault of the file in one pass."""

from collections.abc import Sequence
from dataclasses import replace

from tailor import resources
from tailor.errors import Fault, InputError
from tailor.located import Document, Mapping, plain_value, read_located
from tailor.model.profile import Profile
from tailor.profile.build import build_profile
from tailor.profile.checks import sense_faults
from tailor.profile.faults import shape_faults
from tailor.profile.nodes import text_of
from tailor.profile.translations import languages_of, read_in

USUAL_LANGUAGE = "en"
"""The language of documents where nobody says another."""


def read_profile(data: bytes, name: str, *, lang: str | None = None) -> Profile:
    """A YAML (or JSON) profile into a Profile; `name` is the file's name in messages and its source.

    Texts are read in `lang` (a tag such as "de-AT"), else in the language that the file names as its own, else in
    English; `versions` are the same profile in every other language that some text has. Raises `InputError` with
    all faults in file order: syntax, unknown and duplicate keys, wrong types, dates that are none, an end before
    its start, entries without a name, a text without the language.
    """
    document = read_located(data, name)
    tag = lang or _own_language(document)
    told = languages_of(document.root)
    profile = replace(_read(document, (tag,)), written=tuple(dict.fromkeys((_own_language(document)[:2], *told))))
    others = [code for code in told if code != tag[:2]]
    found = [version for code in others if (version := _version(document, (code, tag)))]
    return _with_all_names(replace(profile, versions=tuple(found))) if found else profile


def check_profile(data: bytes, name: str, *, lang: str | None = None) -> None:
    """Nothing, or the InputError with every fault that a profile's file has in any of its languages."""
    document = read_located(data, name)
    own = lang or _own_language(document)
    faults: list[Fault] = []
    for tag in dict.fromkeys((own, *languages_of(document.root))):
        try:
            _read(document, (tag,))
        except InputError as error:
            faults += error.faults
    if faults:
        raise InputError(list(dict.fromkeys(faults)))


def _read(document: Document, tags: Sequence[str]) -> Profile:
    """A file into the profile in the first of some languages that each text has; InputError with its faults."""
    from pydantic import ValidationError  # noqa: PLC0415 - heavy imports late

    from tailor.profile.shape import ProfileShape  # noqa: PLC0415 - imports pydantic

    spoken, untranslated = read_in(document, tags)
    faults: list[Fault] = [*document.faults, *untranslated, *sense_faults(spoken)]
    shape = None
    try:
        shape = ProfileShape.model_validate(_values(spoken))
    except ValidationError as error:
        faults += shape_faults(error.errors(include_url=False, include_input=False), spoken, ProfileShape)
    if faults or shape is None:
        raise InputError(list(dict.fromkeys(faults)))
    return build_profile(shape, document.file, tags[0])


def _version(document: Document, tags: Sequence[str]) -> Profile | None:
    """The profile in another of its languages; None where that has faults, told when it is asked for."""
    try:
        return _read(document, tags)
    except InputError:
        return None


def _with_all_names(profile: Profile) -> Profile:
    """The same, where every entry is called as in all languages: people name a job in any of them."""
    called: dict[str, list[str]] = {}
    for entry in (entry for one in (profile, *profile.versions) for entry in one.entries):
        called.setdefault(entry.path, []).append(entry.called)
    names = {path: " ".join(dict.fromkeys(" ".join(found).split())) for path, found in called.items()}

    def named(one: Profile) -> Profile:
        entries = tuple(replace(entry, also=names[entry.path]) for entry in one.entries)
        return replace(one, entries=entries, versions=tuple(map(named, one.versions)))

    return named(profile)


def _own_language(document: Document) -> str:
    """The language that a file says it is written in; a wrong one is told with the file's other faults."""
    said = text_of(document.root.get("lang")) if isinstance(document.root, Mapping) else ""
    return resources.language_tag(said) or USUAL_LANGUAGE


def _values(document: Document) -> object:
    """The file's values; the editor's `$schema` line at the top says nothing about the person."""
    value = plain_value(document.root)
    if isinstance(value, dict):
        value.pop("$schema", None)
    return value
