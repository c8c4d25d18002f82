"""The picture in docs/architecture.md, enforced: floors, doors, late imports, sizes."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "tailor"

FLOORS = {
    1: {"model", "errors", "resources", "expressions", "languages", "kinds"},
    2: {"pages", "located"},
    3: {
        "posting", "record", "skills", "requirements", "profile", "match", "plan", "letter", "draft", "gaps",
        "render", "pdf", "check",
    },
    4: {"workspace", "tailoring", "batch", "survey"},
    5: {"cli", "__main__", "__init__"},
}  # fmt: skip
FLOOR_OF = {room: floor for floor, rooms in FLOORS.items() for room in rooms}
ORDER_OF_JOINS = ["workspace", "tailoring", "batch", "survey"]

DOORS = {
    "spacy": {"skills"},
    "sklearn": {"match"},
    "scipy": {"match"},
    "weasyprint": {"pdf"},
    "fontTools": {"pdf"},
    "PIL": {"pdf"},
    "pypdf": {"check"},
    "pypdfium2": {"pages", "check"},
    "pdfminer": {"check"},
    "pdfplumber": {"check"},
    "pymupdf": {"check"},
    "docx": {"pages", "render"},
    "jinja2": {"render"},
    "pydantic": {"profile"},
    "lxml": {"pages"},
    "charset_normalizer": {"pages"},
    "yaml": {"located", "resources"},
    "click": {"cli", "__main__"},
    "rendercv_fonts": {"pdf"},
}


def modules() -> Iterator[tuple[Path, str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).parts
        yield path, Path(parts[0]).stem, ast.parse(path.read_text(encoding="utf-8"))


def imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names if node.module == "tailor")


def rooms_imported(tree: ast.AST) -> set[str]:
    return {name.split(".")[1] for name in imports(tree) if name.startswith("tailor.")} & set(FLOOR_OF)


def test_every_room_of_the_package_has_a_floor() -> None:
    rooms = {room for _, room, _ in modules()}
    assert len(rooms) > 15
    assert rooms <= set(FLOOR_OF)


def test_imports_go_down_only_and_stages_never_import_each_other() -> None:
    seen = 0
    wrong = []
    for path, room, tree in modules():
        for other in rooms_imported(tree) - {room}:
            seen += 1
            if not allowed(room, other):
                wrong.append(f"{path.relative_to(PACKAGE)}: {room} imports {other}")
    assert seen > 50
    assert not wrong, "\n".join(wrong)


def allowed(room: str, other: str) -> bool:
    if room in ORDER_OF_JOINS and other in ORDER_OF_JOINS:
        return ORDER_OF_JOINS.index(other) < ORDER_OF_JOINS.index(room)
    if (room, other) == ("pages", "located"):
        return True  # a record's front matter is YAML
    return FLOOR_OF[other] < FLOOR_OF[room] or (FLOOR_OF[room] == FLOOR_OF[other] == 5)


def test_each_big_library_has_its_door() -> None:
    met = set()
    wrong = []
    for path, room, tree in modules():
        for name in imports(tree):
            library = name.split(".")[0]
            if library in DOORS:
                met.add(library)
                if room not in DOORS[library]:
                    wrong.append(f"{path.relative_to(PACKAGE)} imports {library}")
    assert {"spacy", "sklearn", "weasyprint", "yaml", "click"} <= met
    assert not wrong, "\n".join(wrong)


def test_word_is_read_by_one_module_and_written_by_one() -> None:
    found = {path.name for path, _, tree in modules() for name in imports(tree) if name.split(".")[0] == "docx"}
    assert found == {"docx_page.py", "docx_file.py"}


@pytest.mark.parametrize(
    "words", [["-m", "tailor", "--help"], ["-m", "tailor", "build", "--help"], ["-c", "import tailor"]]
)
def test_help_and_import_load_no_big_library(words: list[str]) -> None:
    done = subprocess.run([sys.executable, "-X", "importtime", *words], capture_output=True, text=True, check=True)
    loaded = {line.rsplit("|", 1)[1].strip().split(".")[0] for line in done.stderr.splitlines() if "|" in line}
    assert "tailor" in loaded
    assert not loaded & (set(DOORS) - {"click"})


def test_functions_and_modules_stay_small() -> None:
    long_functions, long_modules, functions = [], [], 0
    for path, _, tree in modules():
        if path.read_text(encoding="utf-8").count("\n") > 250:
            long_modules.append(str(path.relative_to(PACKAGE)))
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                functions += 1
                if (node.end_lineno or 0) - node.lineno + 1 > 40:
                    long_functions.append(f"{path.relative_to(PACKAGE)}:{node.lineno} {node.name}")
    assert functions > 300
    assert not long_functions
    assert not long_modules
