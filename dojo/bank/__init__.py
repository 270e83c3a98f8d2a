"""Question banks: strict YAML to checked, compiled questions. Asks nothing and marks nothing."""
