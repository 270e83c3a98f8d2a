"""A tokenizer whose ids can be read off the text."""


def encoder():
    """A function that reads the numbers in a text: "7 8" gives [7, 8].

    A line break is the number 10.
    """

    def encode(text):
        return [int(word) for word in text.replace("\n", " 10 ").split()]

    return encode
