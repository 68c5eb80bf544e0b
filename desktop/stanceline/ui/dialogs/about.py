"""The About box: what this is, which version, how often it is right, and what it stands on with all licenses."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from stanceline import __version__
from stanceline.ui.help.filled import figures
from stanceline.ui.help.licenses import packages
from stanceline.ui.icons import program_icon
from stanceline.ui.widgets import label, plain_buttons
from stanceline.ui.words import say

_STANDS_ON = ("PySide6-Essentials", "pyqtgraph", "pandas", "numpy", "spacy", "dateparser", "apsw", "trafilatura")


class AboutDialog(QDialog):
    """Version, accuracy and licenses; the versions can be copied into a bug report."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setWindowTitle(say("About Stanceline"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 560)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 20)
        column.setSpacing(16)
        column.addLayout(self._make_head())
        self.tabs = QTabWidget()
        self.tabs.setObjectName("aboutTabs")
        self.tabs.setAccessibleName(say("Pages"))
        self.tabs.addTab(self._make_program(), say("Program"))
        self.tabs.addTab(_text("aboutAccuracy", say("Accuracy"), figures()), say("Accuracy"))
        self._licenses = QWidget()
        self.tabs.addTab(self._licenses, say("Licenses"))
        self.tabs.currentChanged.connect(self._on_tab)
        column.addWidget(self.tabs, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(say("Copy versions"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("aboutCopy")
        copy.setAutoDefault(False)
        text = "\n".join([f"Stanceline {__version__}", *versions()])
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        buttons.rejected.connect(self.reject)
        plain_buttons(buttons)
        column.addWidget(buttons)

    def _make_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(16)
        picture = QLabel()
        picture.setPixmap(program_icon().pixmap(56, 56))
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label("Stanceline", role="title"))
        words.addWidget(label(say("Version %1").replace("%1", __version__), role="muted"))
        head.addLayout(words, 1)
        return head

    def _make_program(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        for text in (
            say("Who stands where on a contested plan, since when, and in whose words."),
            say("Everything is worked out on this computer. No text leaves it."),
        ):
            column.addWidget(label(text, wraps=True))
        column.addWidget(label(say("Stands on"), role="section"))
        column.addWidget(label(", ".join(versions()), role="muted", wraps=True, selectable=True))
        column.addWidget(
            label(say("MIT License. Typeface: Source Sans Pro, SIL Open Font License 1.1."), role="muted", wraps=True)
        )
        column.addStretch(1)
        return page

    def _on_tab(self, tab: int) -> None:
        """Read the licenses when they are looked at: some hundred small files."""
        if self.tabs.widget(tab) is self._licenses and self._licenses.layout() is None:
            self._fill_licenses()

    def _fill_licenses(self) -> None:
        known = packages()
        row = QHBoxLayout(self._licenses)
        row.setContentsMargins(0, 12, 0, 0)
        names = QListWidget()
        names.setObjectName("licenseList")
        names.setAccessibleName(say("Packages"))
        names.setMinimumWidth(220)
        for one in known:
            names.addItem(f"{one.name} {one.version}\n{one.license}")
        text = _text("licenseText", say("License"), "")
        names.currentRowChanged.connect(
            lambda at: text.setPlainText("\n\n".join(known[at].texts) or known[at].license) if at >= 0 else None
        )
        row.addWidget(names)
        row.addWidget(text, 1)
        names.setCurrentRow(0)


def _text(name: str, spoken: str, markdown: str) -> QTextBrowser:
    view = QTextBrowser()
    view.setObjectName(name)
    view.setAccessibleName(spoken)
    view.setOpenLinks(False)
    view.setMarkdown(markdown)
    return view


def versions() -> list[str]:
    """The packages that the program stands on, with their versions."""
    found = []
    for name in _STANDS_ON:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            continue
    return found
