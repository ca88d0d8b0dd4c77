"""Pictures of stored queries: paths become Mermaid, DOT or SVG."""
