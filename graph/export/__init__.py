"""Rows and subgraphs become NetworkX graphs and files."""
