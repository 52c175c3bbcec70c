# Futures of threads.
