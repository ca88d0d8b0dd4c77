"""What the Neo4j Browser needs: links with a query in the editor, favourites, a style."""
