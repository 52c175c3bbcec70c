#include "base/diag.h"

#include <stdarg.h>
#include <stdio.h>

void diag_set(struct diag *diag, enum diag_kind kind, const char *format, ...) {
    *diag = (struct diag){.kind = kind};
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(diag->message, sizeof diag->message, format, arguments);
    va_end(arguments);
}
