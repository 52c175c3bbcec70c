# A list cannot be a key.
places = {}
places[(1, 2)] = "here"
print(places)
places[[1, 2]] = "there"
