print('ab'.center(7) + '|', 'ab'.center(7, '*'), 'abc'.center(6, '-'), 'ab'.ljust(5, '.') + '|',
      'ab'.rjust(5), 'abc'.center(2), 'ab'.ljust(1))
print('42'.zfill(5), '-42'.zfill(5), '+1'.zfill(4), 'abc'.zfill(2), ''.zfill(2), '--1'.zfill(5))
for s in ('plain', "it's", 'say "hi"', 'both \' and "', 'tab\tnl\ncr\r', '\\back', '\x00\x1f\x7f',
        'é', '日', '😀', '\u200b', '\xa0', '\ud800', '\u0378', '\x85'):
    print(repr(s).encode('ascii', 'backslashreplace').decode(), ascii(s), len(s))
print('raw: ' + r'\n\t', 'oct \101 hex \x41 \u0041 \N{LATIN SMALL LETTER A}', 'line \
continued', '''a
b''', "a" 'b' """c""")
print(str(5), str(1.5), str(None), str(True), str([1, 'a']), str(b'x'), str(), str('s'),
      str(b'caf\xc3\xa9', 'utf-8'), str(object=5))
print('abc'.encode(), 'é'.encode('latin-1'), '日'.encode('utf-8'), 'é'.encode('ascii', 'ignore'),
      'é'.encode('ascii', 'replace'))
try:
    'é'.encode('ascii')
except UnicodeEncodeError as error:
    print(error)
try:
    'x'.encode('no-such')
except LookupError as error:
    print(error)
print('ab' 'cd'.upper(), 'hello'[1:4].join('--'), 'a'.__add__('b'), 'abc'.__len__(),
      'abc'.__contains__('b'), hash('a') == hash('a'))
try:
    'a'.nothing
except AttributeError as error:
    print(error)
try:
    'a'.upper(1)
except TypeError as error:
    print(error)
