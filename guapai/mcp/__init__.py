"""The stored questions as tools of a language model, by the Model Context Protocol: reading only, with proofs."""
