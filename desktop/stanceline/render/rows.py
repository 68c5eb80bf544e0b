"""Where the rows of plot, names and cells stand: equal heights, scrolled, seen through a window."""

from dataclasses import dataclass


@dataclass(frozen=True)
class RowGeometry:
    """Rows from top to bottom: equal heights, scrolled by `scroll_px`, seen through `height_px`."""

    row_height: float
    scroll_px: float
    height_px: float
    n_rows: int

    @property
    def first(self) -> int:
        """First row that is at least partly seen."""
        return max(0, min(self.n_rows, int(self.scroll_px // self.row_height)))

    @property
    def end(self) -> int:
        """Row behind the last one that is at least partly seen."""
        last = -int(-(self.scroll_px + self.height_px) // self.row_height)
        return max(self.first, min(self.n_rows, last))

    @property
    def fully_first(self) -> int:
        """First row whose marks are in view."""
        return max(0, min(self.n_rows, int(-(-(self.scroll_px - self.mark_offset) // self.row_height))))

    @property
    def fully_end(self) -> int:
        """Row behind the last one whose marks are in view."""
        last = int((self.scroll_px + self.height_px - self.mark_offset) // self.row_height) + 1
        return max(self.fully_first, min(self.n_rows, last))

    def top(self, row: int) -> float:
        """y of the upper edge of a row."""
        return row * self.row_height - self.scroll_px

    @property
    def mark_offset(self) -> float:
        """Distance from a row's upper edge to the middle of its marks; brackets and bars run below."""
        return (self.row_height - 5.0) / 2.0

    @property
    def span_offset(self) -> float:
        """Distance from a row's upper edge to its brackets and bars."""
        return min(self.row_height - 6.0, self.mark_offset + 26.0)
