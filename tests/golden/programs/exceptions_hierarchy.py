pairs = [
    (KeyError, LookupError), (IndexError, LookupError), (LookupError,
            Exception), (ZeroDivisionError, ArithmeticError),
    (OverflowError, ArithmeticError), (FileNotFoundError, OSError), (ConnectionError,
            OSError), (TimeoutError, OSError),
    (ConnectionResetError, ConnectionError), (BrokenPipeError,
            ConnectionError), (ConnectionRefusedError, ConnectionError),
    (PermissionError, OSError), (FileExistsError, OSError), (InterruptedError,
            OSError), (IsADirectoryError, OSError),
    (UnboundLocalError, NameError), (RecursionError, RuntimeError), (NotImplementedError, RuntimeError),
    (UnicodeDecodeError, UnicodeError), (UnicodeError, ValueError), (ModuleNotFoundError, ImportError),
    (StopIteration, Exception), (StopAsyncIteration, Exception), (IndentationError,
            SyntaxError), (TabError, IndentationError),
    (SystemExit, Exception), (KeyboardInterrupt, Exception), (GeneratorExit,
            Exception), (SystemExit, BaseException),
    (AssertionError, Exception), (AttributeError, Exception), (BufferError, Exception), (EOFError, Exception),
    (FloatingPointError, ArithmeticError), (MemoryError, Exception), (SystemError,
            Exception), (Warning, Exception),
    (DeprecationWarning, Warning), (UserWarning, Warning), (RuntimeWarning,
            Warning), (ResourceWarning, Warning),
    (ExceptionGroup, Exception), (BaseExceptionGroup, BaseException), (IOError,
            OSError), (EnvironmentError, OSError),
]
for child, parent in pairs:
    print(child.__name__, parent.__name__, issubclass(child, parent))
print(OSError(2, 'No such file'), repr(OSError(2, 'No such file')), type(OSError(2, 'x')).__name__)
print(OSError('plain'), FileNotFoundError(2, 'gone', 'name.txt'), OSError(13, 'denied').errno,
      OSError(13, 'denied').strerror)
print(KeyError('k'), KeyError(1), KeyError(), KeyError('a', 'b'), repr(KeyError('k')), str(KeyError(None)))
print(StopIteration(5).value, StopIteration().value, SystemExit(3).code, SystemExit().code,
      SystemExit('a', 'b').code)
print(repr(ValueError()), repr(ValueError('a')), repr(ValueError(['x'])), str(ValueError(('t',))),
      repr(ValueError(1, 2)))
print(BaseException(1).args, Exception('x') == Exception('x'), NameError('n', name='x').name)
print(ImportError('i', name='m').name, UnicodeError('u'), AssertionError('a', 'b'))
