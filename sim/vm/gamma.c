#include "vm/gamma.h"

#include <math.h>

#define TERMS 13

static const double pi = 3.141592653589793238462643383279502884197;
static const double log_pi = 1.144729885849400174143427351353058711647;

// Lanczos' parameter g, and the coefficients of the quotient of polynomials that belongs to it.
static const double g = 6.024680040776729583740234375;
static const double g_less_half = 5.524680040776729583740234375;
static const double above[TERMS] = {
    23531376880.410759688572007674451636754734846804940,
    42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708,
    1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801,
    31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024,
    210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
};
static const double below[TERMS] = {0,        39916800, 120543840, 150917976, 105258076,
                                    45995730, 13339535, 2637558,   357423,    32670,
                                    1925,     66,       1};

// The quotient; for large x in powers of 1/x, so that neither part overflows.
static double lanczos(double x) {
    double numerator = 0, denominator = 0;
    for (int i = 0; i < TERMS; i++) {
        if (x < 5) {
            numerator = numerator * x + above[TERMS - 1 - i];
            denominator = denominator * x + below[TERMS - 1 - i];
        } else {
            numerator = numerator / x + above[i];
            denominator = denominator / x + below[i];
        }
    }
    return numerator / denominator;
}

// sin(pi * x), by the nearest multiple of a half.
static double sine_of_pi(double x) {
    double y = fmod(fabs(x), 2.0), result;
    switch ((int)round(2.0 * y)) {
    case 0:
        result = sin(pi * y);
        break;
    case 1:
        result = cos(pi * (y - 0.5));
        break;
    case 2:
        result = sin(pi * (1.0 - y));
        break;
    case 3:
        result = -cos(pi * (y - 1.5));
        break;
    default:
        result = sin(pi * (y - 2.0));
    }
    return copysign(1.0, x) * result;
}

// What y + g - 1/2 lost by rounding, relative to it and times g.
static double correction(double magnitude, double y) {
    double rest =
        magnitude > g_less_half ? (y - magnitude) - g_less_half : (y - g_less_half) - magnitude;
    return rest * g / y;
}

// Multiplies (or divides, if [inverse]) by y to the power x - 1/2, in two steps where one
// overflows.
static double scale(double result, double y, double x, bool inverse) {
    if (x < 140.0) {
        double power = pow(y, x - 0.5);
        return inverse ? result / power : result * power;
    }
    double root = pow(y, x / 2.0 - 0.25);
    return inverse ? result / root / root : result * root * root;
}

static double gamma_by_lanczos(double x) {
    double magnitude = fabs(x), y = magnitude + g_less_half, lost = correction(magnitude, y);
    if (x < 0) {
        double result = -pi / sine_of_pi(magnitude) / magnitude * exp(y) / lanczos(magnitude);
        return scale(result - lost * result, y, magnitude, true);
    }
    double result = lanczos(magnitude) / exp(y);
    return scale(result + lost * result, y, magnitude, false);
}

static double factorial(int n) {
    double result = 1;
    for (int i = 2; i <= n; i++) {
        result *= i;
    }
    return result;
}

bool gamma_function(double x, double *out) {
    *out = x;
    if (isnan(x) || x == INFINITY) {
        return true;
    }
    if (x == -INFINITY || x == 0 || (x < 0 && x == floor(x))) {
        *out = NAN;
        return false;
    }
    if (x == floor(x) && x <= 23) {
        *out = factorial((int)x - 1);
    } else if (fabs(x) < 1e-20) {
        *out = 1.0 / x;
    } else if (fabs(x) > 200.0) {
        *out = x < 0 ? 0.0 / sine_of_pi(x) : INFINITY;
    } else {
        *out = gamma_by_lanczos(x);
    }
    return true;
}

double gamma_log(double x) {
    double magnitude = fabs(x);
    if (!isfinite(x)) {
        return isnan(x) ? x : INFINITY;
    }
    if (x == floor(x) && x <= 2) {
        return x <= 0 ? INFINITY : 0.0;
    }
    if (magnitude < 1e-20) {
        return -log(magnitude);
    }
    double result = log(lanczos(magnitude)) - g;
    result += (magnitude - 0.5) * (log(magnitude + g - 0.5) - 1);
    if (x < 0) {
        result = log_pi - log(fabs(sine_of_pi(magnitude))) - log(magnitude) - result;
    }
    return result;
}
