This is an essay on softmax, not a program.
