"""Where work runs: in this process, or in several; the same results in the same order either way."""

from provenance.engines.engine import Engine, Here, Pool, engine

__all__ = ["Engine", "Here", "Pool", "engine"]
