"""What a desktop is told of the program: entry, metadata, file type and icons, read back as a desktop reads them."""

import configparser
import shutil
import struct
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from stanceline import __version__
from stanceline.model.store import Store

ROOT = Path(__file__).resolve().parent.parent.parent
APP_ID = "org.stanceline.Stanceline"
TYPE = "application/x-stanceline-project"
NAMESPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


@pytest.fixture(scope="module")
def share(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything as it is installed."""
    prefix = tmp_path_factory.mktemp("prefix")
    script = ROOT / "packaging" / "desktop_files.py"
    subprocess.run([sys.executable, str(script), "install", str(prefix)], check=True, timeout=120, capture_output=True)
    subprocess.run([sys.executable, str(script), "icons", str(prefix)], check=True, timeout=120, capture_output=True)
    return prefix / "share"


@pytest.fixture(scope="module")
def entry(share: Path) -> configparser.ConfigParser:
    """The desktop entry."""
    parsed = configparser.ConfigParser(interpolation=None)
    parsed.optionxform = str  # type: ignore[assignment,method-assign]  # keys of entries have capitals
    parsed.read(share / "applications" / f"{APP_ID}.desktop", encoding="utf-8")
    return parsed


def test_the_entry_starts_the_program_with_files(entry: configparser.ConfigParser) -> None:
    main = entry["Desktop Entry"]
    assert (main["Type"], main["Exec"], main["Icon"], main["Terminal"]) == (
        "Application", "stanceline %F", APP_ID, "false",
    )  # fmt: skip
    assert main["StartupWMClass"] == APP_ID
    assert {"Office", "Education", "DataVisualization"} <= set(main["Categories"].strip(";").split(";"))
    assert TYPE in main["MimeType"].split(";")
    assert main["GenericName"]
    assert main["Comment"]
    assert main["Keywords"].endswith(";")
    for action in main["Actions"].strip(";").split(";"):
        assert entry[f"Desktop Action {action}"]["Exec"].startswith("stanceline ")


def test_the_metadata_agrees_with_entry_and_program(share: Path, entry: configparser.ConfigParser) -> None:
    tree = ElementTree.parse(share / "metainfo" / f"{APP_ID}.metainfo.xml").getroot()
    assert tree.get("type") == "desktop-application"
    assert tree.findtext("id") == APP_ID
    assert tree.findtext("launchable") == f"{APP_ID}.desktop"
    assert tree.findtext("provides/mediatype") == TYPE
    assert tree.find("content_rating") is not None
    releases = tree.findall("releases/release")
    assert releases[0].get("version") == __version__
    named = {category.text for category in tree.findall("categories/category")}
    assert named == set(entry["Desktop Entry"]["Categories"].strip(";").split(";"))
    assert len(tree.findtext("summary") or "") <= 35 + 5


def test_the_file_type_recognizes_a_project_and_no_other_database(share: Path, tmp_path: Path) -> None:
    tree = ElementTree.parse(share / "mime" / "packages" / f"{APP_ID}.xml").getroot()
    kind = tree.find(f"{NAMESPACE}mime-type")
    assert kind is not None
    assert kind.get("type") == TYPE
    glob = kind.find(f"{NAMESPACE}glob")
    assert glob is not None
    assert glob.get("pattern") == "*.stanceline"
    head = kind.find(f"{NAMESPACE}magic/{NAMESPACE}match")
    assert head is not None
    mark = head.find(f"{NAMESPACE}match")
    assert mark is not None
    path = tmp_path / "a.stanceline"
    Store.create(path).close()
    content = path.read_bytes()
    assert content.startswith((head.get("value") or "").replace("\\000", "\0").encode())
    at = int(mark.get("offset") or 0)
    assert struct.unpack(">I", content[at : at + 4])[0] == int(mark.get("value") or "0", 16) != 0


def side_of(png: bytes) -> int:
    """Width of a PNG that is as high as wide."""
    assert png.startswith(b"\x89PNG\r\n")
    width, height = struct.unpack(">II", png[16:24])
    assert width == height
    return int(width)


@pytest.mark.parametrize("side", SIZES)
def test_icons_have_the_sizes_of_their_folders(share: Path, side: int) -> None:
    folder = share / "icons" / "hicolor" / f"{side}x{side}"
    for name in (f"apps/{APP_ID}.png", "mimetypes/application-x-stanceline-project.png"):
        content = (folder / name).read_bytes()
        assert side_of(content) == side
        assert len(content) > 150


def test_scalable_and_symbolic_icons_are_there(share: Path) -> None:
    folder = share / "icons" / "hicolor"
    for name in (f"scalable/apps/{APP_ID}.svg", f"symbolic/apps/{APP_ID}-symbolic.svg"):
        assert ElementTree.parse(folder / name).getroot().tag.endswith("svg")


def test_the_icons_of_windows_and_macos_hold_every_size(share: Path) -> None:
    ico = (share.parent / "stanceline.ico").read_bytes()
    _, kind, number = struct.unpack("<HHH", ico[:6])
    sides = []
    for entry in range(number):
        *_, length, at = struct.unpack("<BBBBHHII", ico[6 + 16 * entry : 22 + 16 * entry])
        sides.append(side_of(ico[at : at + length]))
    assert (kind, sides) == (1, [16, 24, 32, 48, 64, 128, 256])
    icns = (share.parent / "stanceline.icns").read_bytes()
    assert icns[:4] == b"icns"
    assert struct.unpack(">I", icns[4:8])[0] == len(icns)
    at, found = 8, []
    while at < len(icns):
        length = struct.unpack(">I", icns[at + 4 : at + 8])[0]
        found.append(side_of(icns[at + 8 : at + length]))
        at += length
    assert found == [16, 32, 64, 128, 256, 512, 1024]


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="appstreamcli is not installed")
def test_appstream_accepts_the_metadata(share: Path) -> None:
    path = share / "metainfo" / f"{APP_ID}.metainfo.xml"
    done = subprocess.run(
        ["appstreamcli", "validate", "--no-net", str(path)], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-validate is not installed")
def test_the_validator_accepts_the_entry(share: Path) -> None:
    path = share / "applications" / f"{APP_ID}.desktop"
    done = subprocess.run(["desktop-file-validate", str(path)], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (0, "")
