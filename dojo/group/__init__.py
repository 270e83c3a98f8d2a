"""Repositories of a study group: what `dojo group new` and `dojo release` write."""
