"""Where the user's folders are on each system, and that a profile takes the place of all of them."""

import sys
from pathlib import Path

import pytest

from stanceline.paths import cache_folder, config_folder, kind_of, state_folder

FOLDERS = (config_folder, state_folder, cache_folder)


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing set but the home folder."""
    for name in ("STANCELINE_PROFILE", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", lambda: Path("/home/ada"))


@pytest.mark.parametrize(("system", "expected"), [
    ("linux", (".config", ".local/state", ".cache")),
    ("darwin", ("Library/Application Support", "Library/Application Support", "Library/Caches")),
])  # fmt: skip
def test_each_system_has_its_own_places(
    monkeypatch: pytest.MonkeyPatch, system: str, expected: tuple[str, ...]
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert [folder() for folder in FOLDERS] == [Path("/home/ada") / name / "stanceline" for name in expected]


def test_windows_keeps_settings_with_the_user_and_the_rest_on_the_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("APPDATA", "/roaming")
    monkeypatch.setenv("LOCALAPPDATA", "/local")
    assert [folder().parent for folder in FOLDERS] == [Path("/roaming"), Path("/local"), Path("/local")]


def test_xdg_variables_are_honored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_STATE_HOME", "/elsewhere")
    assert state_folder() == Path("/elsewhere/stanceline")


def test_a_profile_holds_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STANCELINE_PROFILE", "/profile")
    assert len({folder() for folder in FOLDERS}) == 3
    assert all(folder().parent == Path("/profile") for folder in FOLDERS)


@pytest.mark.parametrize(("name", "expected"), [
    ("file.txt", "file"), ("folder", "folder"), ("none", None), ("x" * 300, None), ("zero\0", None),
])  # fmt: skip
def test_names_that_no_file_can_have_are_not_there(tmp_path: Path, name: str, expected: str | None) -> None:
    (tmp_path / "file.txt").write_text("text", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    assert kind_of(f"{tmp_path}/{name}") == expected


def test_an_empty_name_is_not_the_folder_one_is_in() -> None:
    assert kind_of("") is None
