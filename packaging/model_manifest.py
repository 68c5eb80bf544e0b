"""Writes the SHA-256 manifest of an installed language model.

    model_manifest.py DISTRIBUTION > resources/model/DISTRIBUTION.json

Run once when the pinned model changes, after its files were compared with the official release.
"""

import hashlib
import importlib.metadata
import json
import sys
from pathlib import Path


def main() -> None:
    name = sys.argv[1]
    distribution = importlib.metadata.distribution(name)
    files = [str(file) for file in distribution.files or ()]
    folder = next(file.rsplit("/", 1)[0] for file in files if file.endswith("/config.cfg") and file.count("/") == 2)
    root = Path(str(distribution.locate_file(folder)))
    digests = {
        file.removeprefix(f"{folder}/"): hashlib.sha256(
            (root / file.removeprefix(f"{folder}/")).read_bytes()
        ).hexdigest()
        for file in sorted(files)
        if file.startswith(f"{folder}/")
    }
    made = {"distribution": name, "version": distribution.version, "folder": folder, "files": digests}
    sys.stdout.write(json.dumps(made, indent=1) + "\n")


if __name__ == "__main__":
    main()
