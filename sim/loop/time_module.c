// Module _time: the virtual clock for sim/pylib's time and datetime.
#include <limits.h>
#include <math.h>
#include <time.h>

#include "loop/natives.h"
#include "loop/state.h"
#include "vm/float.h"
#include "vm/int.h"
#include "vm/list.h"
#include "vm/raise.h"
#include "vm/str.h"

// Loop time in nanoseconds; counts as a reading of the clock.
static struct value loop_ns(struct vm *vm, struct value self, const struct call *call) {
    (void)self, (void)call;
    return int_from(vm, clock_read(&sim_of(vm)->clock));
}

// Wall-clock time in nanoseconds since 1970.
static struct value wall_ns(struct vm *vm, struct value self, const struct call *call) {
    (void)self, (void)call;
    struct clock *clock = &sim_of(vm)->clock;
    return int_from(vm, clock->epoch + clock_read(clock));
}

// The same for the library's own needs: no reading that could be a program's spinning.
static struct value peek_ns(struct vm *vm, struct value self, const struct call *call) {
    (void)self, (void)call;
    const struct clock *clock = &sim_of(vm)->clock;
    return int_from(vm, clock->epoch + clock->now);
}

static struct value monotonic(struct vm *vm, struct value self, const struct call *call) {
    (void)self, (void)call;
    return value_float(clock_to_seconds(clock_read(&sim_of(vm)->clock)));
}

static struct value wall(struct vm *vm, struct value self, const struct call *call) {
    (void)self, (void)call;
    struct clock *clock = &sim_of(vm)->clock;
    return value_float(clock_to_seconds(clock->epoch + clock_read(clock)));
}

static bool sleep_length(struct vm *vm, struct value v, double *seconds) {
    if (!float_from_number(vm, v, seconds)) {
        if (value_is_absent(raised(vm))) {
            raise_error(vm, EXCEPTION_TypeError, "'%s' object cannot be interpreted as an integer",
                        value_type(vm, v)->name);
        }
        return false;
    }
    if (isnan(*seconds)) {
        raise_error(vm, EXCEPTION_ValueError, "Invalid value NaN (not a number)");
        return false;
    }
    if (*seconds < 0) {
        raise_error(vm, EXCEPTION_ValueError, "sleep length must be non-negative");
        return false;
    }
    if (*seconds > 9e9) {
        raise_error(vm, EXCEPTION_OverflowError, "timestamp out of range for platform time_t");
        return false;
    }
    return true;
}

static struct value block(struct vm *vm, struct value self, const struct call *call) {
    struct value length;
    double seconds;
    (void)self;
    if (!native_args(vm, call, "time.sleep", "o", &length) || !sleep_length(vm, length, &seconds)) {
        return VALUE_ERROR;
    }
    struct value nanoseconds = int_from(vm, clock_from_seconds(seconds));
    return value_is_error(nanoseconds) ? VALUE_ERROR : vm_block(vm, REQUEST_SLEEP, nanoseconds);
}

// strftime(format, (year, month, day, hour, minute, second, weekday, yearday, isdst))
static struct value format_time(struct vm *vm, struct value self, const struct call *call) {
    struct value format, fields;
    (void)self;
    if (!native_args(vm, call, "strftime", "oo", &format, &fields)) {
        return VALUE_ERROR;
    }
    int64_t n[9] = {0};
    size_t count;
    const struct value *items = sequence_items(fields, &count);
    for (size_t i = 0; i < 9 && i < count; i++) {
        int_to_int64(items[i], &n[i]);
    }
    struct tm tm = {
        .tm_year = (int)n[0] - 1900,
        .tm_mon = (int)n[1] - 1,
        .tm_mday = (int)n[2],
        .tm_hour = (int)n[3],
        .tm_min = (int)n[4],
        .tm_sec = (int)n[5],
        .tm_wday = (int)((n[6] + 1) % 7), // Python's weeks begin on Monday
        .tm_yday = (int)n[7] - 1,
        .tm_isdst = (int)n[8],
    };
    char text[1024] = "";
    size_t length = strftime(text, sizeof text, str_of(format)->text, &tm);
    return str_new(vm, text, length);
}

static const struct native functions[] = {
    {"loop_ns", loop_ns, NATIVE_PLAIN, NULL},
    {"wall_ns", wall_ns, NATIVE_PLAIN, NULL},
    {"peek_ns", peek_ns, NATIVE_PLAIN, NULL},
    {"monotonic", monotonic, NATIVE_PLAIN, NULL},
    {"time", wall, NATIVE_PLAIN, NULL},
    {"sleep", block, NATIVE_PLAIN, NULL},
    {"strftime", format_time, NATIVE_PLAIN, NULL},
    {0},
};

const struct native_module time_module = {"_time", functions, NULL};
