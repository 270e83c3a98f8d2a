"""The pages of a sitting and its ways of answering, on a full screen or line by line."""
