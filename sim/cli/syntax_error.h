// A program that does not compile, told as python3 tells it: file, line, place and message.
#ifndef CLI_SYNTAX_ERROR_H
#define CLI_SYNTAX_ERROR_H

#include <stdbool.h>

#include "base/diag.h"

// Is it an error of that kind?
bool syntax_error_is(const struct diag *diag);

// Prints it to stderr; [path] is the program's file, whose line is quoted.
void syntax_error_print(const struct diag *diag, const char *path);

#endif
