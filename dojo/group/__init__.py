"""Repositories of a study group: what `dojo group new` writes."""
