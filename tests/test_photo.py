"""A photo: printed only where it is asked for, and no line of the text is harmed by it."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from lxml import etree
from PIL import Image
from render_builders import STYLE, letter, plan, with_name

from tailor import render
from tailor.check import read_back
from tailor.errors import InputError
from tailor.pages import read_pages
from tailor.pdf import Press
from tailor.pdf.photo import photo_address

DAY = "2026-03-09"


def picture(path: Path, size: tuple[int, int] = (300, 400), mode: str = "RGB") -> Path:
    kept = Image.Exif()
    kept[0x010E] = "taken at a secret place"
    Image.new(mode, size, 128 if mode == "L" else "#88aacc").save(path, exif=kept)
    return path


@pytest.mark.parametrize(
    ("name", "mode"), [("a.jpg", "RGB"), ("a.jpeg", "L"), ("a.png", "RGBA"), ("b.jpg", "CMYK")]
)
def test_a_picture_becomes_a_small_jpeg_without_metadata(name: str, mode: str, tmp_path: Path) -> None:
    import base64

    kind, _, data = photo_address(picture(tmp_path / name, (1200, 1600), mode)).partition(",")
    held = base64.b64decode(data)
    with Image.open(io.BytesIO(held)) as small:
        assert (small.format, small.size, dict(small.getexif())) == ("JPEG", (480, 640), {})
    assert kind == "data:image/jpeg;base64"
    assert b"secret" not in held


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"no picture", "this photo cannot be read"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, "this photo cannot be read"),
        (b"GIF89a" + b"\x00" * 40, "save it as JPEG or PNG"),
        (b"\xff" * 10_000_001, "10 MB is the limit"),
    ],
)
def test_what_is_no_such_picture_is_told(content: bytes, told: str, tmp_path: Path) -> None:
    path = tmp_path / "x.jpg"
    path.write_bytes(content)
    with pytest.raises(InputError, match=told):
        photo_address(path)


def test_a_picture_of_too_many_pixels_is_not_opened(tmp_path: Path) -> None:
    Image.new("1", (9000, 9000)).save(tmp_path / "bomb.png")
    assert (tmp_path / "bomb.png").stat().st_size < 100_000
    with pytest.raises(InputError, match=r"9,000 x 9,000 pixels"):
        photo_address(tmp_path / "bomb.png")


@pytest.mark.parametrize("name", render.theme_names())
def test_the_text_of_a_page_with_a_photo_is_whole_and_in_order(name: str, tmp_path: Path) -> None:
    import page

    theme, style = render.read_theme(name), replace(STYLE, photo=photo_address(picture(tmp_path / "a.jpg")))
    press = Press((theme.folder,))
    pdf = press.write(render.resume(plan(), theme, style, "html"), created=DAY)
    assert read_back(pdf, render.resume_lines(plan(), style)) == ()
    text = " ".join(" ".join(one.extract_text() for one in pypdf.PdfReader(io.BytesIO(pdf)).pages).split())
    at = 0
    for line in (one.text for one in render.resume_lines(plan(), style)):
        at = text.index(line, at) + len(line)
    (tmp_path / "a.pdf").write_bytes(pdf)
    report = page.validate_pdf(tmp_path / "a.pdf", profile=page.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [failure.message for failure in report.failures]
    assert len(list(pypdf.PdfReader(io.BytesIO(pdf)).pages[0].images)) == 1


def test_the_picture_bears_the_persons_name_and_stands_on_the_resume_alone(tmp_path: Path) -> None:
    theme, style = render.read_theme("classic"), replace(STYLE, photo=photo_address(picture(tmp_path / "a.jpg")))
    html = render.resume(plan(), theme, style, "html")
    assert 'alt="Zoë Ångström-Muñoz"' in html
    assert "<img" not in render.letter(letter(), plan(), theme, style, "html")
    assert "<img" not in render.resume(plan(), theme, STYLE, "html")
    assert render.resume(plan(), theme, style, "txt").count("zoe@example.com") == 1


@pytest.mark.parametrize(
    ("size", "shown"), [((300, 400), (0.0, 1.45)), ((400, 300), (1.15, 0.0)), ((20, 20), (1.15, 1.15))]
)
def test_in_word_it_stands_at_the_upper_right_with_the_name_and_no_word_is_harmed(
    size: tuple[int, int], shown: tuple[float, float], tmp_path: Path
) -> None:
    theme = render.read_theme("classic")
    style = replace(STYLE, photo=photo_address(picture(tmp_path / "a.jpg", size)))
    named = plan(profile=with_name('Zoë "{Å}" & Co'))
    data = render.resume_docx(named, theme, style, day=DAY)
    assert data == render.resume_docx(named, theme, style, day=DAY)
    archive = zipfile.ZipFile(io.BytesIO(data))
    (name,) = (name for name in archive.namelist() if name.startswith("word/media/"))
    with Image.open(io.BytesIO(archive.read(name))) as held:
        assert (held.format, held.size, dict(held.getexif())) == ("JPEG", size, {})
    assert b'Extension="jpg"' in archive.read("[Content_Types].xml")
    (anchor,) = etree.fromstring(archive.read("word/document.xml")).iter("{*}anchor")
    told = {etree.QName(one).localname: one for one in anchor}
    assert list(told)[-3:] == ["docPr", "cNvGraphicFramePr", "graphic"]
    assert told["docPr"].get("descr") == 'Zoë "{Å}" & Co'
    assert [told[one][0].text for one in ("positionH", "positionV")] == ["right", "top"]
    inches = [int(told["extent"].get(one)) / 914400 for one in ("cx", "cy")]
    assert max(inches[0] / 1.15, inches[1] / 1.45) == pytest.approx(1, abs=1e-3)
    assert all(found == pytest.approx(one, abs=1e-3) for found, one in zip(inches, shown, strict=True) if one)
    words = [
        read_pages(one, "a")[0].text.replace("·", "").split()
        for one in (data, render.resume_docx(named, theme, STYLE, day=DAY))
    ]
    assert words[0] == words[1]
    assert b"media" not in render.letter_docx(letter(), named, theme, style, day=DAY)


def test_only_a_picture_of_the_page_itself_is_no_file() -> None:
    html = (
        '<html lang="en"><head><title>x</title></head><body><img alt="x" src="data:image/svg+xml,x"></body></html>'
    )
    with pytest.raises(InputError, match="may not fetch"):
        Press().write(html, created=DAY)


PROFILE = (
    "basics: {name: Ada, label: Data Engineer, image: IMAGE}\nwork: [{name: Werk, highlights: [Led forecasts.]}]\n"
)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of a person with a photo; the test stands in it."""
    root = tmp_path / "here"
    for name in ("profiles", "postings"):
        (root / name).mkdir(parents=True)
    picture(root / "profiles/ada.jpg")
    picture(tmp_path / "outside.jpg")
    (root / "postings/werk.txt").write_text("Data Engineer\n\nWerk, Graz\n\nRequirements\n- Forecasts\n")
    monkeypatch.chdir(root)
    return root


def write(place: Path, image: str, more: str = "") -> None:
    (place / "profiles/ada.yaml").write_text(PROFILE.replace("IMAGE", image) + more, encoding="utf-8")


def pictures(place: Path) -> int:
    (path,) = [*place.rglob("*-Resume.pdf"), *place.rglob("*-CV.pdf")]
    return sum(len(list(page.images)) for page in pypdf.PdfReader(path).pages)


@pytest.mark.parametrize(
    ("profile", "record", "printed"),
    [
        ("", "", 0),
        ("photo: true\n", "", 1),
        ("photo: yes\n", "", 1),
        ("photo: true\n", "photo: false", 0),
        ("", "photo: true", 1),
        ("photo: false\n", "photo: true", 1),
    ],
)
def test_a_photo_is_printed_only_where_it_is_asked_for(
    profile: str, record: str, printed: int, place: Path, tailor
) -> None:
    write(place, "profiles/ada.jpg", profile)
    if record:
        (place / "postings/werk.md").write_text(f"---\n{record}\nposting: werk.txt\n---\n", encoding="utf-8")
    assert tailor("resume", "--format", "pdf").code == 0
    assert pictures(place) == printed


@pytest.mark.parametrize(
    ("image", "told"),
    [
        ("../outside.jpg", "basics.image: there is no file ../outside.jpg in the workspace"),
        ("profiles/none.jpg", "there is no file profiles/none.jpg in the workspace"),
        ("https://example.com/ada.jpg", "there is no file https://example.com/ada.jpg in the workspace"),
        ("profiles/link.jpg", "there is no file profiles/link.jpg in the workspace"),
        ("", "a photo is asked for, and basics has no image"),
        ("profiles/ada.yaml", "this photo cannot be read"),
    ],
)
def test_a_photo_is_a_picture_inside_the_workspace(image: str, told: str, place: Path, tailor) -> None:
    (place / "profiles/link.jpg").symlink_to(place.parent / "outside.jpg")
    write(place, image or "''", "photo: true\n")
    done = tailor("resume", "--format", "pdf")
    assert done.code == 1
    assert told in done.err
    write(place, image or "''")
    assert tailor("resume", "--format", "txt").code == 0


def test_another_photo_makes_what_was_made_stale(place: Path, tailor) -> None:
    write(place, "profiles/ada.jpg", "photo: true\n")
    assert tailor("build", "--format", "pdf").code == 0
    assert tailor("verify").code == 0
    picture(place / "profiles/ada.jpg", (200, 200))
    assert "profiles/ada.jpg changed" in tailor("build", "--dry-run", "--format", "pdf").out


def test_a_record_says_true_or_false(place: Path, tailor) -> None:
    write(place, "profiles/ada.jpg")
    (place / "postings/werk.md").write_text("---\nphoto: perhaps\nposting: werk.txt\n---\n", encoding="utf-8")
    assert "werk.md:2:8: photo must be true or false" in tailor("validate").err
