# "…" % …: flags, widths, precisions, mappings, and what is refused.
def show(form, *arguments):
    for argument in arguments:
        try:
            print(repr(form), repr(argument), repr(form % argument))
        except Exception as error:
            print(repr(form), repr(argument), type(error).__name__, error)


for form in ["%d", "%5d", "%-5d|", "%05d", "%+d", "% d", "%.5d", "%08.3d", "%-05d|", "%i", "%u"]:
    show(form, 42, -42, 0, 10**20, True, 3.99, -3.99)
for form in ["%x", "%X", "%#x", "%#X", "%o", "%#o", "%#10x", "%#010x", "%-#10x|", "%.5x", "%#.5x", "%+x"]:
    show(form, 255, -255, 0)
for form in ["%f", "%.2f", "%.0f", "%#.0f", "%10.3f", "%-10.3f|", "%010.3f", "%+f", "%e", "%.3e", "%E", "%g", "%.3g", "%#g", "%G", "%F"]:
    show(form, 3.14159, -1234567.891, 0.0, 1e-10, 7, float("inf"), float("nan"))
for form in ["%s", "%10s", "%-10s|", "%.2s", "%10.2s", "%010s", "%r", "%a", "%.3r"]:
    show(form, "héllo", 5, None, [1, "a"], (("t",),))
show("%c", "a", "é", 97, 0x4E2D, "ab", "", -1, 0x110000, 1.5)
show("%d", "x", None, [], float("inf"), 1e30)
show("%x", 1.5, "x")
show("%f", "x", None)
show("%s %s", 1, (1,), (1, 2), (1, 2, 3))
show("plain", (), 5, (5,), {}, [5], "x")
show("%(a)s %(b)d", {"a": 1, "b": 2}, {"a": 1}, 5, (1, 2))
show("%(a)s %%", {"a": "x"})
show("%((x))s", {"(x)": 1})
show("%s %(a)s", {"a": 1})
show("%*d|%-*d|%.*f", (5, 42, 5, 42, 2, 3.14159), (-5, 42, -5, 42, -2, 3.14159))
show("%*d", ("x", 1), (1.5, 1))
show("%y", 1)
show("%", 1)
show("%5", 1)
show("%(a", {"a": 1})
show("%lld", 5)
show("%ld %hd", (5, 6))
show("100%", ())
show("100%%", ())
print(b"%d %s %b %a %c %5.1f %x" % (1, b"x", bytearray(b"y"), "é", 65, 2.25, 255), b"%(k)s" % {b"k": b"v"})
