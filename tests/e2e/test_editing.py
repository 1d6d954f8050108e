"""An editor's way: sign in, make a stack, be told of a wrong rule, look at it, publish it, change it."""
