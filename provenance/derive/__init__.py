"""From matches to a directed graph: who took from whom, what is lost, and how sure each edge is."""

from provenance.derive.family import Bond, families
from provenance.derive.kin import as_kin, kinship
from provenance.derive.stemma import Absent, Edge, Stemma, stemma
from provenance.derive.through import carried

__all__ = ["Absent", "Bond", "Edge", "Stemma", "as_kin", "carried", "families", "kinship", "stemma"]
