b = b'hello world'
print(b, b[0], b[-1], b[1:3], len(b), list(b[:3]), b'o' in b, 111 in b, b + b'!', b * 2,
      b == b'hello world', b < b'i')
print(b.upper(), b.title(), b.capitalize(), b.split(), b.split(b'o'), b.replace(b'l', b'L'),
      b.find(b'wor'), b.find(b'z'), b.count(b'l'), b.index(b'w'))
print(b.startswith(b'he'), b.endswith((b'x', b'ld')), b' x '.strip(), b'a,b'.partition(b','),
      b','.join([b'a', b'b']), b'ab'.hex(), b'ab'.hex(' '))
print(bytes(3), bytes([65, 66]), bytes('é', 'utf-8'), bytes(b'x'), bytes.fromhex('4142 43'),
      b'caf\xc3\xa9'.decode(), b'\xff'.decode('latin-1'), b'\xff'.decode('utf-8', 'replace'))
print(b'\x00\t\n\r\\\'"\x7f\x80', b"it's", b'"', rb'\n', b'\x41\101', bytes(), b'ab'.isalpha(),
      b'12'.isdigit(), b'a'.islower(), b' '.isspace())
print(b'a-b'.translate(bytes.maketrans(b'-', b'_')), b'5'.zfill(3), b'x'.center(5, b'*'),
      b'x'.ljust(3) + b'|', b'a\nb'.splitlines(), b'%d-%s' % (5, b'x'))
print(int.from_bytes(b'\x01\x00', 'big'), (258).to_bytes(2, 'little'), (5).to_bytes(),
      int.from_bytes(b'\xff', 'big', signed=True), hash(b'a') == hash(b'a'))
print([x for x in b'abc'], sorted(b'cab'), max(b'az'), bytes(reversed(b'abc')), {b'k': 1}[b'k'],
      b'' or 'empty', b'abc'.removeprefix(b'a'), b'abc'.removesuffix(b'c'))
for f in (lambda: bytes('x'), lambda: bytes([256]), lambda: b'\xff'.decode(), lambda: b[100],
          lambda: b'a'.index(b'z'), lambda: bytes(-1), lambda: b'a'.join(['x']),
          lambda: bytes.fromhex('4g'), lambda: (256).to_bytes(1, 'big'), lambda: (-1).to_bytes(1,
                  'big'), lambda: b'x' in 5, lambda: 'x' in b'x', lambda: b'x'.upper(1)):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
