"""The name that is due stands for a number.

also: error
quick: yes
"""

softmax = 5
