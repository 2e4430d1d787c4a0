"""Copy labelled stories into neutral file names, so that a scorer can run a trace over names that say nothing.

usage: build.py OUT [FOLDER ...]    default folders: the project's seeds and the stories beside this file;
                                    a FOLDER holds stories, or is one.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from string import ascii_lowercase

HERE = Path(__file__).resolve().parent
FOLDERS = (HERE.parent.parent / "seeds", HERE)
LOST = "_lost_original"
NAMED_BY = {
    "edges": ("source", "target"),
    "passages": ("source", "target"),
    "drift": ("source", "target"),
    "inherited_drift": ("target", "via", "origin"),
    "shared_public_quotes": ("document",),
    "sibling_passages": ("a", "b"),
    "documents": ("id",),
}
"""Which keys of each list in truth.json hold a document's id."""


def stories(folders: Iterable[Path]) -> list[Path]:
    """Return the story folders, those with a truth.json, in the order of `folders` and then by name."""
    found = [sorted([*folder.glob("truth.json"), *folder.glob("*/truth.json")]) for folder in folders]
    return [path.parent for paths in found for path in paths]


def neutral_names(ids: Iterable[str]) -> dict[str, str]:
    """Return a letter and a digit for each id; the order is that of a digest, so that it gives nothing away."""
    shuffled = sorted(ids, key=lambda name: hashlib.sha256(name.encode()).hexdigest())
    if len(shuffled) > 260:
        raise SystemExit(f"{len(shuffled)} articles are more than a letter and a digit can name; pass fewer folders")
    return {name: f"{ascii_lowercase[k // 10]}{k % 10}" for k, name in enumerate(shuffled)}


def renamed(truth: dict[str, object], story: str, names: dict[str, str]) -> dict[str, object]:
    """Return the truth of one story under its neutral names."""
    fresh = json.loads(json.dumps(truth))
    fresh["family"] = story
    for key, fields in NAMED_BY.items():
        for row in fresh[key]:
            row.update({field: names.get(row[field], row[field]) for field in fields})
    for row in fresh["shared_public_quotes"]:
        row["also_in"] = sorted(names.get(name, name) for name in row["also_in"])
    fresh["independent"] = sorted(names[name] for name in fresh["independent"])
    if fresh["lost"]:
        fresh["lost"]["path"] = f"{story}/{LOST}.txt"
        if "built_on" in fresh["lost"]:
            fresh["lost"]["built_on"] = names[fresh["lost"]["built_on"]]
    return dict(fresh)


def build(out: Path, folders: Sequence[Path] = FOLDERS) -> dict[str, str]:
    """Write `out/s1`, `out/s2`, … and return the neutral name of each article."""
    found = stories(folders)
    truths = [json.loads((story / "truth.json").read_text("utf-8")) for story in found]
    names = neutral_names(d["id"] for truth in truths for d in truth["documents"])
    for number, (story, truth) in enumerate(zip(found, truths, strict=True), 1):
        target = out / f"s{number}"
        target.mkdir(parents=True)
        for path in sorted(story.iterdir()):
            if path.stem in names:
                shutil.copyfile(path, target / f"{names[path.stem]}{path.suffix}")
            elif path.stem == LOST:
                shutil.copyfile(path, target / path.name)
        text = json.dumps(renamed(truth, target.name, names), ensure_ascii=False, indent=1)
        (target / "truth.json").write_text(text + "\n", "utf-8")
    return names


def main(argv: Sequence[str]) -> int:
    """Build from the command line; the names are printed, neutral one first."""
    if not argv or argv[0].startswith("-"):
        sys.stderr.write(__doc__ or "")
        return 2
    names = build(Path(argv[0]), [Path(folder) for folder in argv[1:]] or FOLDERS)
    sys.stdout.writelines(f"{neutral}\t{name}\n" for name, neutral in sorted(names.items(), key=lambda kv: kv[1]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
