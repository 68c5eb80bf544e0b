"""Figures on paper: a print preview that does not block, a page of paper for each page of the figure."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from stanceline.render.figure_pages import PagePlan
from stanceline.ui.words import say

_MARGIN_MM = 8.0


def make_printer(plan: PagePlan, title: str) -> QPrinter:
    """The default printer, its paper turned as the figure lies."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title or "Stanceline")
    first = plan.page(0)
    lies = QPageLayout.Orientation.Landscape if first.width > first.height else QPageLayout.Orientation.Portrait
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    size = printer.pageLayout().pageSize()
    if not size.isValid():
        size = QPageSize(QPageSize.PageSizeId.A4)
    printer.setPageLayout(QPageLayout(size, lies, margins, QPageLayout.Unit.Millimeter))
    return printer


def paint_pages(printer: QPrinter, plan: PagePlan) -> int:
    """Paint all pages, each as large as the paper allows; the number of pages painted."""
    painter = QPainter(printer)
    painted = 0
    for number in range(len(plan)):
        if number and not printer.newPage():
            break
        figure = plan.page(number)
        room = QRectF(printer.pageLayout().paintRectPixels(printer.resolution()))
        size = QSizeF(figure.width, figure.height).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.save()
        painter.translate((room.width() - size.width()) / 2, 0)
        painter.scale(size.width() / figure.width, size.width() / figure.width)
        figure.paint(painter)
        painter.restore()
        painted += 1
    painter.end()
    return painted


def preview_print(parent: QWidget, plan: PagePlan, title: str) -> QPrintPreviewDialog:
    """Open the system's print preview beside the window."""
    printer = make_printer(plan, title)
    dialog = QPrintPreviewDialog(printer, parent)
    # The dialog does not own its printer: this connection keeps it.
    dialog.finished.connect(lambda _result, kept=printer: kept.resolution())
    dialog.setObjectName("printPreview")
    dialog.setWindowTitle(say("Print"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.paintRequested.connect(lambda device: paint_pages(device, plan))
    dialog.resize(900, 680)
    dialog.open()
    return dialog
