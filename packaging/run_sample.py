"""Opens the window on the sample; where there is no display, says so and writes the sample's figure instead."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "seeds"
FIGURE = ROOT / "build" / "sample.png"


def has_display() -> bool:
    """Whether a window could be seen by somebody."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def main() -> int:
    """The exit status of the program."""
    program = [sys.executable, "-m", "stanceline"]
    if has_display():
        return subprocess.run([*program, str(SAMPLE)], check=False).returncode
    FIGURE.parent.mkdir(exist_ok=True)
    print("There is no display here, so the window cannot open. Writing the sample's figure instead.")
    figure = ["export", str(SAMPLE), "--what", "both", "--format", "png", "-o", str(FIGURE)]
    status = subprocess.run([*program, *figure], check=False).returncode
    if FIGURE.exists():
        print(f"The sample's figure: {FIGURE.relative_to(ROOT)}")
    return status if status == 2 else 0


if __name__ == "__main__":
    sys.exit(main())
