"""Questions to and from other programs: plain data, CSV, Anki and Moodle out; CSV, GIFT and Aiken in."""
