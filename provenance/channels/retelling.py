"""The channels for reuse that shares no wording, as the settings ask for them and the machine allows."""

from __future__ import annotations

from provenance.channels.vectors import Encoded, Retelling, SentenceVectors
from provenance.errors import MissingExtraError
from provenance.settings import Settings


def open_channels(settings: Settings, encoded: Encoded | None = None) -> tuple[tuple[Retelling, ...], tuple[str, ...]]:
    """Return the channels that are on, sharing one store of vectors, and a remark where one must stay off.

    `encoded` holds vectors of sentences by the settings' encoder; those made now are added.
    """
    from provenance.channels.meaning import Meaning
    from provenance.channels.translation import Translation

    wanted = [c for c, on in ((Meaning, settings.meaning), (Translation, settings.translation)) if on]
    if not wanted:
        return (), ()
    vectors = SentenceVectors(settings.encoder, encoded)
    try:
        _ = vectors.encoder
    except MissingExtraError as error:
        return (), (f"meaning and translation channels are off: {error}",)
    return tuple(c(vectors) for c in wanted), ()
