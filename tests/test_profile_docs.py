"""The examples of docs/profile.md and docs/record.md are read as they stand."""

import re
from pathlib import Path

from tailor.model.text import Page
from tailor.profile import read_profile
from tailor.record import read_record

DOCS = Path(__file__).parent.parent / "docs"


def examples(name: str, language: str) -> list[str]:
    found = re.findall(rf"```{language}\n(.*?)```", (DOCS / name).read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return found


def test_the_examples_of_the_profiles_page_are_read() -> None:
    head, *parts = examples("profile.md", "yaml")
    assert len(read_profile(head.encode(), "a.yaml").bullets) == 2
    for part in parts:
        inside = "work:\n- name: A\n  " + part.replace("\n", "\n  ") if part.startswith("highlights") else part
        whole = inside if inside.startswith("basics") else f"basics: {{name: A}}\n{inside}"
        for lang in ("en", "de"):
            read_profile(whole.encode(), "a.yaml", lang=lang)


def test_the_front_matter_of_the_records_page_is_read() -> None:
    (example,) = examples("record.md", "markdown")
    front = example.split("---\n")[1]
    page = Page(source="a.md", format="record", decided="", text="", blocks=(), front=front)
    record = read_record(page)
    assert record is not None
    assert (record.profile, record.decisions.pin) == ("ines", ("falls",))
