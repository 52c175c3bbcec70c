# A key that is not there ends the program, and the message shows the key as repr does.
stock = {"apple": 3, ("a", 1): 2}
print(stock["apple"], stock["a", 1])
print(stock["pear\n"])
