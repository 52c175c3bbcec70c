// What the files of the parser share. Included by them only.
//
// The parser goes over the tokens at most twice. The first time it only wants to know whether the
// program is right, and is fast. If not, it goes over them again with [mistakes] set: then, where
// one of the well-known mistakes could be, the functions of the mistake_*.c files look for it.
//
// How failing works: a function that finds nothing of its kind returns NULL (or false) and leaves
// [at] anywhere; the caller sets it back if it has something else to try. A list or a chain of
// operators that cannot go on ends before the part that failed, and the caller finds out what
// stands there. When a mistake was found, [stopped] is set and everything fails. How far the
// parser has ever looked, [fill], is where "invalid syntax" is reported.
#ifndef LANG_PARSING_H
#define LANG_PARSING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/names.h"
#include "lang/ast.h"
#include "lang/lexer.h"
#include "lang/parser.h"

// Expressions within expressions, at most. Keeps the C stack small whatever the program is.
#define PARSER_DEPTH_MOST 2000

struct parser;

// A rule of the grammar.
typedef struct node *parser_rule(struct parser *parser);

// Rules whose results are remembered while looking for mistakes, which asks for them repeatedly.
enum memo_rule {
    MEMO_EXPRESSION,
    MEMO_DISJUNCTION,
    MEMO_BINARY,
    MEMO_NAMED,
    MEMO_PATTERN,
    MEMO_RULE_COUNT
};

struct memo {
    struct node *node;
    size_t end; // where the parser then stood; 0: not known yet
};

struct parser {
    struct arena *arena;
    struct names *names;
    const struct lexed *lexed;
    const struct token *tokens;
    size_t at;     // the next token
    size_t fill;   // tokens looked at, ever
    int depth;     // expressions around this one
    bool mistakes; // the second time
    bool quiet;    // do not look for mistakes just now, although it is the second time
    bool stopped;  // [diag] holds the mistake
    struct diag *diag;
    struct parse_warnings *warnings; // or NULL
    struct parse_warnings late_warnings;
    int retries;        // comprehensions that the first time looked at twice
    struct memo *memos; // the second time: MEMO_RULE_COUNT a token
    struct {
        struct node **items;
        size_t count, capacity;
    } pending; // nodes of the lists that are being read, innermost last
    struct {
        const struct name **items;
        size_t count, capacity;
    } pending_names; // the same for names
    struct {
        enum ast_compare *items;
        size_t count, capacity;
    } pending_ops;   // the same for comparison operators
    size_t dead_end; // a binary operator that has no right operand; the first time only
    const struct name *word_match, *word_case, *word_type, *word_underscore;
};

// parser.c: looks at a token for the first time. Sets [stopped] if it is WRONG.
void parser_see(struct parser *parser);

// The kind of the next token, or of the one [ahead] of it.
static inline enum token_kind parser_peek(struct parser *parser) {
    if (parser->at >= parser->fill) {
        parser_see(parser);
    }
    return (enum token_kind)parser->tokens[parser->at].kind;
}
static inline enum token_kind parser_peek_ahead(struct parser *parser, size_t ahead) {
    size_t at = parser->at;
    enum token_kind kind = parser_peek(parser);
    for (; ahead > 0 && kind != TOKEN_END && kind != TOKEN_WRONG; ahead--) {
        parser->at++;
        kind = parser_peek(parser);
    }
    parser->at = at;
    return kind;
}

// Takes the next token if it is of this kind.
static inline bool parser_take(struct parser *parser, enum token_kind kind) {
    if (parser_peek(parser) != kind) {
        return false;
    }
    parser->at++;
    return true;
}

// Is the next token this name (a soft keyword)?
static inline bool parser_is_word(struct parser *parser, const struct name *word) {
    return parser_peek(parser) == TOKEN_NAME && parser->tokens[parser->at].name == word;
}

// Takes a name; NULL if there is none.
static inline const struct name *parser_take_name(struct parser *parser) {
    if (parser_peek(parser) != TOKEN_NAME) {
        return NULL;
    }
    return parser->tokens[parser->at++].name;
}

// May mistakes be looked for?
static inline bool parser_seeks(const struct parser *parser) {
    return parser->mistakes && !parser->quiet && !parser->stopped;
}

// Returns a new node that begins at token number [start]; its end is that of the last token taken
// so far, and parser_close moves it there again.
struct node *parser_node(struct parser *parser, enum ast_kind kind, size_t start);
struct node *parser_close(struct parser *parser, struct node *node);

// Sets back to [at] and gives [node], or NULL if the parser has stopped.
struct node *parser_back(struct parser *parser, size_t at, struct node *node);

// Lists: remember parser_list_begin's answer, add items, and take the list or drop it.
size_t parser_list_begin(const struct parser *parser);
void parser_list_add(struct parser *parser, struct node *node);
struct node_list parser_list_take(struct parser *parser, size_t begin);
struct node *parser_list_drop(struct parser *parser, size_t begin); // returns NULL
size_t parser_names_begin(const struct parser *parser);
void parser_names_add(struct parser *parser, const struct name *name);
struct name_list parser_names_take(struct parser *parser, size_t begin);

// One level deeper into an expression; false (and stopped) if that is too deep.
bool parser_descend(struct parser *parser);

// Calls [parse] for [rule], or gives the result of its last call here. Second time only.
struct node *parser_memo(struct parser *parser, enum memo_rule rule, parser_rule *parse);

// Reads `item (',' item)*` into the pending list and gives the number of items. A comma that no
// item follows is left. parser_more reads what comes after the first item.
size_t parser_items(struct parser *parser, parser_rule *item);
void parser_more(struct parser *parser, parser_rule *item);

// Adds a warning at a place, unless it is there already. Those about a node are told after all
// others, and only if the whole program is right.
void parser_warn(struct parser *parser, int line, int column, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void parser_warn_late(struct parser *parser, const struct node *node, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
