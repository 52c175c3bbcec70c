// A token: one word of the program, and where it stands.
#ifndef LANG_TOKEN_H
#define LANG_TOKEN_H

#include <stdint.h>

#include "base/names.h"

enum token_kind {
#define TOKEN(kind)          TOKEN_##kind,
#define OPERATOR(kind, text) TOKEN_##kind,
#define KEYWORD(kind, text)  TOKEN_##kind,
#include "lang/tokens.def"
#undef TOKEN
#undef OPERATOR
#undef KEYWORD
    TOKEN_KIND_COUNT
};

struct token {
    uint8_t kind;             // enum token_kind
    uint8_t level;            // brackets open after it
    uint32_t start, end;      // offsets in the source's text
    int line, column;         // 1-based line, 0-based byte offset in it
    int end_line, end_column; // one past its last byte; differs for strings of several lines
    const struct name *name;  // of a NAME; otherwise NULL
};

#endif
