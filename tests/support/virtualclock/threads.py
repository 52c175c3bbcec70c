"""Worker threads on the virtual clock (not simulated yet)."""


def patch():
    pass
