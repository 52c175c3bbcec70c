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

// expression.c. In Python's grammar: star_expressions, star_expression, star_named_expression,
// named_expression, expression, disjunction, bitwise_or, yield_expr, annotated_rhs, expressions.
struct node *expression_stars(struct parser *parser);
struct node *expression_star(struct parser *parser);
struct node *expression_star_named(struct parser *parser);
struct node *expression_named(struct parser *parser);
struct node *expression_parse(struct parser *parser);
struct node *expression_or(struct parser *parser);
struct node *expression_binary(struct parser *parser);
struct node *expression_yield(struct parser *parser);
struct node *expression_value(struct parser *parser);
struct node *expression_list(struct parser *parser);

// The same as expression_parse, but the result is neither remembered nor known from before.
struct node *expression_forget(struct parser *parser);

// NAME ':=' expression, or NULL.
struct node *expression_walrus(struct parser *parser);

// Reads `item (',' item)* [',']`: one item as it is, more or a comma as a Tuple.
struct node *expression_commas(struct parser *parser, parser_rule *item);

// operator.c: comparison, and inversion of expression.c.
struct node *expression_comparison(struct parser *parser);
struct node *expression_not(struct parser *parser);

// primary.c: await_primary and primary.
struct node *primary_await(struct parser *parser);
struct node *primary_parse(struct parser *parser);

// call.c: the call of [function], whose first token is number [start], from its '(' on; what
// stands in a call's or class's parentheses; `args` and `starred_expression` of the grammar.
struct node *call_parse(struct parser *parser, size_t start, struct node *function);
bool call_arguments(struct parser *parser, struct node_list *args, struct node_list *keywords);
size_t call_args(struct parser *parser);
struct node *call_starred(struct parser *parser);

// atom.c: atom.
struct node *atom_parse(struct parser *parser);

// comprehension.c: the clauses; the rest of a comprehension of this kind that began with token
// [open], from its clauses to the token [close]. NULL or false if there is none.
bool comprehension_clauses(struct parser *parser, struct node_list *generators);
struct node *comprehension_finish(struct parser *parser, enum ast_kind kind, size_t open,
                                  struct node *elt, enum token_kind close);

// literal.c: a NUMBER; the text between a string's quotes, which [token] holds.
struct node *literal_number(struct parser *parser);
bool literal_text(struct parser *parser, const struct token *token, const char *text, size_t length,
                  bool bytes, bool raw, struct ast_constant *constant);

// string.c: STRINGs and f-strings side by side, as one node. string_merge joins neighbouring
// texts among the pending nodes from [begin] on, and drops empty ones.
struct node *string_parse(struct parser *parser);
void string_merge(struct parser *parser, size_t begin);

// fstring.c: one f-string's parts into the pending list, from FSTRING_START to FSTRING_END; the
// parts of a format spec.
bool fstring_parse(struct parser *parser);
void fstring_spec_parts(struct parser *parser);

// parameters.c: the parameters of a def, up to its ')', or of a lambda, up to its ':'. One without
// default and separator; `'=' default`.
struct node *parameters_parse(struct parser *parser, bool lambda);
struct node *parameter_parse(struct parser *parser, bool lambda);
bool parameter_default(struct parser *parser, struct node **value);

// target_read.c: star_targets, star_target and del_target.
struct node *target_list(struct parser *parser);
struct node *target_star(struct parser *parser);
struct node *target_delete(struct parser *parser);

// warning.c: looks at a finished node of its kind.
void warning_compare(struct parser *parser, const struct node *node);
void warning_call(struct parser *parser, const struct node *node);
void warning_subscript(struct parser *parser, const struct node *node);
void warning_assert(struct parser *parser, const struct node *node);

// statement.c: statements until something else stands there, into the pending list; a block
// after a ':'. The next two are for statements with blocks that began at token [start] and are
// called [what], such as "'if' statement": the ':' and the block; the block. The last takes a
// token that nothing else can stand for.
bool statement_list(struct parser *parser);
bool statement_block(struct parser *parser, struct node_list *body);
bool statement_colon_block(struct parser *parser, size_t start, const char *what,
                           struct node_list *body);
bool statement_after_colon(struct parser *parser, size_t start, const char *what,
                           struct node_list *body);
bool statement_force(struct parser *parser, enum token_kind kind, const char *text);

// simple.c and import.c: a statement without block. import_alias: NAME ['as' NAME].
struct node *simple_statement(struct parser *parser);
struct node *import_parse(struct parser *parser);
struct node *import_alias(struct parser *parser);
const struct name *import_dotted_name(struct parser *parser);

// compound.c, try.c, definition.c and match.c: statements with blocks; ['else' ':' block];
// ['[' type parameters ']'].
struct node *compound_statement(struct parser *parser);
bool compound_else(struct parser *parser, struct node_list *body);
struct node *try_parse(struct parser *parser);
struct node *definition_parse(struct parser *parser);
bool definition_type_parameters(struct parser *parser, struct node_list *parameters);
struct node *match_parse(struct parser *parser);

// pattern.c: patterns, pattern, name_or_attr, positional_patterns and keyword_patterns. The last
// two are false for empty lists.
struct node *pattern_list(struct parser *parser);
struct node *pattern_parse(struct parser *parser);
struct node *pattern_name_or_attr(struct parser *parser);
bool pattern_positional_items(struct parser *parser, struct node_list *list);
bool pattern_keyword_items(struct parser *parser, struct name_list *names, struct node_list *list);

#endif
