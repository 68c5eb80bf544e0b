"""Floors of quality, pinned with a digest of the corpus they were measured on; never lowered silently."""

import hashlib
from pathlib import Path
from typing import Any

import pytest

from tests.quality.debates import DEVSET, analyze_debates
from tests.quality.running import SEEDS
from tests.quality.seeds import analyze_seeds

DIGESTS = {
    SEEDS: "d0c06d14b154b5a3061bda89b9fe6aade7ec6535a9d451947f3cecf14ee3fb47",
    DEVSET / "texts": "ef99a436f0ec5a9fd709c79be835f0ac09d84ad0653a34bb8f1012276f20d308",
}


def digest(folder: Path) -> str:
    """SHA-256 over names and contents of the text files of a folder."""
    found = hashlib.sha256()
    for path in sorted(folder.glob("*.txt")):
        found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


@pytest.mark.parametrize("folder", DIGESTS, ids=lambda folder: folder.name)
def test_floors_belong_to_these_texts(folder: Path) -> None:
    assert digest(folder) == DIGESTS[folder]


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """All scores of the sample."""
    return analyze_seeds(tmp_path_factory.mktemp("seeds"))


@pytest.fixture(scope="module")
def devset(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Scores of the development corpus with publication dates hidden."""
    return analyze_debates(tmp_path_factory.mktemp("devset"), DEVSET, "none")


def value(scores: dict[str, Any], name: str) -> float:
    """One figure of `score_analysis.py`."""
    found: float = scores["figures"][name]["value"]
    return found


def test_sample_dates_are_all_right(seeds: dict[str, Any]) -> None:
    scores = seeds["analysis"]
    assert value(scores, "dates value F1") == 1.0
    assert value(scores, "dates begin day right") == 1.0
    assert value(scores, "dates end day right") == 1.0
    assert value(scores, "vague value accuracy") == 1.0
    assert value(scores, "published in") == 1.0
    assert value(scores, "published exact") == 1.0
    assert value(scores, "published hard wrong") == 0.0


def test_sample_cells_are_all_there_and_none_is_false(seeds: dict[str, Any]) -> None:
    matrix = seeds["matrix"]
    assert matrix["cells found"] == 9
    assert matrix["sign flips"] == []
    assert matrix["cells not in gold"] == []
    assert matrix["first/second-hand right on found"] == 1.0
    assert matrix["evidence spans inside the text"] == 1.0


def test_sample_words_have_their_speakers(seeds: dict[str, Any]) -> None:
    found = seeds["quotes"]["recall_by_type"].values()
    assert sum(kind["gold"] * kind["content_and_source"] for kind in found) >= 20


def test_sample_events_are_found_with_their_status(seeds: dict[str, Any]) -> None:
    assert value(seeds["analysis"], "events recall") == 1.0
    assert value(seeds["analysis"], "events status right") >= 0.9


def test_hidden_dates_are_never_excluded(devset: dict[str, Any]) -> None:
    assert value(devset, "published false") == 0.0
    assert value(devset, "published hard wrong") == 0.0
    assert value(devset, "published in") >= 0.8
    assert value(devset, "published (in text) in") == 1.0
    assert value(devset, "published (in text) exact") >= 0.9


def test_explicit_cells_are_mostly_right_and_sure_ones_never_upside_down(devset: dict[str, Any]) -> None:
    assert value(devset, "holder said explicit P") >= 0.65
    assert value(devset, "holder explicit R") >= 0.15
    assert value(devset, "holder confident flips, of given") <= 0.03
