"""The user's folders: names, which profile, which record, and writing that loses nothing."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tailor import resources
from tailor.errors import ChoiceError, InputError, MachineError
from tailor.model.document import Document
from tailor.workspace import delivery, manifest
from tailor.workspace.delivery import deliver
from tailor.workspace.folders import Workspace, check_out, choose_profile, find_workspace
from tailor.workspace.names import folder_name, person_folder, person_name, respelled, title_name
from tailor.workspace.placing import folders_for, inputs_of, read_from
from tailor.workspace.settings import read_settings
from tailor.workspace.sources import Source, gather, read_source
from tailor.workspace.writing import digest, write_file

POSTING = "{title}\nCompany: {company}\n\nRequirements\n- Three years of welding\n- Forklift licence\n"

FILES = {
    ("Zoë Ångström-Muñoz", "Nurse", "Škoda & Söhne"): "Zoe-Angstrom-Munoz-Nurse-Skoda-and-Sohne-Resume",
    ("Jürgen Groß", "Ärztin 🩺", "C++ House"): "Jurgen-Gross-Arztin-c-plus-plus-House-Resume",
    ("Дмитрий Щербаков", "Повар", "Δέλτα"): "Dmitriy-Shcherbakov-Povar-Delta-Resume",
    ("Ελένη Παπαδοπούλου", "", ""): "Eleni-Papadopoulou-Resume",
    ("Łukasz Cœur-Óþor", "..", "../../etc"): "Lukasz-Coeur-Othor-etc-Resume",
    ("CON", "NUL", ""): "CON-NUL-Resume",
    ("", "", ""): "Resume",
    ("USS O’Neill", "BOSS", "x\u202ey\x00/\\:*?"): "USS-ONeill-BOSS-xy-Resume",
    ("東京 太郎", "看護師", "Metro 東京"): "Metro-Resume",
}


@pytest.mark.parametrize("said", FILES)
def test_a_files_name_is_plain_ascii_whatever_is_said(said: tuple[str, str, str]) -> None:
    assert title_name(*said, "Resume") == FILES[said]


@pytest.mark.parametrize(
    ("said", "named"),
    [
        (("Zoë Ångström", "x@example.com", "me"), "Zoe-Angstrom"),
        (("王小明", "xiaoming.wang88@example.com", "me"), "Xiaoming-Wang"),
        (("王小明", "小明@example.com", "wang"), "wang"),
        (("王小明", "", "我"), ""),
    ],
)
def test_a_name_without_a_form_in_ascii_is_that_of_the_address_or_the_profile(said, named: str) -> None:
    assert title_name(person_name(*said)) == named


@pytest.mark.parametrize(
    ("said", "named"), [("Änne Größl", "Aenne-Groessl"), ("u\u0308ber Öl", "ueber-Oel"), ("Zoë", "Zoe")]
)
def test_a_german_name_has_its_umlauts_written_out(said: str, named: str) -> None:
    pairs = [pair.split() for pair in resources.language_data("de", "labels.yaml")["spelled"]]
    assert title_name(respelled(said, pairs)) == named


FOLDERS = {
    ("Škoda & Söhne", "Ärztin 🩺"): "skoda-and-sohne-arztin",
    ("../../etc", "../x"): "etc-x",
    ("", "CON"): "con-job",
    ("東京", "看護師"): "source",
    ("C++ House", "C# Engineer"): "c-plus-plus-house-c-sharp-engineer",
    ("Łódź O'Neill", "Groß"): "lodz-oneill-gross",
}


@pytest.mark.parametrize("said", FOLDERS)
def test_a_folders_name_is_plain_ascii_and_safe_everywhere(said: tuple[str, str]) -> None:
    assert folder_name(*said, "source") == FOLDERS[said]


def test_names_stay_short_whatever_a_posting_says() -> None:
    assert len(folder_name("Long Company " * 40, "Long Title " * 40, "x")) <= 130
    assert len(title_name("N" * 300, "Title " * 90, "C" * 300, "Application")) <= 170
    assert person_folder("con") == "con-profile"
    assert person_folder("看護師") == "profile"


# Which profile


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A workspace of two profiles and no posting; the test stands in it."""
    for name in ("profiles/ada.yaml", "profiles/ben.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "postings").mkdir()
    monkeypatch.chdir(tmp_path)
    return Workspace(root=tmp_path)


CHOICES = [
    (("ada", "ben", "ben"), "profiles/ada.yaml"),
    ((None, "ben", "ada"), "profiles/ben.json"),
    ((None, None, "ben.json"), "profiles/ben.json"),
    (("profiles/ada.yaml", None, None), "profiles/ada.yaml"),
]


@pytest.mark.parametrize(("said", "chosen"), CHOICES)
def test_the_profile_asked_for_wins_then_the_records_then_the_settings(said, chosen: str, place) -> None:
    asked, recorded, usual = said
    assert choose_profile(place, asked=asked, recorded=recorded, usual=usual) == Path(chosen)


UNCLEAR = [
    ((None, None, None), "--profile ada or --profile ben"),
    (("cy", None, None), "there are: ada, ben"),
    ((None, "cy", None), "which the record names"),
    ((None, None, "cy"), "which tailor.yaml names"),
    (("x" * 400, None, None), "there is no profile"),
    (("profiles", None, None), "there is no profile"),
]


@pytest.mark.parametrize(("said", "message"), UNCLEAR)
def test_an_open_choice_of_profile_names_what_there_is(said, message: str, place) -> None:
    asked, recorded, usual = said
    with pytest.raises(ChoiceError, match=message):
        choose_profile(place, asked=asked, recorded=recorded, usual=usual)


def test_two_profiles_of_one_name_are_told_apart_by_their_endings(place) -> None:
    Path("profiles/ada.yml").touch()
    with pytest.raises(ChoiceError, match="two profiles are called 'ada'"):
        choose_profile(place, asked="ada", recorded=None, usual=None)
    assert choose_profile(place, asked="ada.yml", recorded=None, usual=None) == Path("profiles/ada.yml")


def test_a_workspace_is_found_from_a_folder_inside_it(place) -> None:
    found = find_workspace(place.root / "postings")
    assert found == place
    assert find_workspace(place.root.parent) is None


# Postings and records


@pytest.fixture
def postings(place) -> Path:
    """A folder with one posting, its record, and a posting without one."""
    folder = Path("postings")
    (folder / "weld.txt").write_text(POSTING.format(title="Welder", company="Alder Works"), encoding="utf-8")
    (folder / "weld.md").write_text("---\nposting: weld.txt\nprofile: ada\n---\n", encoding="utf-8")
    (folder / "bare.txt").write_text(POSTING.format(title="Fitter", company="Birch Works"), encoding="utf-8")
    return folder


def labels(paths: Sequence[Path], beside: Sequence[Path] = ()) -> list[str]:
    return [source.label for source in gather(paths, beside).sources]


def test_a_posting_named_by_a_record_is_built_through_it_and_never_twice(postings: Path) -> None:
    everything = sorted(postings.iterdir())
    assert labels(everything) == ["bare.txt", "weld.md"]
    assert labels([postings / "weld.txt"], everything) == ["weld.md"]
    assert labels([postings / "weld.txt", postings / "weld.md"], everything) == ["weld.md"]
    assert labels([postings / "bare.txt"], everything) == ["bare.txt"]


def test_a_posting_named_twice_is_built_once(postings: Path) -> None:
    assert labels([postings / "bare.txt", postings / "../postings/bare.txt"]) == ["bare.txt"]


RECORDS = {
    "posting: gone.html": "is not there",
    "posting: weld.md": "names this record itself",
    "posting: ..": "is not there",
    f"posting: {'x' * 400}": "is not there",
    "postin: weld.txt": "did you mean 'posting'",
}


@pytest.mark.parametrize("front", RECORDS)
def test_a_record_that_leads_nowhere_says_so(front: str, postings: Path) -> None:
    (postings / "weld.md").write_text(f"---\nprofile: ada\n{front}\n---\n", encoding="utf-8")
    with pytest.raises(InputError, match=RECORDS[front]):
        read_source(postings / "weld.md")


def test_records_that_name_each_other_are_not_lost(postings: Path) -> None:
    (postings / "weld.txt").write_text("---\nposting: weld.md\n---\n", encoding="utf-8")
    gathered = gather([postings / "weld.md", postings / "weld.txt"])
    assert gathered.sources or gathered.faults


def placed(sources: Sequence[Source]) -> list[str]:
    return [folder.name for folder in folders_for(sources, [Path("ada.yaml")] * len(sources), Path("out"))]


def test_two_postings_of_one_name_get_folders_of_their_own_that_stay(postings: Path) -> None:
    twin = postings / "a-twin.txt"
    twin.write_bytes((postings / "bare.txt").read_bytes())
    both = gather([postings / "bare.txt", twin]).sources
    first, second = placed(both)
    assert second == "birch-works-fitter"
    assert first.startswith("birch-works-fitter-")
    owned = Path("out/ada/birch-works-fitter")
    write_file(owned / manifest.NAME, b'{"posting": "bare.txt"}')
    assert placed(both)[0] == "birch-works-fitter"
    assert placed(both)[1].startswith("birch-works-fitter-")


def test_two_files_of_one_name_and_one_job_do_not_share_a_folder(postings: Path) -> None:
    other = Path("more") / "bare.txt"
    write_file(other, (postings / "bare.txt").read_bytes())
    names = placed(gather([postings / "bare.txt", other, postings / "weld.md"]).sources)
    assert names[0] == "birch-works-fitter"
    assert len(set(names)) == 3


def test_a_record_that_comes_later_takes_over_its_postings_folder(postings: Path) -> None:
    write_file(Path("out/ada/alder-works-welder") / manifest.NAME, b'{"posting": "weld.txt"}')
    assert placed(gather([postings / "weld.md"]).sources) == ["alder-works-welder"]


def test_another_posting_or_person_of_the_same_names_gets_a_folder_of_its_own(postings: Path) -> None:
    for name in ("more/bare.txt", "ann/me.yaml", "bob/me.yaml"):
        write_file(Path(name), (postings / "bare.txt").read_bytes())
    cases = [("postings/bare.txt", "ann"), ("more/bare.txt", "ann"), ("postings/bare.txt", "bob")]

    def place_of(posting: str, person: str, *, built: bool) -> Path:
        (source,) = gather([Path(posting)]).sources
        profile = Path(person) / "me.yaml"
        (folder,) = folders_for([source], [profile], Path("out"))
        told = {"posting": source.label, "read": read_from(source, profile, [posting, profile.name])}
        if built:
            write_file(folder / manifest.NAME, manifest.manifest_bytes(told))
        return folder

    built = [place_of(*case, built=True) for case in cases]
    assert [folder.parent.as_posix() for folder in built] == ["out/me"] * 3
    assert len(set(built)) == 3
    assert [place_of(*case, built=False) for case in cases] == built
    Path("postings/bare.txt").rename("moved.txt")
    assert place_of("more/bare.txt", "ann", built=False) == built[0]


def test_inputs_are_named_from_the_workspace_or_as_given(postings: Path, tmp_path_factory) -> None:
    outside = tmp_path_factory.mktemp("elsewhere") / "ada.yaml"
    outside.write_text("x", encoding="utf-8")
    (source,) = gather([postings / "weld.md"]).sources
    named = dict(inputs_of(source, outside, root=Path.cwd(), extra={"skills.yaml": b"y"}))
    assert list(named) == ["postings/weld.md", "postings/weld.txt", outside.as_posix(), "skills.yaml"]
    assert named["skills.yaml"] == digest(b"y")


# Writing


def document(name: str, content: str) -> Document:
    return Document(kind="letter", format="md", name=name, content=content.encode())


def told(*documents: Document, key: str = "k") -> dict:
    outputs = [{"name": each.name, "sha256": digest(each.content)} for each in documents]
    return {"posting": "p.txt", "key": key, "outputs": outputs}


def hand_over(folder: Path, *documents: Document) -> delivery.Delivered:
    return deliver(folder, documents, told(*documents), whole=True)


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir() if path.suffix != ".json"}


def test_ours_is_replaced_and_what_is_not_made_again_is_removed(tmp_path: Path) -> None:
    hand_over(tmp_path, document("a.md", "one"), document("b.md", "one"))
    hand_over(tmp_path, document("a.md", "two"))
    assert texts(tmp_path) == {"a.md": "two"}
    assert "ours" not in manifest.read_manifest(tmp_path)


def test_what_the_user_edited_stays_and_so_does_an_edited_new_one(tmp_path: Path) -> None:
    hand_over(tmp_path, document("a.md", "one"), document("b.md", "one"))
    (tmp_path / "a.md").write_text("mine", encoding="utf-8")
    (tmp_path / "b.md").write_text("mine too", encoding="utf-8")
    done = hand_over(tmp_path, document("a.md", "two"))
    assert done.beside == ((tmp_path / "a.md", tmp_path / "a.new.md"),)
    assert texts(tmp_path) == {"a.md": "mine", "a.new.md": "two", "b.md": "mine too"}
    hand_over(tmp_path, document("a.md", "three"))
    assert texts(tmp_path)["a.new.md"] == "three"
    (tmp_path / "a.new.md").write_text("also mine", encoding="utf-8")
    hand_over(tmp_path, document("a.md", "four"))
    kept = {"a.md": "mine", "a.new.md": "also mine", "a.new2.md": "four", "b.md": "mine too"}
    assert texts(tmp_path) == kept


def test_a_file_that_was_there_before_the_first_build_is_the_users(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("mine", encoding="utf-8")
    hand_over(tmp_path, document("a.md", "one"))
    assert texts(tmp_path) == {"a.md": "mine", "a.new.md": "one"}


def test_once_the_edit_is_gone_the_new_one_takes_its_place(tmp_path: Path) -> None:
    hand_over(tmp_path, document("a.md", "one"))
    (tmp_path / "a.md").write_text("mine", encoding="utf-8")
    hand_over(tmp_path, document("a.md", "two"))
    (tmp_path / "a.md").unlink()
    hand_over(tmp_path, document("a.md", "two"))
    assert texts(tmp_path) == {"a.md": "two"}


@pytest.mark.parametrize("killed_at", range(5))
def test_a_build_killed_anywhere_leaves_whole_files_that_the_next_one_knows(
    killed_at: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_over(tmp_path, document("a.md", "one"), document("b.md", "one"), document("c.md", "mine soon"))
    (tmp_path / "c.md").write_text("mine", encoding="utf-8")
    writes = iter(range(99))

    def write_until_killed(path: Path, content: bytes) -> None:
        if next(writes) == killed_at:
            raise KeyboardInterrupt
        write_file(path, content)

    with monkeypatch.context() as patch:
        patch.setattr(delivery, "write_file", write_until_killed)
        with pytest.raises(KeyboardInterrupt):
            hand_over(tmp_path, document("a.md", "two"), document("b.md", "two"), document("c.md", "two"))
    found = texts(tmp_path)
    assert set(found.values()) <= {"one", "two", "mine"}
    assert found["c.md"] == "mine"
    hand_over(tmp_path, document("a.md", "three"), document("b.md", "three"), document("c.md", "three"))
    assert texts(tmp_path) == {"a.md": "three", "b.md": "three", "c.md": "mine", "c.new.md": "three"}


def test_a_document_made_alone_leaves_the_manifest_and_is_known_as_ours(tmp_path: Path) -> None:
    hand_over(tmp_path, document("a.md", "one"), document("b.md", "one"))
    deliver(tmp_path, [document("a.md", "alone")], {"posting": "other"}, whole=False)
    kept = manifest.read_manifest(tmp_path)
    assert kept["posting"] == "p.txt"
    assert manifest.output_states(tmp_path, kept) == {"a.md": "made since", "b.md": "as made"}
    hand_over(tmp_path, document("a.md", "two"), document("b.md", "two"))
    assert texts(tmp_path) == {"a.md": "two", "b.md": "two"}


def test_a_manifest_cannot_lead_out_of_its_folder(tmp_path: Path) -> None:
    victim = tmp_path / "victim.md"
    victim.write_text("keep", encoding="utf-8")
    folder = tmp_path / "app"
    outputs = [{"name": "../victim.md", "sha256": digest(b"keep")}, {"name": ""}, "rubbish"]
    write_file(folder / manifest.NAME, manifest.manifest_bytes({"key": "k", "outputs": outputs}))
    hand_over(folder, document("a.md", "one"))
    assert victim.read_text(encoding="utf-8") == "keep"


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 100_000, '{"outputs": 3, "ours": 4}'])
def test_a_broken_manifest_is_none(text: str, tmp_path: Path) -> None:
    (tmp_path / manifest.NAME).write_text(text, encoding="utf-8")
    kept = manifest.read_manifest(tmp_path)
    assert manifest.ours(kept) == {}
    hand_over(tmp_path, document("a.md", "one"))
    assert manifest.read_manifest(tmp_path)["key"] == "k"


def test_a_refused_write_says_where_and_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(MachineError, match=r"cannot write .*folder"):
        write_file(tmp_path / "folder", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


@pytest.mark.parametrize("out", ["file", "file/below/it"])
def test_an_out_that_cannot_be_is_told_before_anything_is_made(out: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(MachineError, match="is a file"):
        check_out(tmp_path / out)
    check_out(tmp_path / "not" / "there" / "yet")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


# Settings

SETTINGS = {
    "them: classic": "did you mean 'theme'",
    "profile: [a, b]": "one word",
    "paper: foolscap": "letter, a4",
    "pages: many": "a number such as 2",
    "formats: pdf, docs": "choose from pdf",
    "combined: both": "choose from true, false",
    "combined: [true]": "one word",
    "- a": "key: value",
    "theme: a\ntheme: b": "twice",
}


@pytest.mark.parametrize("text", SETTINGS)
def test_a_fault_in_the_settings_has_its_place(text: str, place) -> None:
    Path("tailor.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=SETTINGS[text]) as raised:
        read_settings(place.root)
    assert str(raised.value).startswith("tailor.yaml:")


@pytest.mark.parametrize("text", ["", "# a comment\n\n  # another\n", "{}", "theme:\n", "x-mine: 3"])
def test_settings_may_say_nothing(text: str, place) -> None:
    Path("tailor.yaml").write_text(text, encoding="utf-8")
    assert read_settings(place.root).theme is None


def test_settings_are_words_and_formats_a_list(place) -> None:
    Path("tailor.yaml").write_text("formats: [txt, md]\npages: 2\n", encoding="utf-8")
    assert read_settings(place.root).formats == ("txt", "md")
    assert read_settings(place.root).pages == "2"
