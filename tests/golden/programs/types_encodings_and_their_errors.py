# encode and decode with every error handler.
handlers = ["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass"]
for text in ["abc", "é中😀", "a\ud800b", "\udcff\udc80x", "ÿĀ"]:
    for encoding in ("utf-8", "ascii", "latin-1", "UTF_8", "us-ascii", "utf-8-sig"):
        for handler in handlers:
            try:
                print(ascii(text), encoding, handler, text.encode(encoding, handler))
            except UnicodeEncodeError as error:
                print(ascii(text), encoding, handler, error, ascii(error.args), error.start, error.end, error.reason, error.encoding)
for data in [b"abc", b"\xc3\xa9", b"\xff", b"\xc3", b"\xe4\xb8", b"\xe4\xb8\xad\x80", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80", b"\xf4\x90\x80\x80", b"\xc0\x80a", b"a\xf0\x9f\x98", b"\xef\xbb\xbfx"]:
    for encoding in ("utf-8", "ascii", "latin-1", "utf-8-sig"):
        for handler in handlers:
            if handler != "xmlcharrefreplace":
                try:
                    print(data, encoding, handler, ascii(data.decode(encoding, handler)))
                except UnicodeDecodeError as error:
                    print(data, encoding, handler, error, error.args)
for encoding, errors in [("nope", "strict"), ("ascii", "nope")]:
    for call in (lambda: "é".encode(encoding, errors), lambda: b"\xff".decode(encoding, errors)):
        try:
            print(call())
        except LookupError as error:
            print(error)
