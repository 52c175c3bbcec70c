// The syntax tree: what the parser makes of a program's text and the compiler reads.
//
//     if (node->kind == AST_Return && node->Return.value) …
//
// Node kinds, their fields and what they mean are listed in ast.def, with the names of Python's
// own `ast` module; kind FunctionDef has tag AST_FunctionDef and fields in node->FunctionDef.
// Nodes live in the arena that the parser was given; nothing but [mark] changes after parsing. A
// node is allocated only as large as its kind needs: never copy one by `*a = *b`.
#ifndef LANG_AST_H
#define LANG_AST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/names.h"

struct node;

// How a name, attribute, subscript, list, tuple or star is used.
enum ast_context { AST_LOAD, AST_STORE, AST_DEL };

enum ast_boolean { AST_AND, AST_OR };

enum ast_binary {
    AST_ADD,
    AST_SUB,
    AST_MULT,
    AST_MATMULT,
    AST_DIV,
    AST_MOD,
    AST_POW,
    AST_LSHIFT,
    AST_RSHIFT,
    AST_BITOR,
    AST_BITXOR,
    AST_BITAND,
    AST_FLOORDIV,
};

enum ast_unary { AST_INVERT, AST_NOT, AST_UADD, AST_USUB };

enum ast_compare {
    AST_EQ,
    AST_NOTEQ,
    AST_LT,
    AST_LTE,
    AST_GT,
    AST_GTE,
    AST_IS,
    AST_ISNOT,
    AST_IN,
    AST_NOTIN,
};

enum ast_constant_kind {
    AST_NONE,
    AST_FALSE,
    AST_TRUE,
    AST_ELLIPSIS,
    AST_INT,     // integer
    AST_BIGINT,  // text: digits only, in [base]; the number is above INT64_MAX
    AST_FLOAT,   // number
    AST_COMPLEX, // number: the imaginary part (the real part of a literal is 0)
    AST_STR,     // text: UTF-8; lone surrogates as three bytes; null bytes may occur
    AST_BYTES,   // text: the bytes
};

// A literal. Only the fields that [kind] names mean something.
struct ast_constant {
    enum ast_constant_kind kind;
    uint8_t base;    // of AST_BIGINT: 2, 8, 10 or 16
    bool u;          // of AST_STR: written u'…'
    uint32_t length; // bytes of [text]
    union {
        int64_t integer;
        double number;
        const char *text; // in the arena, with a null byte after it
    };
};

struct node_list {
    struct node **items; // NULL items mean what ast.def says
    size_t count;
};

struct name_list {
    const struct name **items;
    size_t count;
};

struct compare_list {
    enum ast_compare *items;
    size_t count;
};

// What the groups of kinds are for is said in ast.def.
enum ast_group {
    AST_ROOT,
    AST_STATEMENT,
    AST_EXPRESSION,
    AST_PART,
    AST_PATTERN,
    AST_TYPE_PARAMETER,
};

enum ast_kind {
#define AST(kind, group, fields) AST_##kind,
#define AST_BARE(kind, group)    AST_##kind,
#include "lang/ast.def"
#undef AST
#undef AST_BARE
    AST_KIND_COUNT
};

// The C types of the field types of ast.def.
#define AST_TYPE_node          struct node *
#define AST_TYPE_optional      struct node *
#define AST_TYPE_list          struct node_list
#define AST_TYPE_name          const struct name *
#define AST_TYPE_optional_name const struct name *
#define AST_TYPE_names         struct name_list
#define AST_TYPE_count         int
#define AST_TYPE_flag          bool
#define AST_TYPE_constant      struct ast_constant
#define AST_TYPE_binary        enum ast_binary
#define AST_TYPE_unary         enum ast_unary
#define AST_TYPE_boolean       enum ast_boolean
#define AST_TYPE_context       enum ast_context
#define AST_TYPE_compares      struct compare_list

#define FIELD(type, name) AST_TYPE_##type name;
#define AST(kind, group, fields)                                                                   \
    struct ast_##kind {                                                                            \
        fields                                                                                     \
    };
#define AST_BARE(kind, group)
#include "lang/ast.def"
#undef FIELD
#undef AST
#undef AST_BARE

struct node {
    enum ast_kind kind;
    uint32_t mark;            // 0 after parsing; the compiler may write here
    int line, column;         // 1-based line, 0-based byte offset in it, as CPython's ast
    int end_line, end_column; // one past the last byte
    union {
#define AST(kind, group, fields) struct ast_##kind kind;
#define AST_BARE(kind, group)
#include "lang/ast.def"
#undef AST
#undef AST_BARE
    };
};

// Returns the kind's name, such as "FunctionDef", and the group it belongs to.
const char *ast_kind_name(enum ast_kind kind);
enum ast_group ast_kind_group(enum ast_kind kind);

// Returns the bytes that a node of this kind takes.
size_t ast_kind_size(enum ast_kind kind);

// Appends the tree as Python's `ast.dump(tree, include_attributes=True)` would print it, lone
// surrogates and all. Recursive: meant for tests and for looking at small programs.
void ast_dump(const struct node *node, struct buf *out);

#endif
