# str.format: numbering, names, attributes, items, conversions, nested fields, and what is refused.
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def __format__(self, spec):
        return f"<{spec}>"


def show(form, *arguments, **named):
    try:
        print(repr(form), repr(form.format(*arguments, **named)))
    except Exception as error:
        print(repr(form), type(error).__name__, error)


point = Point(1, [2, {"k": 3}])
show("{} {}", 1, 2)
show("{0} {1} {0}", "a", "b")
show("{1}{}", 1, 2)
show("{}{1}", 1, 2)
show("{} {} {}", 1, 2)
show("{a} {b}", a=1, b=2)
show("{a}", b=1)
show("{.x} {0.y}", point)
show("{0.x} {0.y} {0.y[1][k]} {p.y[0]}", point, p=point)
show("{:>10}|{:^10}|{:<10}|", "a", "b", "c")
show("{0!r} {0!s} {0!a} {1!a:>10}", point, "é")
show("{:{}}|{:{}{}}|{:{w}.{p}f}", 1, 5, "x", "^", 7, 3.14159, w=9, p=2)
show("{0:{1}} {0!r:{2}}", point, "spec", "<20")
show("{{}} {{{}}} }}{{", 5)
for form in ["{", "}", "{0", "{0!", "{0!r", "{0!rx}", "{0!z}", "{!}", "{0.}", "{0[}", "{0[a}", "{0[]}", "{0[a]b}", "{a{b}}", "{:{:{}}}", "{:{", "{:", "{}{", "{}}", "{ 0}", "{99999999999999999999}", "{0[99999999999999999999]}", "{:d}", "{0.nope}", "{0[5]}", "{-1}"]:
    show(form, "abc", a=1, b=2)
for form, mapping in [("{a} {b[0]}", {"a": 1, "b": "xy"}), ("{}", {}), ("{0}", {"0": 1}), ("{x}", {}), ("{x}", 5)]:
    try:
        print(repr(form), form.format_map(mapping))
    except Exception as error:
        print(repr(form), type(error).__name__, error)
