"""The sample that the program brings along is what reading its articles gives today."""

from dataclasses import replace
from pathlib import Path

import pytest

from stanceline.codec import decode_extraction
from stanceline.model import sample
from stanceline.model.sample import keep_sample, kept_sample, made_sample
from stanceline.paths import sample_folder
from stanceline.workers import read_all

STALE = "the sample was read by other rules: run packaging/make_sample.py"


def test_the_sample_is_made_by_todays_rules(tmp_path: Path) -> None:
    fresh, problems = read_all([sample_folder()])
    assert not problems
    kept = [decode_extraction(content) for content in kept_sample()]
    for read, known in zip(fresh, kept, strict=True):
        name = Path(read.article.path or "").name
        assert known.article == replace(read.article, path=name), STALE
        for part in ("statements", "predications", "events", "candidates", "actors"):
            assert getattr(known, part) == getattr(read, part), f"{STALE} ({part} of {name})"


def test_its_articles_lie_where_the_program_does() -> None:
    made = made_sample()
    assert made is not None
    assert [stored.path for stored, _ in made] == [
        path.as_posix() for path in sorted(sample_folder().resolve().glob("*.txt"))
    ]
    for stored, content in made:
        assert decode_extraction(content).article.path == stored.path


@pytest.mark.parametrize("spoil", ["version", "text", "bytes", "nothing"])
def test_a_sample_of_another_day_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoil: str) -> None:
    kept = [decode_extraction(content) for content in kept_sample()]
    if spoil == "text":
        kept[0] = replace(kept[0], article=replace(kept[0].article, text=kept[0].article.text + " More."))
    keep_sample(kept, tmp_path)
    if spoil == "version":
        (tmp_path / "MADE_BY").write_text("0.0.1 STX0\n")
    if spoil == "bytes":
        next(tmp_path.glob("*.extraction")).write_bytes(b"nonsense")
    if spoil == "nothing":
        for file in tmp_path.glob("*.extraction"):
            file.unlink()
    monkeypatch.setattr(sample, "resource", lambda _name: tmp_path)
    assert made_sample() is None
