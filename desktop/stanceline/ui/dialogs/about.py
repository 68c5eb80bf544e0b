"""The About box: what this is, which version, what it stands on, and that nothing leaves the computer."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from stanceline import __version__
from stanceline.ui.icons import program_icon
from stanceline.ui.widgets import label, plain_buttons
from stanceline.ui.words import say

_STANDS_ON = ("PySide6-Essentials", "pyqtgraph", "pandas", "numpy", "spacy", "dateparser", "apsw", "trafilatura")


class AboutDialog(QDialog):
    """Version and foundations; the versions can be copied into a bug report."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setWindowTitle(say("About Stanceline"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(460)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 20)
        column.setSpacing(12)
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
        column.addLayout(head)
        column.addWidget(
            label(say("Who stands where on a contested plan, since when, and in whose words."), wraps=True)
        )
        column.addWidget(label(say("Everything is worked out on this computer. No text leaves it."), wraps=True))
        column.addWidget(label(say("Stands on"), role="section"))
        column.addWidget(label(", ".join(versions()), role="muted", wraps=True, selectable=True))
        column.addWidget(
            label(say("MIT License. Typeface: Source Sans Pro, SIL Open Font License 1.1."), role="muted", wraps=True)
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(say("Copy versions"), QDialogButtonBox.ButtonRole.ActionRole)
        text = "\n".join([f"Stanceline {__version__}", *versions()])
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        buttons.rejected.connect(self.reject)
        plain_buttons(buttons)
        column.addWidget(buttons)


def versions() -> list[str]:
    """The packages that the program stands on, with their versions."""
    found = []
    for name in _STANDS_ON:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            continue
    return found
