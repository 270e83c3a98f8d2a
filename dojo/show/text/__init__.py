"""Text for a terminal: the Markdown subset, code, tables, wrapping, cleaning. Knows only the width it is given."""
