# Module math on ordinary numbers, on the edges, and on what it refuses.
import math

edges = [0.0, -0.0, 0.5, 1, -1, 2.5, -3.7, 10, 100, 1e-10, 1e300, float("inf"), float("-inf"), float("nan"), 10**400]
for name in "acos acosh asin asinh atan atanh cbrt ceil cos cosh degrees erf erfc exp exp2 expm1 fabs floor frexp gamma isfinite isinf isnan lgamma log log10 log1p log2 modf radians sin sinh sqrt tan tanh trunc ulp".split():
    results = []
    for x in edges:
        try:
            results.append(getattr(math, name)(x))
        except Exception as error:
            results.append(f"{type(error).__name__}: {error}")
    print(name, results)
for name in "atan2 copysign fmod hypot isclose nextafter pow remainder".split():
    for x in (0.0, -1.5, 2, 1e300, float("inf"), float("nan")):
        results = []
        for y in (0.0, -0.0, 0.5, -3, 1e300, float("-inf"), float("nan")):
            try:
                results.append(getattr(math, name)(x, y))
            except Exception as error:
                results.append(f"{type(error).__name__}: {error}")
        print(name, x, results)
print(math.pi, math.e, math.tau, math.inf, math.nan)
print(math.factorial(20), math.factorial(30), math.isqrt(10**40), math.comb(50, 25), math.perm(10, 3), math.perm(5), math.gcd(12, 18, 30), math.gcd(), math.lcm(4, 6), math.lcm(0, 5))
print(math.fsum([0.1] * 10), math.fsum([1e100, 1.0, -1e100]), math.prod([1.5, 2, 3]), math.prod([], start=7), math.sumprod([1, 2], [3, 4]), math.sumprod([0.1, 0.2], [3, 4]))
print(math.dist((0, 0), (3, 4)), math.hypot(1, 2, 2), math.hypot(), math.ldexp(0.75, 10), math.log(8, 2), math.log(10**400), math.fma(2, 3, 4), math.nextafter(1, 2, steps=5), math.isclose(1, 1.05, rel_tol=0.1))
for call in [lambda: math.sqrt("a"), lambda: math.sqrt(), lambda: math.sqrt(1, 2), lambda: math.log(0), lambda: math.log(8, 1), lambda: math.log(), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.isqrt(-1), lambda: math.comb(5, -1), lambda: math.gcd(1.5), lambda: math.ceil("a"), lambda: math.trunc("a"), lambda: math.fsum([1e308, 1e308]), lambda: math.fsum([math.inf, -math.inf]), lambda: math.fsum(5), lambda: math.dist([1], [2, 3]), lambda: math.isclose(1, 2, rel_tol=-1), lambda: math.ldexp(1, 10**5), lambda: math.ldexp(1, 1.5), lambda: math.pow(2), lambda: math.sumprod([1], [1, 2]), lambda: math.fma(math.inf, 0, 1), lambda: math.nope]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
