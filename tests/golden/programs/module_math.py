import math
print(math.pi, math.e, math.tau, math.inf, math.nan, -math.inf)
print(math.sqrt(2), math.sqrt(16), math.isqrt(17), math.isqrt(10 ** 40), math.floor(2.7),
      math.floor(-2.7), math.ceil(2.1), math.ceil(-2.1), math.trunc(-2.7), math.fabs(-3),
      math.floor(5), math.ceil(10 ** 20), math.floor(1e20))
print(math.gcd(12, 18), math.gcd(), math.gcd(0, 5), math.gcd(12, 18, 27), math.gcd(-4, 6),
      math.lcm(4, 6), math.lcm(), math.factorial(0), math.factorial(20), math.factorial(30),
      math.comb(5, 2), math.comb(50, 25), math.perm(5, 2), math.perm(5), math.prod([1, 2, 3, 4]),
      math.prod([]), math.prod([0.5, 4], start=10))
print(math.sin(1), math.cos(1), math.tan(1), math.asin(1), math.acos(0.5), math.atan(1),
      math.atan2(-1, -1), math.sinh(1), math.cosh(1), math.tanh(1), math.degrees(math.pi),
      math.radians(180), math.hypot(3, 4), math.hypot(1, 2, 2), math.dist([0, 0], [3, 4]))
print(math.exp(1), math.exp(0), math.exp2(3), math.log(10), math.log(8, 2), math.log2(8),
      math.log2(2 ** 100), math.log10(1000), math.log1p(1e-10), math.expm1(1e-10), math.pow(2, 0.5),
      math.log(10 ** 400), math.log10(10 ** 400))
print(math.isnan(math.nan), math.isinf(math.inf), math.isfinite(1), math.isclose(0.1 + 0.2, 0.3),
      math.isclose(1, 1.1), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-10, abs_tol=1e-9),
      math.copysign(3, -0.0), math.fmod(-7, 3), math.remainder(7, 4), math.modf(2.75),
      math.modf(-2.5), math.frexp(8), math.ldexp(0.5, 4), math.fsum([0.1] * 10), math.ulp(1.0),
      math.nextafter(1, 2), math.sumprod([1, 2], [3, 4]))
print(*[f'{value:.12g}' for value in (math.erf(0.5), math.gamma(5), math.lgamma(10), math.erfc(1),
      math.asinh(1), math.acosh(2), math.atanh(0.5), math.cbrt(27))])
for call in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1),
        lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.exp(1000),
        lambda: math.floor(math.inf), lambda: math.floor(math.nan), lambda: math.sqrt('a'),
        lambda: math.isqrt(-1), lambda: math.gcd(1.5), lambda: math.comb(-1, 2), lambda: math.asin(2),
        lambda: math.pow(0, -1), lambda: math.fmod(1, 0), lambda: math.sqrt(), lambda: math.gamma(0),
        lambda: math.log(5, 1)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(math.floor(-0.5), math.ceil(-0.5), round(-0.5), math.trunc(1e18), type(math.floor(1.0)).__name__)
