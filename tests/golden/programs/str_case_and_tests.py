words = ['hello World', 'HELLO', 'hello', 'Hello World', '', '123', 'a1', 'ß', 'éÉ', '½', '٣', ' ',
        '\t\n', 'a_b', '1a', 'ǆ', 'if']
for w in words:
    print(repr(w), w.upper(), w.lower(), w.title(), w.capitalize(), w.swapcase(), w.casefold())
    print([getattr(w, 'is' + name)() for name in ('alpha', 'digit', 'alnum', 'lower', 'upper',
              'title', 'space', 'identifier',
                                                 'numeric', 'decimal', 'ascii', 'printable')])
print("they're bill's friends".title(), 'ONE two'.swapcase(), 'ǅ'.lower(), 'İ'.lower() == 'i̇', 'ﬁ'.upper())
