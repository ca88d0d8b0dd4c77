"""The schema of the graph: what nodes and relationships may be in it, said once as classes."""

from graph.schema.nodes import *  # noqa: F403  the declarations are the interface of this package
from graph.schema.relationships import *  # noqa: F403
