"""What a question is, as data: its kinds, and a variant of it drawn from a seed. Reading and marking are for others."""
