"""The virtual clock for a real CPython: what tests/support/virtual.py is made of.

clock     the time in whole nanoseconds, and the functions that read it
loops     waiting moves the clock; equal timers fire in the order of starting
schedule  which handle ran in which iteration, and when
sets      sets of tasks and futures iterate in creation order
threads   worker threads take turns with the loop on the same clock
programs  compiling and running the program as `__main__`
"""
